import { type Money, ZERO } from "../base/money.ts";
import type { ExpenditureFact } from "../model/budget.ts";
import { type Classification, nameOf } from "../model/classification.ts";
import type { CategoriesOf, Compared, FactChange, NamedCode } from "../model/difference.ts";
import type { ProjectPairs } from "./projects.ts";
import { unitKeys } from "./units.ts";

type Axis = "功能科目" | "经济科目";

/** The same money in both budgets. Several facts of one grain are one. */
interface Grain {
  before?: { readonly fact: ExpenditureFact; readonly amount: Money };
  after?: { readonly fact: ExpenditureFact; readonly amount: Money };
}

/** Facts that came, went or are another amount, in the order of the second budget, then what is gone. */
export function factChanges(before: Compared, after: Compared, projects: ProjectPairs, now: CategoriesOf): FactChange[] {
  const unitOf = unitKeys(before.budget, after.budget);
  const grains = new Map<string, Grain>();
  const add = (fact: ExpenditureFact, side: "before" | "after"): void => {
    const { functional, economic } = side === "before" ? now(fact) : fact;
    const key = JSON.stringify([
      unitOf(fact.unit),
      fact.nature,
      fact.project && projects.keyOf(fact.project),
      functional,
      economic,
      fact.source,
      fact.moneyYear,
    ]);
    const grain = grains.get(key) ?? {};
    grains.set(key, grain);
    const known = grain[side];
    grain[side] = { fact: known?.fact ?? fact, amount: (known?.amount ?? ZERO).plus(fact.amount) };
  };
  for (const fact of after.budget.facts) add(fact, "after");
  for (const fact of before.budget.facts) add(fact, "before");
  return [...grains.values()].flatMap((grain) => changeOf(grain, before.classification, after.classification));
}

function changeOf({ before, after }: Grain, earlier: Classification, later: Classification): FactChange[] {
  const fact = (after ?? before)?.fact;
  if (fact === undefined || (before && after && before.amount.equals(after.amount))) return [];
  const classification = after === undefined ? earlier : later;
  const named = (code: string, axis: Axis, of = classification): NamedCode => ({ code, name: nameOf(code, axis, of) });
  return [
    {
      change: before === undefined ? "added" : after === undefined ? "gone" : "changed",
      unit: fact.unit.name,
      nature: fact.nature,
      functional: named(fact.functional, "功能科目"),
      ...(fact.economic !== undefined && { economic: named(fact.economic, "经济科目") }),
      ...(before && formerCodes(before.fact, fact, (code, axis) => named(code, axis, earlier))),
      ...(fact.project && { project: fact.project.name }),
      source: fact.source,
      moneyYear: fact.moneyYear,
      ...(before && { before: before.amount }),
      ...(after && { after: after.amount }),
      difference: (after?.amount ?? ZERO).minus(before?.amount ?? ZERO),
    },
  ];
}

/** The 科目 that were others before. */
function formerCodes(
  before: ExpenditureFact,
  { functional, economic }: ExpenditureFact,
  named: (code: string, axis: Axis) => NamedCode,
): Pick<FactChange, "functionalBefore" | "economicBefore"> {
  return {
    ...(before.functional !== functional && { functionalBefore: named(before.functional, "功能科目") }),
    ...(before.economic !== undefined && before.economic !== economic && { economicBefore: named(before.economic, "经济科目") }),
  };
}
