import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { StatedAmount } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { shown } from "./shown.ts";
import { disagreements } from "./sums.ts";

/** 上年数 and 前年数: 收入总计 is 支出总计, and a total what its kinds add up to. Last year's file says it itself. */
export function reconcileTotals({ budget, derived, standard }: Reconciled): Diagnostic[] {
  if (budget.lastYearFile !== undefined) return [];
  const told = (year: string, amounts: ReadonlyMap<string, StatedAmount>): Diagnostic[] =>
    disagreements(amounts, standard.accounts.sums, derived).flatMap(({ whole, parts, total }) => {
      const stated = amounts.get(whole);
      if (stated === undefined || derived.figures.get(whole)?.parts.some((part) => parts.includes(part))) return [];
      const related = parts.flatMap((part) => placeOf(part, amounts.get(part)));
      const message = `“${whole}”的${year}是 ${shown(stated.amount)}，${parts.map((part) => `“${part}”`).join("、")}${parts.length > 1 ? "合计" : ""}是 ${shown(total)}，两边不相等`;
      return [warning("totals-disagree", message, stated.span, { hint: "核对公开过的数，改正写错的那一个", related })];
    });
  return [...told("上年数", budget.lastYear), ...told("前年数", budget.yearBeforeLast)];
}

function placeOf(part: string, stated: StatedAmount | undefined): { message: string; span: StatedAmount["span"] }[] {
  return stated === undefined ? [] : [{ message: `“${part}”写了 ${shown(stated.amount)}`, span: stated.span }];
}
