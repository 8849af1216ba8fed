import type { Budget, ExpenditureFact, Project, Unit } from "../model/budget.ts";

type Own = Pick<Budget, "units" | "projects">;

/** Facts of last year as those of this year's projects and units, where they are the same. */
export function carriedFacts(facts: readonly ExpenditureFact[], budget: Own): ExpenditureFact[] {
  return facts.map((fact) => {
    const unit = budget.units.find(({ name }) => name === fact.unit.name) ?? fact.unit;
    const project = fact.project && sameProject(fact.project, unit, budget);
    return { ...fact, unit, ...(project && { project }), lastYear: true };
  });
}

/** This year's project of the same code; else of the same name, in the same unit before any other. */
function sameProject(last: Project, unit: Unit, { projects }: Own): Project {
  const byCode = last.code === undefined ? undefined : projects.find(({ code }) => code === last.code);
  const named = projects.filter(({ name }) => name === last.name);
  return byCode ?? named.find((project) => project.unit === unit) ?? named[0] ?? last;
}
