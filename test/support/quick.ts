import { join } from "node:path";
import { sourceFile } from "../../src/base/span.ts";
import type { Resources } from "../../src/compile.ts";
import { loadStandardFolder } from "../../src/load/standard.ts";
import { packNode, type TreeCache } from "../../src/load/yaml/cache.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { RESOURCES } from "./compile.ts";

const parsed = new Map<string, ReturnType<typeof packNode> | undefined>();

/** Trees of the standards' files, each parsed once. */
const trees: TreeCache = {
  get(path, text) {
    if (!parsed.has(text)) {
      const { value } = parseYaml(sourceFile(path, text), { flow: true });
      parsed.set(text, value && packNode(value));
    }
    return parsed.get(text);
  },
};

const wordings = new Map<string, string>();

/** The resources of the sources for a test of many files: what an installed package made ready once is made ready once here. */
export const QUICK_RESOURCES: Resources = {
  ...RESOURCES,
  trees,
  ready: (folder) => {
    if (!folder.startsWith(join(RESOURCES.standards, "/"))) return undefined;
    if (!wordings.has(folder)) wordings.set(folder, loadStandardFolder(RESOURCES.standards, folder, trees).value?.wording ?? "");
    return { wording: wordings.get(folder) ?? "", templates: new Map() };
  },
};
