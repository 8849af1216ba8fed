import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import { type Exact, formatNumber, fromUnit, inUnit, roundHalfUp, sum } from "../../base/money.ts";
import type { Wording } from "../../model/wording.ts";
import type { Reconciled } from "../reconciled.ts";
import { KnownAmounts } from "./known-amounts.ts";
import { passagesOf } from "./passages.ts";
import { claimsOf } from "./reason-claims.ts";
import { amountsIn, type WrittenAmount } from "./written-amounts.ts";

/**
 * Amounts typed into an officer's texts, each told once: it should be one of the budget's own, at the precision
 * written, or with the others of its text add up to one; better still a 【名称】, which cannot go stale.
 */
export function amountInText(given: Reconciled): Diagnostic[] {
  const byValue = new Map<object, WrittenAmount[]>();
  for (const passage of passagesOf(given)) {
    const amounts = amountsIn(passage, given.standard.wording).filter((amount) => !isClaimed(amount, given));
    if (amounts.length > 0) byValue.set(passage.value, [...(byValue.get(passage.value) ?? []), ...amounts]);
  }
  if (byValue.size === 0) return [];
  const known = new KnownAmounts(given.budget, given.derived);
  const seen = new Set<string>();
  return [...byValue.values()]
    .flatMap((amounts) => unknownOf(amounts, known, given.standard.wording.words))
    .filter(({ words }) => !seen.has(words) && seen.add(words))
    .map((amount) => doubt(amount, known));
}

/** What a reason says of a 科目 by name is held against that 科目. */
function isClaimed({ passage, start }: WrittenAmount, given: Reconciled): boolean {
  return passage.kind === "reason" && claimsOf(given).some(({ amount }) => amount?.passage === passage && amount.start === start);
}

/** The amounts of one text that are none of the budget's; none where they add up to one. */
function unknownOf(amounts: readonly WrittenAmount[], known: KnownAmounts, words: Wording["words"]): readonly WrittenAmount[] {
  const doubtful = amounts.filter(({ value, unit, decimals }) => !known.has(value, unit, decimals));
  return addUp(doubtful, known, words) || addUp(amounts, known, words) ? [] : doubtful;
}

/** How far before an amount the word stands that says whether it is more or less. */
const REACH = 12;

/** In 元; what is said to be less counts against what is said to be more: 增加200万元，项目减少26万元. */
function signed({ passage, start, value, unit }: WrittenAmount, { 增加的说法: more, 减少的说法: less }: Wording["words"]): Exact {
  const before = passage.words.slice(Math.max(0, start - REACH), start);
  const lastOf = (pattern: RegExp): number => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  const amount = fromUnit(value, unit);
  return lastOf(less) > lastOf(more) ? amount.negated() : amount;
}

function addUp(amounts: readonly WrittenAmount[], known: KnownAmounts, words: Wording["words"]): boolean {
  if (amounts.length < 2) return false;
  const total = sum(amounts.map((amount) => signed(amount, words))).abs();
  const unit = amounts.every((amount) => amount.unit === "万元") ? "万元" : "元";
  const decimals = unit === "元" ? 2 : Math.max(...amounts.map((amount) => amount.decimals));
  return known.has(roundHalfUp(inUnit(total, unit), decimals), unit, decimals);
}

function doubt({ passage, start, end, words, value, unit }: WrittenAmount, known: KnownAmounts): Diagnostic {
  const written = fromUnit(value, unit);
  const nearest = known.nearest(written);
  const likely = nearest !== undefined && isBetween(nearest.amount, written.div("3"), written.times("3"));
  const close = likely
    ? `；最接近的是“${nearest.name}” ${formatNumber(roundHalfUp(inUnit(nearest.amount, unit), 2), { decimals: 2, trim: true, separator: true })}${unit}`
    : "";
  // A cell of 绩效指标 or of a 明细 mostly holds a price or an aim of its own.
  const report = passage.kind === "cell" ? note : warning;
  return report("amount-in-text", `文字里的 ${words} 和预算里的数都对不上${close}`, passage.place(start, end), {
    hint: "改成预算里的数，最好写成【名称】，数变了文字跟着变；这个数本来就与预算无关的，可以不改",
  });
}

function isBetween(value: Exact, low: Exact, high: Exact): boolean {
  return value.greaterThan(low) && value.lessThan(high);
}
