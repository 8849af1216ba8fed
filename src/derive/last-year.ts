import { type Money, sum } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { Figure } from "../model/figure.ts";

/**
 * Last year's amount (元) of every figure for which it is known: as the file states it, or, where it
 * does not, as the sum of the figure's parts when all of these are known.
 */
export function lastYearAmounts(budget: Budget, figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Money> {
  const known = new Map<string, Money>();
  const amountOf = (name: string, above: readonly string[]): Money | undefined => {
    const stated = budget.lastYear.get(name);
    if (stated !== undefined) return stated.amount;
    const parts = figures.get(name)?.parts ?? [];
    if (parts.length === 0 || above.includes(name)) return undefined;
    const amounts = parts.map((part) => amountOf(part, [...above, name]));
    return amounts.includes(undefined) ? undefined : sum(amounts.flatMap((amount) => amount ?? []));
  };
  for (const name of figures.keys()) {
    const amount = amountOf(name, []);
    if (amount !== undefined) known.set(name, amount);
  }
  return known;
}
