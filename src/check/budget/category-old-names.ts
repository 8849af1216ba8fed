import { warning } from "../../base/diagnostic.ts";
import type { Node, ScalarNode } from "../../base/node.ts";
import { span } from "../../base/span.ts";
import { type Classification, levelOf, type Rename } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { partsOf } from "./category.ts";

/** Names that 类 no longer have, in the file's texts and terms. Those of 款 and 项 are words that anybody may use: 农田建设. */
export function checkOldNames(root: Node, { renames, year }: Classification, findings: Findings): void {
  const settled = renames.filter(({ code, name, first, last }) => levelOf(code) === "类" && name !== undefined && first === last && last <= year);
  for (const scalar of textsIn(root)) for (const rename of settled) checkText(scalar, rename, findings);
}

/** All texts of a file; keys that begin with a code have been checked with their code. */
function* textsIn(node: Node): Generator<ScalarNode> {
  if (node.kind === "scalar") yield node;
  if (node.kind === "list") for (const item of node.items) yield* textsIn(item);
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    if (partsOf(key.text).code === "") yield key;
    yield* textsIn(value);
  }
}

function checkText(scalar: ScalarNode, { old, name = "", last }: Rename, findings: Findings): void {
  if (!scalar.text.includes(old)) return;
  const { file, start, end } = scalar.span;
  const at = file.text.indexOf(old, start);
  // Folding may have put a line end into it.
  const place = at < 0 || at >= end ? scalar.span : span(file, at, at + old.length);
  const hint = `写成“${name}”；说的是 ${last} 年以前的事，可以不改`;
  findings.diagnostics.push(warning("category-old-name", `“${old}”是旧的科目名称，${last} 年起叫“${name}”`, place, { hint }));
}
