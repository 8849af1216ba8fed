import { type Diagnostic, error } from "../base/diagnostic.ts";
import { inUnit, roundHalfUp } from "../base/money.ts";
import type { ListedAmount } from "../model/approval-list.ts";
import type { Figure } from "../model/figure.ts";
import { type StatedAmount, writtenAmount, writtenLike } from "../model/stated.ts";
import { foldOf } from "./accounts/fold.ts";
import { type Disagreement, disagreements } from "./accounts/sums.ts";
import type { Reconciled } from "./reconciled.ts";

const HINT = "核对各笔金额有没有漏写、多写，或者批复数抄错";

/** 批复: each approved total must be the sum of the facts, at the precision at which it is written. */
export function reconcileApprovals({ budget, derived, standard }: Reconciled): Diagnostic[] {
  const contradictions = disagreements(budget.approvals, standard.accounts.sums, derived);
  return [...budget.approvals].flatMap(([name, approved]) => {
    const figure = derived.figures.get(name);
    const gap = gapOf(figure, approved);
    if (figure === undefined || gap === undefined) return [];
    const hint = foldOf(figure.amount, approved.amount) === 0 ? HINT : "相差约一万倍：核对是元还是万元，写万元要带“万元”二字";
    return [error("approval-differs", `“${name}”批复 ${gap}`, approved.span, { hint, ...contradicted(name, contradictions, budget.approvals) })];
  });
}

/** The approvals that contradict this one: then it is the 批复 that is copied wrongly, and no line of the file. */
function contradicted(name: string, all: readonly Disagreement[], approvals: ReadonlyMap<string, StatedAmount>): Pick<Diagnostic, "hint" | "related"> {
  const found = all.find(({ whole, parts }) => whole === name || parts.includes(name));
  if (found === undefined) return {};
  const others = [found.whole, ...found.parts].filter((each) => each !== name);
  const related = others.flatMap((each) => {
    const stated = approvals.get(each);
    return stated === undefined ? [] : [{ message: `“${each}”批复 ${writtenAmount(stated)}`, span: stated.span }];
  });
  return { hint: `批复的几个数自己就对不上：“${found.whole}”应当等于${found.parts.map((part) => `“${part}”`).join("加")}，先核对批复`, related };
}

/** The same of a bureau's own list: the place is its cell, and what the file says of 批复 stands beside it. */
export function reconcileListedApprovals({ budget, derived, listed }: Reconciled): Diagnostic[] {
  const related = ({ name }: ListedAmount) => {
    const own = budget.approvals.get(name);
    return own === undefined ? { message: "预算文件的单位", span: budget.unit.span } : { message: "预算文件里写的批复", span: own.span };
  };
  return (listed?.amounts ?? []).flatMap((each) => {
    const gap = gapOf(derived.figures.get(each.name), each.amount);
    if (gap === undefined) return [];
    const message = `批复清单“${budget.unit.name}”的“${each.name}”（${each.address}）是 ${gap}`;
    return [error("approval-differs", message, each.amount.span, { hint: HINT, related: [related(each)] })];
  });
}

/** What is approved, what is found and how they differ; nothing where they are equal as written. */
function gapOf(figure: Figure | undefined, approved: StatedAmount): string | undefined {
  if (figure === undefined) return undefined;
  const found = roundHalfUp(inUnit(figure.amount, approved.unit), approved.decimals);
  const wanted = inUnit(approved.amount, approved.unit);
  if (found.equals(wanted)) return undefined;
  const gap = found.minus(wanted);
  return `${writtenAmount(approved)}，文件里各笔合计 ${writtenLike(approved, found)}，${gap.isPositive() ? "多" : "少"} ${writtenLike(approved, gap.abs())}`;
}
