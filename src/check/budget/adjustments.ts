import type { Node } from "../../base/node.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { Adjustment } from "../../model/adjustment.ts";
import { ADJUSTMENT_KEYS, namesOf } from "../../model/budget-grammar.ts";
import type { Standard } from "../../model/standard.ts";
import type { Text } from "../../model/text.ts";
import { readAmount, SMALL_TOTAL } from "../amount.ts";
import { asMap, type Findings, fieldsOf } from "../reader.ts";
import { type KnownNames, readText } from "../text.ts";
import { isToConfirm, toConfirm } from "../to-confirm.ts";
import { trimmed } from "./reasons.ts";

/** The section of a budget file that adjusts last year's amounts. */
const SECTION = "同口径调整";

/** Reads 同口径调整: by figure name last year's amount as this year's scope would have it, and why. */
export function readAdjustments(node: Node | undefined, standard: Standard, names: KnownNames, findings: Findings): ReadonlyMap<string, Adjustment> {
  const adjustments = new Map<string, Adjustment>();
  const map = node && asMap(node, SECTION, findings);
  for (const { key, value } of map?.entries ?? []) {
    if (!standard.figures.has(key.text)) {
      const hint = didYouMean(key.text, standard.figures.keys()) ?? "可用的名称见 docs/budget-file.zh-CN.md 的“数的名称”";
      findings.error("unknown-figure", `“${SECTION}”里的“${key.text}”没有对应的数`, key.span, hint);
    }
    const inner = asMap(value, key.text, findings);
    const fields = inner && fieldsOf(inner, namesOf(ADJUSTMENT_KEYS), `“${SECTION}”的“${key.text}”`, findings, key.span);
    const [stated, why] = [fields?.get("上年数"), fields?.get("原因")];
    const amount = stated && readAmount(stated.value, `${key.text}的上年数`, findings, SMALL_TOTAL);
    const reason = why && readReason(why.value, key.text, names, findings);
    if (amount !== undefined && reason !== undefined) adjustments.set(key.text, { amount, reason, span: key.span });
  }
  return adjustments;
}

/** A draft has no words of the officer's; its adjustment is kept, or other figures would seem wrong. */
function readReason(node: Node, name: string, names: KnownNames, findings: Findings): Text | undefined {
  if (!isToConfirm(node)) return trimmed(readText(node, `${name}的原因`, names, findings, "上年数为什么要调整"));
  findings.diagnostics.push(toConfirm(name, node));
  return { runs: [{ text: "" }], span: node.span };
}
