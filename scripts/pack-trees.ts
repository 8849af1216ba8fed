import { loadText } from "../src/load/text.ts";
import { digestOf, packNode } from "../src/load/yaml/cache.ts";
import { parseYaml } from "../src/load/yaml/parse.ts";

/** The trees of YAML files as JSON, by the digest of each file's text. A file with mistakes is left to be reported at run time. */
export function packTrees(paths: readonly string[]): string {
  const trees = paths.flatMap((path) => {
    const file = loadText(path).value;
    const tree = file && parseYaml(file, { flow: true }).value;
    return file && tree ? [[digestOf(file.text), packNode(tree)] as const] : [];
  });
  return JSON.stringify(Object.fromEntries(trees));
}
