import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { templatesOf } from "../src/check/standard/names.ts";
import { checkStandard } from "../src/check/standard/standard.ts";
import { precompileTemplate, templateKey } from "../src/compose/templates.ts";
import { loadStandardFolder } from "../src/load/standard.ts";
import { standardFolders } from "../src/load/standard-folders.ts";
import { loadText } from "../src/load/text.ts";
import { packNode, treeFileOf } from "../src/load/yaml/cache.ts";
import { parseYaml } from "../src/load/yaml/parse.ts";
import type { Standard } from "../src/model/standard.ts";
import { helperWords } from "../src/model/template-names.ts";

/** Makes of the package's standards what a run would otherwise make each time: trees, compiled templates, and the word that they are right. */
export function makeReady(root: string): void {
  const templates = join(root, "templates");
  const [trees, ready] = ["trees", "ready"].map((name) => join(root, "dist", name)) as [string, string];
  for (const folder of [trees, ready]) mkdirSync(folder);
  for (const [file, packed] of packedTrees(templates)) writeFileSync(join(trees, file), JSON.stringify(packed));
  for (const [folder, program] of readyStandards(templates)) writeFileSync(join(ready, `${folder}.cjs`), program);
}

/** The trees of all YAML files, by the file that keeps them. */
function packedTrees(templates: string): Map<string, Record<string, unknown>> {
  const files = new Map<string, Record<string, unknown>>();
  for (const path of readdirSync(templates, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.endsWith(".yaml") ? loadText(join(templates, path)).value : undefined;
    const tree = file && parseYaml(file, { flow: true }).value;
    if (!file || !tree) continue;
    const name = treeFileOf(path);
    files.set(name, { ...files.get(name), [file.text]: packNode(tree) });
  }
  return files;
}

function readyStandards(templates: string): Map<string, string> {
  const programs = new Map<string, string>();
  for (const folder of standardFolders(templates)) {
    const sources = loadStandardFolder(templates, folder, new Map()).value;
    const standard = sources && checkStandard(sources, new Set()).value;
    if (sources && standard) programs.set(basename(folder), programOf(standard, sources.wording));
  }
  return programs;
}

function programOf(standard: Standard, wording: string): string {
  const words = helperWords(standard);
  const filled = templatesOf(standard).filter(({ source }) => source.includes("{{"));
  const compiled = new Map(filled.map(({ source }) => [templateKey(source, words), precompileTemplate(source, words)]));
  const entries = [...compiled].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, program]) => `[${JSON.stringify(key)},${program}]`);
  return `exports.templates = new Map([${entries.join(",\n")}]);\nexports.wording = ${JSON.stringify(wording)};\n`;
}
