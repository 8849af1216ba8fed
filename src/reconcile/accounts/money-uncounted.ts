import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import { testOf } from "../../model/selection.ts";
import type { Reconciled } from "../reconciled.ts";
import { isUnder, spentFacts } from "./money.ts";
import { shown } from "./shown.ts";

/** Money of the 科目 of 三公经费 that the standard's table and sentences do not count, since another fund pays it. */
export function reconcileUncounted({ budget, standard, classification }: Reconciled): Diagnostic[] {
  return standard.accounts.wholes.flatMap((name) => {
    const spec = standard.figures.get(name);
    const codes = spec?.kind === "facts" ? spec.where.经济科目 : undefined;
    if (spec?.kind !== "facts" || codes === undefined) return [];
    const counted = testOf(spec.where);
    const [first, ...others] = spentFacts(budget).filter((fact) => isUnder(fact, codes) && !counted(fact));
    if (first === undefined) return [];
    const { economic = "", amount, span } = first;
    const message = `${economic} ${nameOf(economic, "经济科目", classification)} ${shown(amount)} 由${sourceOf(first)}安排，不在公开的“${name}”里；科目和资金来源对不对？`;
    const related = others.map((fact) => ({ message: `这一笔 ${shown(fact.amount)} 由${sourceOf(fact)}安排，也不在内`, span: fact.span }));
    return [note("money-uncounted", message, span, { hint: "科目和资金来源都对的，不用改", ...(related.length > 0 && { related }) })];
  });
}

function sourceOf({ source, moneyYear }: ExpenditureFact): string {
  return moneyYear === "本年" ? source : `${source}${moneyYear}`;
}
