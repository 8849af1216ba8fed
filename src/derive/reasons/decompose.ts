import { type Money, sum, ZERO } from "../../base/money.ts";
import type { ExpenditureFact, Project } from "../../model/budget.ts";
import { type Classification, nameOf } from "../../model/classification.ts";
import type { ComparedMoney, Contribution, Decomposition } from "../../model/decomposition.ts";

/** What a fact's money is counted under: its 项目, else its 经济科目款, else its 支出性质. */
type Key = Project | string;

/** Takes a change apart by the facts of both years. Where last year's are not known, nothing can be said. */
export function decompose({ current, base, facts, lastYearFacts }: ComparedMoney, classification: Classification): Decomposition {
  if (lastYearFacts === undefined) return { basis: "nothing", ...withRest(current, base, []) };
  const now = totals(facts);
  const before = totals(lastYearFacts);
  const contributions = [...new Set([...now.keys(), ...before.keys()])].map(
    (key): Contribution => ({ ...describe(key, classification), current: now.get(key) ?? ZERO, base: before.get(key) ?? ZERO }),
  );
  return { basis: "facts", ...withRest(current, base, contributions) };
}

/** The contributions that changed, in their order, and what they leave. */
export function withRest(current: Money, base: Money, contributions: readonly Contribution[]): Omit<Decomposition, "basis"> {
  const changed = contributions.filter((each) => !each.current.equals(each.base)).sort(bySize);
  return { current, base, contributions: changed, rest: current.minus(base).minus(sum(changed.map(differenceOf))) };
}

function differenceOf({ current, base }: Contribution): Money {
  return current.minus(base);
}

function bySize(one: Contribution, other: Contribution): number {
  const bigger = differenceOf(other).abs().comparedTo(differenceOf(one).abs());
  return bigger || compareText(one.code, other.code) || compareText(one.name, other.name);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function totals(facts: readonly ExpenditureFact[]): ReadonlyMap<Key, Money> {
  const amounts = new Map<Key, Money>();
  for (const { project, economic, nature, amount } of facts) {
    const key = project ?? economic ?? nature;
    amounts.set(key, (amounts.get(key) ?? ZERO).plus(amount));
  }
  return amounts;
}

function describe(key: Key, classification: Classification): Pick<Contribution, "kind" | "name" | "code"> {
  if (typeof key !== "string") return { kind: "project", name: key.name, code: key.code ?? "" };
  if (!/^\d+$/.test(key)) return { kind: "nature", name: key, code: "" };
  return { kind: "category", name: nameOf(key, "经济科目", classification) || key, code: key };
}
