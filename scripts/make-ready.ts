import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { templatesOf } from "../src/check/standard/names.ts";
import { checkStandard } from "../src/check/standard/standard.ts";
import { precompileTemplate, templateKey } from "../src/compose/templates.ts";
import { listStandards, loadStandard } from "../src/load/standard.ts";
import { loadText } from "../src/load/text.ts";
import { packNode } from "../src/load/yaml/cache.ts";
import { parseYaml } from "../src/load/yaml/parse.ts";
import { helperWords } from "../src/model/template-names.ts";

/** Makes of the package's standards what a run would otherwise make each time: trees, compiled templates, and the word that they are right. */
export function makeReady(root: string): void {
  const templates = join(root, "templates");
  writeFileSync(join(root, "dist", "trees.json"), trees(templates));
  writeFileSync(join(root, "dist", "ready.cjs"), ready(templates));
}

function trees(templates: string): string {
  const paths = readdirSync(templates, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const packed = paths.sort().flatMap((path) => {
    const file = loadText(join(templates, path)).value;
    const tree = file && parseYaml(file, { flow: true }).value;
    return file && tree ? [[file.text, packNode(tree)] as const] : [];
  });
  return JSON.stringify(Object.fromEntries(packed));
}

function ready(templates: string): string {
  const programs = new Map<string, string>();
  const verified: string[] = [];
  const parse = (path: string) => {
    const { value, diagnostics } = loadText(path);
    return value === undefined ? { diagnostics } : parseYaml(value, { flow: true });
  };
  for (const name of listStandards(templates, parse).keys()) {
    const sources = loadStandard(templates, name, undefined, new Map()).value;
    const standard = sources && checkStandard(sources, new Set()).value;
    if (!sources || !standard) continue;
    verified.push(sources.wording);
    const words = helperWords(standard);
    for (const { source } of templatesOf(standard)) if (source.includes("{{")) programs.set(templateKey(source, words), precompileTemplate(source, words));
  }
  const entries = [...programs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, program]) => `[${JSON.stringify(key)},${program}]`);
  return `exports.templates = new Map([${entries.join(",\n")}]);\nexports.verified = new Set(${JSON.stringify(verified)});\n`;
}
