import { type AmountUnit, type Exact, fromUnit, inUnit, roundHalfUp, sum } from "../../base/money.ts";
import type { Budget } from "../../model/budget.ts";
import type { Derived } from "../../model/derived.ts";
import type { StatedValue } from "../../model/stated.ts";

/** An amount that a text may rightly speak of. */
export interface KnownAmount {
  /** Empty for what has no name of its own. */
  readonly name: string;
  /** 元, exact. */
  readonly amount: Exact;
}

/** All amounts of a budget, to be asked for by what is written of them. */
export class KnownAmounts {
  private readonly all: readonly KnownAmount[];
  private readonly named: readonly KnownAmount[];
  /** The amounts as they are written in a unit with a number of decimals. */
  private readonly written = new Map<string, ReadonlySet<string>>();

  constructor(budget: Budget, derived: Derived) {
    this.all = [...namedAmounts(budget, derived), ...otherAmounts(budget)];
    const named = this.all.filter(({ name }) => name !== "").reverse();
    // Of figures with the same amount the first is told.
    const byAmount = new Map(named.map((known) => [known.amount.toFixed(), known]));
    this.named = [...byAmount.values()].sort((a, b) => a.amount.comparedTo(b.amount));
  }

  has(value: Exact, unit: AmountUnit, decimals: number): boolean {
    const key = `${unit}|${decimals}`;
    const known = this.written.get(key) ?? new Set(this.all.map(({ amount }) => roundHalfUp(inUnit(amount, unit), decimals).toFixed()));
    this.written.set(key, known);
    return known.has(value.toFixed());
  }

  /** The named amount (元) that is nearest to one written. */
  nearest(written: Exact): KnownAmount | undefined {
    let low = 0;
    let high = this.named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.named[middle]?.amount.lessThan(written)) low = middle + 1;
      else high = middle;
    }
    const beside = this.named.slice(Math.max(0, low - 1), low + 1);
    return beside.sort((a, b) => a.amount.minus(written).abs().comparedTo(b.amount.minus(written).abs()))[0];
  }
}

function namedAmounts({ projects, facts, approvals, reasons }: Budget, derived: Derived): KnownAmount[] {
  return [
    ...[...derived.figures.values()].map(({ name, amount }) => ({ name, amount })),
    ...projects.map((project) => ({ name: project.name, amount: sum(facts.flatMap((fact) => (fact.project === project ? [fact.amount] : []))) })),
    ...[...derived.lastYear].map(([name, amount]) => ({ name: `${name}上年数`, amount })),
    ...[...derived.yearBeforeLast].map(([name, amount]) => ({ name: `${name}前年数`, amount })),
    ...[...derived.changes].map(([name, change]) => ({ name: `${name}增减额`, amount: fromUnit(change.difference, change.unit) })),
    ...[...reasons.keys()].flatMap((name) => contributionsOf(name, derived)),
    ...[...approvals].map(([name, { amount }]) => ({ name, amount })),
  ];
}

/** By how much the parts of a figure's change changed. */
function contributionsOf(figure: string, derived: Derived): KnownAmount[] {
  const parts = derived.contributions(figure)?.contributions ?? [];
  return parts.map(({ name, current, base }) => ({ name: `${name}增减额`, amount: current.minus(base).abs() }));
}

/** Single facts, sums by 科目 of every level and by unit, and every stated amount. */
function otherAmounts({ facts, lastYearFile, inputs, projects, lastYear }: Budget): KnownAmount[] {
  const lastYearFacts = lastYearFile?.facts ?? [];
  const sums = new Map<string, Exact>();
  const add = (key: string, amount: Exact): void => void sums.set(key, (sums.get(key) ?? sum([])).plus(amount));
  for (const [year, ofYear] of [facts, lastYearFacts].entries())
    for (const { functional, economic = "", project, unit, nature, amount } of ofYear) {
      for (const length of [3, 5, 7]) add(`${year} functional ${functional.slice(0, length)}`, amount);
      for (const length of [3, 5]) {
        add(`${year} economic ${economic.slice(0, length)}`, amount);
        add(`${year} ${nature} ${economic.slice(0, length)}`, amount);
        add(`${year} ${project?.name} ${economic.slice(0, length)}`, amount);
      }
      add(`${year} unit ${unit.name}`, amount);
    }
  const stated = [...inputs.values(), ...projects.flatMap((project) => [...project.inputs.values()])].flatMap(amountsOf);
  const single = [...facts, ...lastYearFacts, ...lastYear.values()].map(({ amount }) => amount);
  return [...sums.values(), ...stated, ...single].map((amount) => ({ name: "", amount }));
}

function amountsOf(value: StatedValue): Exact[] {
  if (value.kind === "amount") return [value.amount];
  return value.kind === "items" ? value.items.flatMap(({ fields }) => [...fields.values()].flatMap(amountsOf)) : [];
}
