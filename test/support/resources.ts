import { sourceFile } from "../../src/base/span.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import { packageResources, packageRoot, type ReadyStandard, type Resources } from "../../src/compile.ts";
import { loadStandardFolder } from "../../src/load/standard.ts";
import { packNode, type TreeCache } from "../../src/load/yaml/cache.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";

/** Trees of files as they lie in the sources, each parsed once. */
function parsedOnce(): TreeCache {
  const trees = new Map<string, ReturnType<TreeCache["get"]>>();
  return {
    get: (path, text) => {
      if (!trees.has(text)) {
        const { value, diagnostics } = parseYaml(sourceFile(path, text), { flow: true });
        trees.set(text, value && diagnostics.length === 0 ? packNode(value) : undefined);
      }
      return trees.get(text);
    },
  };
}

/** Standards whose names were checked, each once: while its files stay as they are there is nothing new to find. */
function checkedOnce(standards: string, trees: TreeCache): Resources["ready"] {
  const ready = new Map<string, ReadyStandard | undefined>();
  return (folder) => {
    if (!ready.has(folder)) {
      const sources = loadStandardFolder(standards, folder, trees).value;
      const sound = sources && checkStandard(sources, new Set()).value !== undefined;
      ready.set(folder, sources && sound ? { wording: sources.wording, templates: new Map() } : undefined);
    }
    return ready.get(folder);
  };
}

/** The package's folders as they lie in the sources, read once: nothing that an earlier build left behind. */
export function sourceResources(): Resources {
  const plain = packageResources(packageRoot());
  const trees = parsedOnce();
  return { ...plain, trees, ready: checkedOnce(plain.standards, trees) };
}
