import { type Diagnostic, warning } from "../base/diagnostic.ts";
import { AMOUNT_UNITS, type AmountUnit, type Exact, exact, formatNumber, fromUnit, inUnit, roundHalfUp, sum } from "../base/money.ts";
import { span } from "../base/span.ts";
import type { Budget } from "../model/budget.ts";
import type { Derived } from "../model/derived.ts";
import type { Text } from "../model/text.ts";
import type { Reconciled } from "./reconciled.ts";

/** An amount that a text may rightly speak of. */
interface Known {
  readonly name: string;
  readonly amount: Exact;
}

/**
 * Amounts typed into an officer's texts, each told once: it should be one of the budget's own, at the precision
 * written; better still a 【名称】, which cannot go stale.
 */
export function reconcileTextAmounts({ budget, derived }: Reconciled): Diagnostic[] {
  const known = knownAmounts(budget, derived);
  const seen = new Set<string>();
  return textsOf(budget)
    .flatMap(amountsIn)
    .filter(({ words }) => !seen.has(words) && seen.add(words))
    .flatMap((found) => doubt(found, known));
}

function knownAmounts(budget: Budget, derived: Derived): Known[] {
  const figures = [...derived.figures.values()].map(({ name, amount }) => ({ name, amount }));
  const lastYear = [...derived.lastYear].map(([name, amount]) => ({ name: `${name}上年数`, amount }));
  const earlier = [...derived.yearBeforeLast].map(([name, amount]) => ({ name: `${name}前年数`, amount }));
  const changes = [...derived.changes].map(([name, change]) => ({ name: `${name}增减额`, amount: fromUnit(change.difference, change.unit) }));
  const projects = budget.projects.map((project) => ({
    name: project.name,
    amount: sum(budget.facts.flatMap((fact) => (fact.project === project ? [fact.amount] : []))),
  }));
  const facts = budget.facts.map(({ amount }) => ({ name: "", amount }));
  return [...figures, ...projects, ...lastYear, ...earlier, ...changes, ...facts];
}

function textsOf(budget: Budget): Text[] {
  return [...budget.reasons.values(), ...budget.projects.flatMap(({ goal }) => goal ?? []), ...[...budget.tableNotes.values()].flat()];
}

interface Written {
  readonly text: Text;
  readonly words: string;
  readonly value: Exact;
  readonly unit: AmountUnit;
  readonly decimals: number;
}

function amountsIn(text: Text): Written[] {
  const words = text.runs.map((run) => ("text" in run ? run.text : "【】")).join("");
  return [...words.matchAll(/(?<![\d.,]|每\S{0,8}|均\S{0,4}|于|超过|突破|至少|标准\S{0,4})(\d[\d,]*)(?:\.(\d+))?\s*(万元|亿元|元)(?!\/|每)/g)].map((match) => {
    const [whole = "", digits = "", fraction = "", unit = "元"] = match;
    const plain = digits.replaceAll(",", "");
    const value = exact(fraction === "" ? plain : `${plain}.${fraction}`);
    return { text, words: whole, value, unit: AMOUNT_UNITS.find((each) => each === unit) ?? "元", decimals: fraction.length };
  });
}

function doubt({ text, words, value, unit, decimals }: Written, known: readonly Known[]): Diagnostic[] {
  if (known.some(({ amount }) => roundHalfUp(inUnit(amount, unit), decimals).equals(value))) return [];
  const at = text.span.file.text.indexOf(words, text.span.start);
  const place = at >= 0 && at < text.span.end ? span(text.span.file, at, at + words.length) : text.span;
  const written = fromUnit(value, unit);
  const [nearest] = known.filter(({ name }) => name !== "").sort((a, b) => a.amount.minus(written).abs().comparedTo(b.amount.minus(written).abs()));
  const likely = nearest !== undefined && isBetween(nearest.amount, written.div("3"), written.times("3"));
  const close =
    likely && `最接近的是“${nearest.name}” ${formatNumber(roundHalfUp(inUnit(nearest.amount, unit), 2), { decimals: 2, trim: true, separator: true })}${unit}`;
  return [
    warning("amount-in-text", `文字里的 ${words} 和预算里的数都对不上${close ? `；${close}` : ""}`, place, {
      hint: "改成预算里的数，最好写成【名称】，数变了文字跟着变；这个数本来就与预算无关的，可以不改",
    }),
  ];
}

function isBetween(value: Exact, low: Exact, high: Exact): boolean {
  return value.greaterThan(low) && value.lessThan(high);
}
