import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Money } from "../../base/money.ts";
import type { Span } from "../../base/span.ts";
import type { StatedAmount } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { shown } from "./shown.ts";
import { disagreements } from "./sums.ts";

/**
 * 上年数 and 前年数: 收入总计 is 支出总计, and a total what its kinds add up to. Last year's file says it itself, unless some of its
 * amounts are adjusted.
 */
export function reconcileTotals({ budget, derived, standard }: Reconciled): Diagnostic[] {
  if (budget.lastYearFile !== undefined && budget.adjustments.size === 0) return [];
  const { link } = budget.lastYearFile ?? {};
  const told = (year: string, amounts: ReadonlyMap<string, StatedAmount>): Diagnostic[] =>
    disagreements(amounts, standard.accounts.sums, derived).flatMap(({ whole, parts, total }) => {
      const stated = amounts.get(whole);
      // Not every part of an adjusted total is printed, nor adjusted.
      if (link !== undefined && parts.length > 1 && !parts.every((part) => budget.adjustments.has(part))) return [];
      if (stated === undefined || derived.figures.get(whole)?.parts.some((part) => parts.includes(part))) return [];
      const related = parts.flatMap((part) => placeOf(part, amounts.get(part), link));
      const message = `“${whole}”的${year}是 ${shown(stated.amount)}，${parts.map((part) => `“${part}”`).join("、")}${parts.length > 1 ? "合计" : ""}是 ${shown(total)}，两边不相等`;
      return [warning("totals-disagree", message, stated.span, { hint: "核对公开过的数，改正写错的那一个", related })];
    });
  const counted = link === undefined ? budget.lastYear : new Map([...derived.lastYear].map(([name, amount]) => [name, inYuan(amount, link)]));
  const adjusted = [...budget.adjustments].map(([name, { amount }]) => [name, amount] as const);
  return [...told("上年数", new Map([...counted, ...adjusted])), ...told("前年数", budget.yearBeforeLast)];
}

/** An amount that is known to the 分. */
function inYuan(amount: Money, span: Span): StatedAmount {
  return { kind: "amount", amount, unit: "元", decimals: 2, span };
}

function placeOf(part: string, stated: StatedAmount | undefined, link: Span | undefined): { message: string; span: Span }[] {
  if (stated === undefined) return [];
  const how = stated.span === link ? "上年文件算出来是" : "写了";
  return [{ message: `“${part}”${how} ${shown(stated.amount)}`, span: stated.span }];
}
