import { sum } from "../base/money.ts";
import { type CategoriesOf, type Compared, type Difference, type Head, UNLIKE, type Unlike } from "../model/difference.ts";
import { factChanges } from "./facts.ts";
import { figureChanges } from "./figures.ts";
import type { Naming } from "./grid.ts";
import { headChanges, inputChanges } from "./inputs.ts";
import { passageChanges } from "./passages.ts";
import { pairProjects, projectChanges } from "./projects.ts";
import { tableChanges } from "./tables.ts";
import { timelessOf } from "./years.ts";

/** How one budget differs from another: what is stated otherwise, and what that changes in what is published. Of two years `categoriesOf` knows which 科目 followed which. */
export function compareBudgets(before: Compared, after: Compared, categoriesOf: CategoriesOf = (fact) => fact): Difference {
  const [old, now] = [headOf(before), headOf(after)];
  const projects = pairProjects(before.budget, after.budget);
  const namingOf = ({ year }: Head, renamed: Naming["renamed"]): Naming => ({ timeless: timelessOf(year, old.year !== now.year), renamed });
  const namings = { before: namingOf(old, projects.renamed), after: namingOf(now, new Map()) };
  const timeless = { before: namings.before.timeless, after: namings.after.timeless };
  return {
    before: old,
    after: now,
    unlike: UNLIKE.filter((each) => old[each] !== now[each]) satisfies Unlike[],
    head: headChanges(before, after, timeless),
    projects: projectChanges(projects, before.budget, after.budget),
    facts: factChanges(before, after, projects, categoriesOf),
    inputs: inputChanges(before, after, projects, timeless),
    figures: figureChanges(before, after),
    tables: tableChanges(before, after, namings),
    passages: passageChanges(before.document, after.document, timeless),
  };
}

function headOf({ budget, standard }: Compared): Head {
  const total = sum(budget.facts.map(({ amount }) => amount));
  return { unit: budget.unit.name, year: budget.year, kind: budget.documentKind, standard: standard.name, total };
}
