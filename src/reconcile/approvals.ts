import { type Diagnostic, error } from "../base/diagnostic.ts";
import { formatNumber, inUnit, roundHalfUp } from "../base/money.ts";
import type { StatedAmount } from "../model/stated.ts";
import type { Reconciled } from "./reconciled.ts";

/** 批复: each approved total must be the sum of the facts, at the precision at which it is written. */
export function reconcileApprovals({ budget, derived }: Reconciled): Diagnostic[] {
  return [...budget.approvals].flatMap(([name, approved]) => {
    const figure = derived.figures.get(name);
    if (figure === undefined) return [];
    const found = roundHalfUp(inUnit(figure.amount, approved.unit), approved.decimals);
    const wanted = inUnit(approved.amount, approved.unit);
    if (found.equals(wanted)) return [];
    const gap = found.minus(wanted);
    const message = `“${name}”批复 ${show(wanted, approved)}，文件里各笔合计 ${show(found, approved)}，${gap.isPositive() ? "多" : "少"} ${show(gap.abs(), approved)}`;
    return [error("approval-differs", message, approved.span, { hint: "核对各笔金额有没有漏写、多写，或者批复数抄错" })];
  });
}

function show(value: Parameters<typeof formatNumber>[0], as: StatedAmount): string {
  return formatNumber(value, { decimals: as.decimals, trim: false, separator: true }) + as.unit;
}
