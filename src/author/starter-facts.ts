import { exact } from "../base/money.ts";
import { sourceFile, span } from "../base/span.ts";
import type { ExpenditureFact, Project, Unit } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import { FUND_SOURCES } from "../model/expenditure.ts";
import type { StarterAnswers } from "./answers.ts";
import type { PlannedCodes, StarterPlan } from "./starter-plan.ts";

const NOWHERE = span(sourceFile("", ""), 0);

/** The money that a starter file will have once it is filled in, of some amount or other: what it needs depends on which there is. */
export function plannedFacts(plan: StarterPlan, { name, nature }: StarterAnswers, classification: Classification): ExpenditureFact[] {
  const unit: Unit = { name, nature, span: NOWHERE };
  const goal = plan.projectKeys.length > 0 ? { goal: { runs: [], span: NOWHERE } } : {};
  const project: Project = { name: "", key: false, inputs: new Map(), unit, span: NOWHERE, ...goal };
  const facts = (codes: PlannedCodes, common: Pick<ExpenditureFact, "nature" | "project">): ExpenditureFact[] =>
    [...codes].flatMap(([functional, economics]) => {
      const kind = classification.functional.get(functional)?.kind;
      const source = FUND_SOURCES.find((each) => each === kind) ?? "一般公共预算";
      return economics.map((economic) => ({
        functional,
        economic,
        source,
        moneyYear: "本年" as const,
        unit,
        amount: exact("1"),
        functionalSpan: NOWHERE,
        span: NOWHERE,
        ...common,
      }));
    });
  return [...facts(plan.basic, { nature: "基本支出" }), ...facts(plan.project, { nature: "项目支出", project })];
}
