import { type Money, sum } from "../base/money.ts";
import { adjustmentsIn } from "../model/adjustment.ts";
import type { Budget, LastYear } from "../model/budget.ts";
import type { Figure } from "../model/figure.ts";
import type { Standard } from "../model/standard.ts";
import { deriveFigures } from "./figures.ts";

type Figures = ReadonlyMap<string, Figure>;

/**
 * Last year's amount (元) of every figure for which it is known: as it is adjusted (同口径调整), else as last year's file gives it under
 * the same selection, else as this file states it, else as the sum of the figure's parts when all of these are known. A figure with an
 * adjusted part is the sum of its parts.
 */
export function lastYearAmounts(budget: Budget, figures: Figures, lastYearFigures: Figures): ReadonlyMap<string, Money> {
  return withSums(figures, (name) => {
    const adjusted = budget.adjustments.get(name)?.amount.amount;
    if (adjusted !== undefined || adjustmentsIn(name, budget, figures).length > 0) return adjusted;
    return lastYearFigures.get(name)?.amount ?? budget.lastYear.get(name)?.amount;
  });
}

/** Amounts (元) of the year before last: as the file states them, else as last year's file knows its own last year. */
export function earlierAmounts(budget: Budget, figures: Figures, before: ReadonlyMap<string, Money>): ReadonlyMap<string, Money> {
  return withSums(figures, (name) => budget.yearBeforeLast.get(name)?.amount ?? before.get(name));
}

/** Amounts (元) of the year before last as last year's file gives them: of the file that it links to, else as it states its own 上年数. */
export function amountsBefore(lastYear: LastYear | undefined, standard: Standard, figures: Figures): ReadonlyMap<string, Money> {
  if (lastYear === undefined) return new Map();
  const { stated, file } = lastYear.before;
  const counted: Figures = file === undefined ? new Map() : deriveFigures(file, standard);
  return withSums(figures, (name) => counted.get(name)?.amount ?? stated.get(name)?.amount);
}

/** Every figure's amount that is known, or that follows from those of its parts. */
function withSums(figures: Figures, knownOf: (name: string) => Money | undefined): ReadonlyMap<string, Money> {
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
