import { note } from "../../base/diagnostic.ts";
import type { MapNode, Node, ScalarNode } from "../../base/node.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { type Category, type Classification, codesAbove } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { partsOf } from "./category.ts";

/** The codes that a budget's money has, with the 款 and 类 above them, which every form of the law prints too. */
export function usedCodes(facts: readonly ExpenditureFact[]): ReadonlySet<string> {
  const codes = facts.flatMap(({ functional, economic }) => (economic === undefined ? [functional] : [functional, economic]));
  return new Set(codes.flatMap((code) => [code, ...codesAbove(code)]));
}

/** Each 科目 whose row is from memory and that the money has: once, at its first place in the sections of money. */
export function noteUnverified(
  root: MapNode,
  sections: readonly string[],
  used: ReadonlySet<string>,
  classification: Classification,
  findings: Findings,
): void {
  const said = new Set<string>();
  const doubted = new Set(findings.diagnostics.map(({ span }) => span?.start));
  const places = root.entries.filter(({ key }) => sections.includes(key.text)).flatMap(({ value }) => [...keysIn(value)]);
  for (const key of places.filter(({ text }) => used.has(partsOf(text).code))) {
    const { code } = partsOf(key.text);
    for (const each of [code, ...codesAbove(code)].filter((one) => !said.has(one))) {
      said.add(each);
      const category = classification.functional.get(each) ?? classification.economic.get(each);
      if (category !== undefined && !doubted.has(key.span.start)) noteCategory(key, category, each === code, classification, findings);
    }
  }
}

function* keysIn(node: Node): Generator<ScalarNode> {
  if (node.kind === "list") for (const item of node.items) yield* keysIn(item);
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    yield key;
    yield* keysIn(value);
  }
}

function noteCategory(key: ScalarNode, { code, name, basis }: Category, itself: boolean, { year, official }: Classification, findings: Findings): void {
  if (basis !== "from memory" && basis !== "unsure") return;
  const what = itself ? `${code} ${name}` : `${code} ${name}（${partsOf(key.text).code} 的上级）`;
  const why = official
    ? `导入的 ${year} 年科目表里没有它，这一行是凭记忆录入的`
    : basis === "unsure"
      ? "凭记忆录入，编码或名称没有把握"
      : "凭记忆录入，没有见过原文";
  const hint = "与财政部门的科目表核对：一致的写一行“# 已核对 category-unverified：依据”，或者用 budgetgen classification import 导入科目表";
  findings.diagnostics.push(note("category-unverified", `科目名称未经核对：${what}（${why}）`, key.span, { hint }));
}
