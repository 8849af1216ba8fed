import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { amountStated } from "./money.ts";
import { shown } from "./shown.ts";

/** What is to be bought is mostly procured: 政府采购 below 拟购置 is most likely an omission. */
export function reconcileProcuredPurchases({ budget, derived, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.procurement;
  const planned = rule && amountStated(budget, rule.planned);
  const procured = rule && derived.figures.get(rule.total);
  if (rule === undefined || planned === undefined || procured === undefined || planned.amount.lessThanOrEqualTo(procured.amount)) return [];
  const message = `拟购置 ${shown(planned.amount)}，政府采购只有 ${shown(procured.amount)}；采购预算是不是漏了？`;
  const place = budget.places.get("政府采购");
  return [
    warning("procurement-below-purchases", message, planned.span, {
      hint: "核对拟购置金额和政府采购预算；都在采购限额以下、不走政府采购的，不用改",
      ...(place && { related: [{ message: `政府采购写在这里，合计 ${shown(procured.amount)}`, span: place }] }),
    }),
  ];
}
