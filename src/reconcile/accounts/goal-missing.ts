import { type Diagnostic, error, note } from "../../base/diagnostic.ts";
import { hasGoals } from "../../model/budget.ts";
import type { Reconciled } from "../reconciled.ts";
import { totalOf } from "./money.ts";
import { moneyOf } from "./projects.ts";
import { shown } from "./shown.ts";

/** A 重点项目 is published with its 绩效目标 (财预〔2016〕143号); a large project should have one. */
export function reconcileGoals({ budget, standard }: Reconciled): Diagnostic[] {
  const from = standard.accounts.project?.goalsFrom;
  const money = moneyOf(budget);
  return budget.projects.flatMap((project) => {
    if (hasGoals(project)) return [];
    if (project.key) {
      const message = `项目“${project.name}”是重点项目，没有写绩效目标；重点项目要连同绩效目标一起公开`;
      return [error("goal-missing", message, project.span, { hint: "在这个项目下补上“绩效目标:”；不是重点项目的，“重点项目”写“否”" })];
    }
    const own = totalOf(money.get(project) ?? []);
    if (from === undefined || own.lessThan(from)) return [];
    const message = `项目“${project.name}”有 ${shown(own)}，没有写绩效目标；要不要公开？`;
    return [note("goal-missing", message, project.span, { hint: "有绩效目标的，在这个项目下补上“绩效目标:”；当地不要求公开的，不用写" })];
  });
}
