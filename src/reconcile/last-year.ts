import { type Diagnostic, error } from "../base/diagnostic.ts";
import { type Exact, exact, formatNumber, inUnit, sum } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { Derived } from "../model/derived.ts";
import type { StatedAmount } from "../model/stated.ts";

/** 上年数: where a whole and all its parts are stated, they agree, up to what rounding each can do. */
export function reconcileLastYear(budget: Budget, derived: Derived): Diagnostic[] {
  return [...derived.figures.values()].flatMap(({ name, parts }) => {
    const whole = budget.lastYear.get(name);
    const stated = parts.map((part) => budget.lastYear.get(part));
    if (whole === undefined || parts.length === 0 || stated.includes(undefined)) return [];
    const members = stated.flatMap((part) => part ?? []);
    const gap = sum(members.map(({ amount }) => amount))
      .minus(whole.amount)
      .abs();
    const tolerance = sum([whole, ...members].map(halfOfLastDigit));
    if (gap.lessThanOrEqualTo(tolerance)) return [];
    const total = formatNumber(inUnit(sum(members.map(({ amount }) => amount)), "万元"), { decimals: 2, trim: true, separator: true });
    const related = members.map((member, index) => ({ message: `那里写了“${parts[index]}”`, span: member.span }));
    return [
      error("last-year-differs", `“${name}”的上年数与它的各部分之和 ${total}万元 不相等`, whole.span, {
        hint: "核对上年公开的数；也可以只写各部分，合计由系统算出",
        related,
      }),
    ];
  });
}

/** Half a unit of the last digit written (元); nothing where the amount is written to the 元 or finer. */
function halfOfLastDigit({ unit, decimals }: StatedAmount): Exact {
  if (unit === "元") return exact("0");
  const step = exact("10").pow(-decimals);
  return step.times(unit === "万元" ? "10000" : "100000000").div("2");
}
