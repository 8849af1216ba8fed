import { type Exact, type Money, sum, ZERO } from "../../base/money.ts";
import type { Derived } from "../../model/derived.ts";
import type { StatedAmount } from "../../model/stated.ts";
import { halfOfLastDigit } from "../last-year.ts";

/** A whole that is stated otherwise than its stated parts add up to. */
export interface Disagreement {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly total: Money;
}

/**
 * Wholes among stated amounts that contradict their parts. A sum is held against them only where this year's own figures
 * keep it, and a part that is not stated counts as 0 only where this year's is.
 */
export function disagreements(amounts: ReadonlyMap<string, StatedAmount>, sums: ReadonlyMap<string, readonly string[]>, derived: Derived): Disagreement[] {
  return [...sums].flatMap(([whole, parts]) => {
    const stated = amounts.get(whole);
    const known = parts.filter((part) => amounts.has(part));
    if (stated === undefined || known.length === 0 || !keeps(whole, parts, derived)) return [];
    const total = sum(known.map((part) => amounts.get(part)?.amount ?? ZERO));
    const tolerance = sum([whole, ...known].map((name) => slackOf(amounts.get(name))));
    const complete = parts.every((part) => amounts.has(part) || isZero(part, derived));
    const gap = total.minus(stated.amount);
    const fits = complete ? gap.abs().lessThanOrEqualTo(tolerance) : gap.lessThanOrEqualTo(tolerance);
    return fits ? [] : [{ whole, parts: known, total }];
  });
}

function slackOf(amount: StatedAmount | undefined): Exact {
  return amount === undefined ? ZERO : halfOfLastDigit(amount);
}

function isZero(name: string, { figures }: Derived): boolean {
  return figures.get(name)?.amount.isZero() ?? false;
}

function keeps(whole: string, parts: readonly string[], { figures }: Derived): boolean {
  const amounts = parts.map((part) => figures.get(part)?.amount ?? ZERO);
  return figures.get(whole)?.amount.equals(sum(amounts)) ?? false;
}
