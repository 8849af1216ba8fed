import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { exact, type Money } from "../../base/money.ts";
import type { Span } from "../../base/span.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";
import { foldOf } from "./fold.ts";
import { grouped, spentFacts, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** Two amounts that should be alike and are ten thousand times apart. */
interface Pair {
  readonly what: string;
  readonly current: Money;
  readonly base: Money;
  readonly span: Span;
}

/** 元 or 万元: this year's against last year's of the same figure and of the same line, and one line against its neighbours. */
export function reconcileUnitsOfAmounts(given: Reconciled): Diagnostic[] {
  return [...told(statedPairs(given)), ...told(linePairs(given)), ...outliers(given)];
}

/** One finding for each direction: what is in the wrong unit is so throughout. */
function told(pairs: readonly Pair[]): Diagnostic[] {
  return ([1, -1] as const).flatMap((fold) => {
    const [first, ...others] = pairs.filter(({ current, base }) => foldOf(current, base) === fold);
    if (first === undefined) return [];
    const said = ({ what, current, base }: Pair): string => `${what}今年 ${shown(current)}，上年 ${shown(base)}`;
    const related = others.map((pair) => ({ message: said(pair), span: pair.span }));
    return [
      warning("ten-thousand-fold", `${said(first)}，相差约一万倍；是元还是万元？`, first.span, {
        hint: "核对两个数的单位；是万元的，后面写上“万元”二字",
        ...(related.length > 0 && { related }),
      }),
    ];
  });
}

/** 上年数 of figures and of 科目 beside this year's. Where an approval is that far off, it has said so already. */
function statedPairs({ budget, derived, classification }: Reconciled): Pair[] {
  const said = [...budget.approvals].some(([name, { amount }]) => foldOf(derived.figures.get(name)?.amount ?? amount, amount) !== 0);
  if (said || budget.facts.some(({ doubtful }) => doubtful)) return [];
  return [...budget.lastYear].flatMap(([name, { amount, doubtful, span }]) => {
    const figure = derived.figures.get(name);
    const isCode = figure === undefined && /^\d+$/.test(name);
    if (doubtful || (figure === undefined && !isCode)) return [];
    const current = figure?.amount ?? totalOf(budget.facts.filter(({ functional }) => functional.startsWith(name)));
    const what = isCode ? `${name} ${nameOf(name, "功能科目", classification)}` : `“${name}”`;
    return [{ what, current, base: amount, span }];
  });
}

/** Each line beside the same line of last year's file. */
function linePairs({ budget, classification }: Reconciled): Pair[] {
  const last = new Map((budget.lastYearFile?.facts ?? []).map((fact) => [grainOf(fact), fact]));
  if (last.size === 0) return [];
  return spentFacts(budget).flatMap((fact) => {
    const before = last.get(grainOf(fact));
    if (before === undefined || fact.doubtful || before.doubtful) return [];
    const { economic, functional, amount: current, span } = fact;
    const what =
      economic === undefined
        ? `${functional} ${nameOf(functional, "功能科目", classification)}`
        : `${economic} ${nameOf(economic, "经济科目", classification)}`;
    return [{ what, current, base: before.amount, span }];
  });
}

function grainOf({ functional, economic = "", nature, project, source, moneyYear, unit }: ExpenditureFact): string {
  return [functional, economic, nature, project?.name ?? "", source, moneyYear, unit.name].join("|");
}

/** Lines of 基本支出 that are too few tell nothing of one among them. */
const FEW = 5;
/** How many times the next largest line the largest one may be. */
const MOST = exact("1000");

/** A line of 基本支出 that dwarfs all others of its unit. */
function outliers({ budget, classification }: Reconciled): Diagnostic[] {
  const basic = spentFacts(budget).filter(({ nature, doubtful }) => nature === "基本支出" && !doubtful);
  return grouped(basic, ({ unit }) => unit.name).flatMap((facts) => {
    if (facts.length < FEW) return [];
    const [largest, next] = [...facts].sort((a, b) => b.amount.comparedTo(a.amount));
    if (largest === undefined || next === undefined || largest.amount.lessThan(next.amount.times(MOST))) return [];
    const { economic = "", amount, span } = largest;
    const message = `${economic} ${nameOf(economic, "经济科目", classification)} 写了 ${shown(amount)}，是其余各项中最大的一项的一千倍以上；是元还是万元？`;
    const related = [{ message: `其余各项中最大的是 ${shown(next.amount)}`, span: next.span }];
    return [warning("ten-thousand-fold", message, span, { hint: "核对这个数的单位：写“万元”的，数字是不是元", related })];
  });
}
