import { type Money, sum } from "../../base/money.ts";
import type { Budget, ExpenditureFact, Unit } from "../../model/budget.ts";
import type { StatedAmount, StatedQuantity } from "../../model/stated.ts";

/** Whether a fact's 经济科目 is one of some codes or lies below one. */
export function isUnder({ economic }: ExpenditureFact, codes: readonly string[]): boolean {
  return economic !== undefined && codes.some((code) => economic.startsWith(code));
}

export function totalOf(facts: readonly ExpenditureFact[]): Money {
  return sum(facts.map(({ amount }) => amount));
}

/** Facts that are money: a fact of 0 only prints its row. */
export function spentFacts({ facts }: Pick<Budget, "facts">): ExpenditureFact[] {
  return facts.filter(({ amount }) => !amount.isZero());
}

export function ofUnit(facts: readonly ExpenditureFact[], unit: Unit): ExpenditureFact[] {
  return facts.filter((fact) => fact.unit === unit);
}

/** Facts by some key, in the order in which they stand. */
export function grouped<Fact extends ExpenditureFact>(facts: readonly Fact[], keyOf: (fact: Fact) => string): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

/** A stated amount of the document. */
export function amountStated({ inputs }: Budget, name: string): StatedAmount | undefined {
  const value = inputs.get(name);
  return value?.kind === "amount" ? value : undefined;
}

export function quantityStated({ inputs }: Budget, name: string): StatedQuantity | undefined {
  const value = inputs.get(name);
  return value?.kind === "quantity" ? value : undefined;
}
