import { type Money, sum } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { Figure } from "../model/figure.ts";
import { testOf } from "../model/selection.ts";
import type { Standard } from "../model/standard.ts";

/**
 * Last year's amount (元) of every figure for which it is known: as the file states it, or, where it
 * does not, as the sum of the figure's parts when all of these are known.
 */
export function lastYearAmounts(budget: Budget, standard: Standard, figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Money> {
  const known = new Map<string, Money>();
  const amountOf = (name: string, above: readonly string[]): Money | undefined => {
    const stated = budget.lastYear.get(name);
    if (stated !== undefined) return stated.amount;
    const counted = fromFacts(name, budget, standard);
    if (counted !== undefined) return counted;
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

/** What the facts of last year's file say, under the same selection as this year's. */
function fromFacts(name: string, { lastYearFacts }: Budget, { figures }: Standard): Money | undefined {
  const spec = figures.get(name);
  if (lastYearFacts === undefined || spec?.kind !== "facts") return undefined;
  return sum(lastYearFacts.filter(testOf(spec.where)).map(({ amount }) => amount));
}
