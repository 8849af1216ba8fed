import { type Diagnostic, error } from "../base/diagnostic.ts";
import { formatNumber, inUnit, roundHalfUp } from "../base/money.ts";
import type { StatedAmount } from "../model/stated.ts";
import { foldOf } from "./accounts/fold.ts";
import { type Disagreement, disagreements } from "./accounts/sums.ts";
import type { Reconciled } from "./reconciled.ts";

/** 批复: each approved total must be the sum of the facts, at the precision at which it is written. */
export function reconcileApprovals({ budget, derived, standard }: Reconciled): Diagnostic[] {
  const contradictions = disagreements(budget.approvals, standard.accounts.sums, derived);
  return [...budget.approvals].flatMap(([name, approved]) => {
    const figure = derived.figures.get(name);
    if (figure === undefined) return [];
    const found = roundHalfUp(inUnit(figure.amount, approved.unit), approved.decimals);
    const wanted = inUnit(approved.amount, approved.unit);
    if (found.equals(wanted)) return [];
    const gap = found.minus(wanted);
    const message = `“${name}”批复 ${show(wanted, approved)}，文件里各笔合计 ${show(found, approved)}，${gap.isPositive() ? "多" : "少"} ${show(gap.abs(), approved)}`;
    const fold = foldOf(figure.amount, approved.amount) !== 0;
    const usual = fold ? "相差约一万倍：核对是元还是万元，写万元要带“万元”二字" : "核对各笔金额有没有漏写、多写，或者批复数抄错";
    return [error("approval-differs", message, approved.span, { hint: usual, ...contradicted(name, contradictions, budget.approvals) })];
  });
}

/** The approvals that contradict this one: then it is the 批复 that is copied wrongly, and no line of the file. */
function contradicted(name: string, all: readonly Disagreement[], approvals: ReadonlyMap<string, StatedAmount>): Pick<Diagnostic, "hint" | "related"> {
  const found = all.find(({ whole, parts }) => whole === name || parts.includes(name));
  if (found === undefined) return {};
  const others = [found.whole, ...found.parts].filter((each) => each !== name);
  const related = others.flatMap((each) => {
    const stated = approvals.get(each);
    return stated === undefined ? [] : [{ message: `“${each}”批复 ${show(inUnit(stated.amount, stated.unit), stated)}`, span: stated.span }];
  });
  return { hint: `批复的几个数自己就对不上：“${found.whole}”应当等于${found.parts.map((part) => `“${part}”`).join("加")}，先核对批复`, related };
}

function show(value: Parameters<typeof formatNumber>[0], as: StatedAmount): string {
  return formatNumber(value, { decimals: as.decimals, trim: false, separator: true }) + as.unit;
}
