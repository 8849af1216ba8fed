import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { ComparisonRule } from "../../model/accounts.ts";
import type { Figure } from "../../model/figure.ts";
import type { StatedAmount } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { amountStated, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** A stated 机关运行经费 against what the tables give: such units have it, and it is not far from their 公用经费. */
export function reconcileComparisons(given: Reconciled): Diagnostic[] {
  const { derived, standard } = given;
  return standard.accounts.comparisons.flatMap((rule) => {
    const spec = standard.figures.get(rule.figure);
    const stated = spec?.kind === "sum" ? spec.of.flatMap((name) => amountStated(given.budget, name) ?? []) : [];
    const [own] = stated;
    const beside = derived.figures.get(rule.beside);
    return own === undefined || stated.length > 1 || own.amount.isZero() || beside === undefined ? [] : compared(own, beside, rule, given);
  });
}

function compared(stated: StatedAmount, beside: Figure, { figure, within, units }: ComparisonRule, { budget }: Reconciled): Diagnostic[] {
  if (!budget.units.some(({ nature }) => units.includes(nature))) {
    const message = `“${figure}”写的是 ${shown(stated.amount)}，但没有一个单位是${units.join("、")}`;
    return [warning("operating-expenses-differ", message, stated.span, { hint: "其他单位没有这项经费：写 0，或者改正单位的性质" })];
  }
  const own = totalOf(beside.facts.filter(({ unit }) => units.includes(unit.nature)));
  if (own.minus(stated.amount).abs().times("100").lessThanOrEqualTo(own.times(within))) return [];
  const message = `“${figure}”写的是 ${shown(stated.amount)}，这些单位的“${beside.name}”是 ${shown(own)}；口径不同还是写错了？`;
  return [note("operating-expenses-differ", message, stated.span, { hint: "写错的改正；口径不同的，在公开的说明里讲清楚" })];
}
