import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { amountStated, isUnder, spentFacts, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** 拟购置金额 against 资本性支出. Small things are often bought from 办公费, so too little money is a note; 0 beside money for assets is none. */
export function reconcilePurchases({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.purchases;
  const planned = rule && amountStated(budget, rule.planned);
  if (rule === undefined || planned === undefined) return [];
  const facts = spentFacts(budget);
  const assets = facts.filter((fact) => isUnder(fact, rule.assets));
  if (planned.amount.isZero() && assets.length > 0) {
    const message = `拟购置金额写的是 0，却安排了购置资产的支出 ${shown(totalOf(assets))}`;
    const related = assets.map(({ amount, span }) => ({ message: `这里写了 ${shown(amount)}`, span }));
    return [warning("purchases-differ", message, planned.span, { hint: "写明拟购置金额和内容，或者改正支出的科目", related })];
  }
  const money = totalOf(facts.filter((fact) => isUnder(fact, rule.codes)));
  if (planned.amount.lessThanOrEqualTo(money)) return [];
  const found = money.isZero() ? "各项支出里没有资本性支出" : `资本性支出只有 ${shown(money)}`;
  const message = `拟购置 ${shown(planned.amount)}，${found}；买它的钱列在哪个科目？`;
  return [note("purchases-differ", message, planned.span, { hint: "购置固定资产一般列 310 资本性支出；确实列在别的科目的，不用改" })];
}
