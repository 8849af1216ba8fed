import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { sum } from "../../base/money.ts";
import { wordsOf } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { amountStated } from "./money.ts";
import { shown } from "./shown.ts";

/** Where a file gives both the amounts by class and the 明细, they are the same money. */
export function reconcileProcurementDetails({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.procurement;
  const stated = rule && budget.inputs.get(rule.details);
  if (rule === undefined || stated?.kind !== "items") return [];
  return [...rule.totals].flatMap(([word, name]) => {
    const total = amountStated(budget, name);
    const own = stated.items.filter(({ fields }) => wordsOf(fields.get(rule.class)) === word);
    const amount = sum(own.flatMap(({ fields }) => amountIn(fields.get(rule.amount))));
    if (total === undefined || total.amount.equals(amount)) return [];
    const message = `政府采购的“${word}”写的是 ${shown(total.amount)}，明细里${word}合计 ${shown(amount)}`;
    const related = own.slice(0, 3).map((item) => ({ message: `明细在这里`, span: item.fields.get(rule.amount)?.span ?? item.span }));
    return [
      warning("procurement-details-differ", message, total.span, { hint: "核对两处，改正写错的；明细不全的，补上缺的", ...(own.length > 0 && { related }) }),
    ];
  });
}

function amountIn(value: Parameters<typeof wordsOf>[0]) {
  return value?.kind === "amount" ? [value.amount] : [];
}
