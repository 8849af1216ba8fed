import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { roundHalfUp } from "../../base/money.ts";
import type { Reconciled } from "../reconciled.ts";
import { isUnder, quantityStated, spentFacts, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** 基本工资 beside the number of people: none, or a wage that is none, is most likely 元 for 万元 or a slip of the count. */
export function reconcileWages({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.wages;
  const people = rule && quantityStated(budget, rule.people);
  const paid = rule ? spentFacts(budget).filter((fact) => fact.nature === "基本支出" && isUnder(fact, [rule.code])) : [];
  const [first] = paid;
  if (rule === undefined || people === undefined || first === undefined || paid.some(({ doubtful }) => doubtful)) return [];
  const total = totalOf(paid);
  const related = [{ message: `这里写了 ${shown(first.amount)}`, span: first.span }];
  if (people.value.isZero()) {
    const message = `“${rule.people}”写的是 0${people.measure}，却有基本工资 ${shown(total)}`;
    return [warning("staff-wages", message, people.span, { hint: "核对人数；没有在职人员的，核对基本工资", related })];
  }
  const each = roundHalfUp(total.div(people.value), 0);
  if (!each.lessThan(rule.least) && !each.greaterThan(rule.most)) return [];
  const message = `基本工资 ${shown(total)}，${rule.people} ${people.value.toFixed()}${people.measure}，平均每人一年 ${shown(each)}；金额是元还是万元？`;
  return [warning("staff-wages", message, people.span, { hint: "核对人数和基本工资的单位", related })];
}
