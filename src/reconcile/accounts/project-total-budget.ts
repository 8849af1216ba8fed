import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { sum } from "../../base/money.ts";
import { halfOfLastDigit } from "../last-year.ts";
import type { Reconciled } from "../reconciled.ts";
import { moneyOf } from "./projects.ts";
import { shown } from "./shown.ts";

/** 项目总预算 is that of all years: it cannot be less than this year's. */
export function reconcileTotalBudgets({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.project;
  if (rule === undefined) return [];
  const money = moneyOf(budget);
  return budget.projects.flatMap((project) => {
    const stated = project.inputs.get(rule.totalBudget);
    const own = sum((money.get(project) ?? []).map(({ amount }) => amount));
    if (stated?.kind !== "amount" || stated.amount.plus(halfOfLastDigit(stated)).greaterThanOrEqualTo(own)) return [];
    const message = `项目“${project.name}”的${rule.totalBudget} ${shown(stated.amount)}，比当年的 ${shown(own)} 还少`;
    return [warning("project-total-budget", message, stated.span, { hint: `${rule.totalBudget}是各年合计；只在当年安排的，这一行可以不写` })];
  });
}
