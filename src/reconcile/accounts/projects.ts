import type { Budget, ExpenditureFact, Project } from "../../model/budget.ts";

/** The facts of each project. */
export function moneyOf({ facts }: Pick<Budget, "facts">): ReadonlyMap<Project, readonly ExpenditureFact[]> {
  const money = new Map<Project, ExpenditureFact[]>();
  for (const fact of facts) {
    if (fact.project === undefined) continue;
    const own = money.get(fact.project);
    if (own === undefined) money.set(fact.project, [fact]);
    else own.push(fact);
  }
  return money;
}
