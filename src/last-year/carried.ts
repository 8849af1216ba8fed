import type { Budget, ExpenditureFact } from "../model/budget.ts";
import { type Classification, withOwn } from "../model/classification.ts";
import { sameUnit } from "../model/same-unit.ts";
import { CategoryTranslation } from "./categories.ts";
import { ProjectMatches } from "./projects.ts";

/** How what one year's file speaks of is called in the next. */
export interface Terms {
  readonly last: Budget;
  readonly budget: Budget;
  readonly projects: ProjectMatches;
  readonly categories: CategoryTranslation;
}

/** How one year's file speaks of what an earlier one has; `classification` is of the later year. */
export function termsOf(last: Budget, budget: Budget, classification: Classification): Terms {
  const known = withOwn(classification, budget.ownCategories ?? []);
  return { last, budget, projects: new ProjectMatches(last, budget), categories: new CategoryTranslation(budget.categoryMappings, known) };
}

/** Facts of an earlier year in the terms of a later one: its units, projects and 科目 where they are the same. */
export function carriedFacts(facts: readonly ExpenditureFact[], { last, budget, projects, categories }: Terms): ExpenditureFact[] {
  return facts.map((fact) => {
    const { project, unit } = fact;
    return { ...categories.translate(fact), unit: sameUnit(unit, last, budget) ?? unit, ...(project && { project: projects.of(project) }), lastYear: true };
  });
}
