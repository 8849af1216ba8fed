import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { sum } from "../../base/money.ts";
import { FUND_SOURCE_GROUPS } from "../../model/expenditure.ts";
import type { StatedAmount } from "../../model/stated.ts";
import { halfOfLastDigit } from "../last-year.ts";
import type { Reconciled } from "../reconciled.ts";
import { moneyOf } from "./projects.ts";
import { shown } from "./shown.ts";

/**
 * What a project states of the kinds of its 一般公共预算 adds up to that money. The first kind is all of this year's where
 * it is not stated, and then there is no room for another.
 */
export function reconcileProjectSources({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.project;
  const [general] = FUND_SOURCE_GROUPS.财政拨款 ?? [];
  if (rule === undefined) return [];
  const money = moneyOf(budget);
  return budget.projects.flatMap((project) => {
    const stated = rule.sources.flatMap((key): StatedAmount[] => {
      const value = project.inputs.get(key);
      return value?.kind === "amount" ? [value] : [];
    });
    const [first] = stated;
    if (first === undefined) return [];
    const facts = (money.get(project) ?? []).filter(({ source }) => source === general);
    const all = sum(facts.map(({ amount }) => amount));
    const current = sum(facts.flatMap(({ amount, moneyYear }) => (moneyYear === "本年" ? [amount] : [])));
    const total = sum(stated.map(({ amount }) => amount));
    const slack = sum(stated.map(halfOfLastDigit));
    const [own] = rule.sources;
    if (own !== undefined && !project.inputs.has(own)) {
      if (total.isZero()) return [];
      const message = `项目“${project.name}”写了${shown(total)}的其他拨款，没有写“${own}”；不写就是全部 ${shown(current)}，两处会重复`;
      return [warning("project-sources-differ", message, first.span, { hint: `补上“${own}: …”，几项加起来是这个项目的${general}` })];
    }
    if (total.minus(all).lessThanOrEqualTo(slack) && current.minus(total).lessThanOrEqualTo(slack)) return [];
    const message = `项目“${project.name}”的${rule.sources.join("、")}合计 ${shown(total)}，它的${general}是 ${shown(all)}`;
    const related = stated.slice(1).map(({ amount, span }) => ({ message: `这里写了 ${shown(amount)}`, span }));
    return [warning("project-sources-differ", message, first.span, { hint: "核对各项，或者核对项目的支出和资金来源", ...(related.length > 0 && { related }) })];
  });
}
