import { entryOf, type ScalarNode } from "../../base/node.ts";
import { type Span, span } from "../../base/span.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import type { Findings } from "../reader.ts";
import { namesUnder } from "./contract-outline.ts";

/** Every file of the standard's own stands in the document. */
export function checkContents(sources: StandardSources, findings: Findings): void {
  for (const { folder, ending, what, keys } of KINDS) checkUsed(sources, { folder, ending, what, keys }, findings);
}

/** No table stands in the document twice, and no two tables have one title or number. */
export function checkRepeatedTables(sources: StandardSources, findings: Findings): void {
  const tables = namesUnder(sources.trees.get("document.yaml"), ["table"]);
  refuseRepeated(tables, (key) => `表“${key}”在 document.yaml 里列了两次`, "repeated-table", "留一处，删掉另一处", findings);
  const keys = [...new Set(tables.map(({ text }) => text))];
  const values = (key: string): ScalarNode[] => keys.flatMap((table) => scalarOf(sources, table, key) ?? []);
  refuseRepeated(values("title"), (title) => `有两张表都叫“${title}”`, "repeated-title", "改掉其中一张的 title", findings);
  refuseRepeated(values("label"), (label) => `有两张表的表号都是“${label}”`, "repeated-label", "改掉其中一张的 label", findings);
}

/** Folders of files that the document names, with the keys under which it does. */
const KINDS = [
  { folder: "tables", ending: ".yaml", what: "表", keys: ["table"] },
  { folder: "forms", ending: ".yaml", what: "表单", keys: ["form"] },
  { folder: "sentences", ending: ".hbs", what: "句子", keys: ["sentence", "otherwise"] },
] as const;

function checkUsed(sources: StandardSources, kind: Pick<(typeof KINDS)[number], "folder" | "ending" | "what" | "keys">, findings: Findings): void {
  const used = new Set(namesUnder(sources.trees.get("document.yaml"), kind.keys).map(({ text }) => text));
  for (const { path, folder } of sources.files) {
    if (folder !== sources.folders[0] || !path.startsWith(`${kind.folder}/`)) continue;
    const key = path.slice(kind.folder.length + 1, -kind.ending.length);
    const place = placeOf(sources, path);
    if (used.has(key) || place === undefined) continue;
    const hint = `在 document.yaml 里写上“${kind.keys[0]}: "${key}"”，或者删掉这个文件`;
    findings.error("unused-file", `document.yaml 没有用到${kind.what}“${key}”`, place, hint);
  }
}

function placeOf(sources: StandardSources, path: string): Span | undefined {
  const file = sources.trees.get(path)?.span.file ?? sources.texts.get(path);
  return file && span(file, 0);
}

function scalarOf(sources: StandardSources, table: string, key: string): ScalarNode | undefined {
  const value = entryOf(sources.trees.get(`tables/${table}.yaml`), key)?.value;
  return value?.kind === "scalar" && value.text !== "无" ? value : undefined;
}

function refuseRepeated(nodes: readonly ScalarNode[], say: (text: string) => string, code: string, hint: string, findings: Findings): void {
  const first = new Map<string, ScalarNode>();
  for (const node of nodes) {
    const other = first.get(node.text);
    if (other === undefined) first.set(node.text, node);
    else findings.error(code, say(node.text), node.span, hint, [{ message: "另一处", span: other.span }]);
  }
}
