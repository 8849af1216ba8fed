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
  return withSums(figures, (name) => budget.lastYear.get(name)?.amount ?? fromFacts(name, budget, standard));
}

/** Every figure's amount that is known, or that follows from those of its parts. */
function withSums(figures: ReadonlyMap<string, Figure>, knownOf: (name: string) => Money | undefined): ReadonlyMap<string, Money> {
  const amounts = new Map<string, Money>();
  const amountOf = (name: string, above: readonly string[]): Money | undefined => {
    const known = knownOf(name);
    if (known !== undefined) return known;
    const parts = figures.get(name)?.parts ?? [];
    if (parts.length === 0 || above.includes(name)) return undefined;
    const members = parts.map((part) => amountOf(part, [...above, name]));
    return members.includes(undefined) ? undefined : sum(members.flatMap((member) => member ?? []));
  };
  for (const name of figures.keys()) {
    const amount = amountOf(name, []);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

/** The same as last year's file alone adds it up, where there is one. */
export function countedAmounts(budget: Budget, standard: Standard): ReadonlyMap<string, Money> {
  const names = budget.lastYearFacts === undefined ? [] : [...standard.figures.keys()];
  return new Map(
    names.flatMap((name) => {
      const amount = fromFacts(name, budget, standard);
      return amount === undefined ? [] : [[name, amount] as const];
    }),
  );
}

/** Amounts (元) of the year before last: as the file states them, or as the sum of a figure's parts. */
export function earlierAmounts(budget: Budget, figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Money> {
  return withSums(figures, (name) => budget.yearBeforeLast.get(name)?.amount);
}

/** What the facts of last year's file say, under the same selection as this year's. */
function fromFacts(name: string, { lastYearFacts }: Budget, { figures }: Standard): Money | undefined {
  const spec = figures.get(name);
  if (lastYearFacts === undefined || spec?.kind !== "facts") return undefined;
  return sum(lastYearFacts.filter(testOf(spec.where)).map(({ amount }) => amount));
}
