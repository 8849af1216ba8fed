import type { Node, ScalarNode } from "../../base/node.ts";
import { didYouMean, nearest } from "../../base/suggest.ts";
import type { Classification } from "../../model/classification.ts";
import type { StatedAmount } from "../../model/stated.ts";
import { readAmount, SMALL_TOTAL } from "../amount.ts";
import { asMap, type Findings } from "../reader.ts";
import { checkMention, mentionsCategory } from "./category-mention.ts";
import { refuseRepeatedCodes } from "./repeated-codes.ts";

/** What amounts may be stated of: figures by name and, with a classification, 功能科目 by code. */
export interface StatedNames {
  readonly names: readonly string[];
  readonly classification?: Classification;
}

/** Amounts by figure name or by 功能科目: 批复, 上年数 and 前年数. */
export function readAmounts(
  node: Node | undefined,
  what: string,
  known: StatedNames,
  findings: Findings,
  unread?: Set<string>,
): ReadonlyMap<string, StatedAmount> {
  const amounts = new Map<string, StatedAmount>();
  const map = node && asMap(node, what, findings);
  refuseRepeatedCodes(map?.entries ?? [], findings);
  for (const { key, value } of map?.entries ?? []) {
    const amount = readAmount(value, key.text, findings, SMALL_TOTAL);
    const code = known.classification && codeOf(key.text);
    const { classification } = known;
    if (amount === undefined) unread?.add(code ?? key.text);
    const named =
      classification !== undefined && mentionsCategory(key.text)
        ? checkMention(key, { lastYear: true }, classification, findings)
        : isFigure(key, what, known.names, findings, unread);
    if (named && amount !== undefined) amounts.set(code ?? key.text, amount);
  }
  return amounts;
}

/** The code of “2010301 行政运行”; nothing where a key begins with none. */
export function codeOf(key: string): string | undefined {
  return /^\d{3}(?:\d\d){0,2}(?!\d)/.exec(key.trim())?.[0];
}

function isFigure(key: ScalarNode, what: string, names: readonly string[], findings: Findings, unread?: Set<string>): boolean {
  if (names.includes(key.text)) return true;
  unread?.add(nearest(key.text, names) ?? key.text);
  const hint = didYouMean(key.text, names) ?? "可用的名称见 docs/budget-file.zh-CN.md 的“数的名称”";
  findings.error("unknown-figure", `“${what}”里的“${key.text}”没有对应的数`, key.span, hint);
  return false;
}
