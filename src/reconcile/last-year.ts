import { type Diagnostic, error, warning } from "../base/diagnostic.ts";
import { type Exact, exact, formatNumber, inUnit, type Money, roundHalfUp, sum } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import { adjustmentsIn } from "../model/adjustment.ts";
import { levelOf, nameOf } from "../model/classification.ts";
import type { Derived } from "../model/derived.ts";
import { testOf } from "../model/selection.ts";
import { type StatedAmount, writtenAmount, writtenLike } from "../model/stated.ts";
import type { Reconciled } from "./reconciled.ts";

/** 上年数 beside 上年文件: what is stated of a figure or of a 功能科目 is what the file adds up to, at the precision written. */
export function reconcileLastYearFile(known: Reconciled): Diagnostic[] {
  return [...known.budget.lastYear].flatMap(([name, stated]) => {
    const readings = levelOf(name) === undefined ? figureReadings(name, known) : categoryReadings(name, known);
    const wanted = inUnit(stated.amount, stated.unit);
    const found = readings.map(({ amount }) => roundHalfUp(inUnit(amount, stated.unit), stated.decimals));
    const [first] = found;
    if (first === undefined || found.some((each) => each.equals(wanted))) return [];
    const title = `${name} ${nameOf(name, "功能科目", known.classification)}`.trim();
    const message = `“${title}”的上年数写的是 ${writtenAmount(stated)}，上年文件算出来是 ${writtenLike(stated, first)}`;
    const related = [readings[0]?.span ?? []].flat().map((span) => ({ message: "上年文件的数从这里算起", span }));
    return [error("last-year-differs", message, stated.span, { hint: "核对上年文件；以上年文件为准的，删掉这一行", related })];
  });
}

/** 前年数 beside 上年文件: what is stated is what last year's file has as its own last year, up to what rounding each can do. */
export function reconcileYearBeforeLast({ budget, derived }: Reconciled): Diagnostic[] {
  return [...budget.yearBeforeLast].flatMap(([name, stated]) => {
    const found = derived.lastYearsBase.get(name);
    const before = budget.lastYearFile?.before.stated ?? new Map<string, StatedAmount>();
    const rounded = statedUnder(name, before, derived) ?? [];
    const tolerance = sum([stated, ...rounded.map(({ amount }) => amount)].map(halfOfLastDigit));
    if (found === undefined || found.minus(stated.amount).abs().lessThanOrEqualTo(tolerance)) return [];
    const message = `“${name}”的前年数写的是 ${inTenThousands(stated.amount)}，上年文件里它的上年数是 ${inTenThousands(found)}`;
    const related = rounded.map(({ amount: { span } }) => ({ message: "上年文件写在这里", span }));
    return [error("last-year-differs", message, stated.span, { hint: "核对前年公开的数；以上年文件为准的，删掉这一行", related })];
  });
}

/** What last year's file gives of something (元), and where: what it states, or the first of the facts that it adds up. */
interface Reading {
  readonly amount: Money;
  readonly span: Span | undefined;
}

function figureReadings(name: string, { derived }: Reconciled): Reading[] {
  const figure = derived.lastYearFigures.get(name);
  return figure === undefined ? [] : [{ amount: figure.amount, span: figure.stated?.span ?? figure.facts[0]?.span }];
}

/**
 * A 功能科目 in each list that has its level, as there a sentence says its change; in all of last year's money where none has. One stated
 * amount serves all of the lists, so it need agree with but one.
 */
function categoryReadings(code: string, { budget, standard, classification }: Reconciled): Reading[] {
  const facts = budget.lastYearFile?.facts.filter(({ functional }) => functional.startsWith(code));
  // Money of a 科目 that has ended is under the one in its place.
  if (facts === undefined || (facts.length === 0 && !classification.functional.get(code))) return [];
  const lists = [...standard.lists.values()].filter(({ axis, level = "项" }) => axis === "功能科目" && level === levelOf(code));
  const tests = lists.length === 0 ? [() => true] : lists.map(({ where }) => testOf(where));
  return tests.map((takes) => {
    const own = facts.filter(takes);
    return { amount: sum(own.map(({ amount }) => amount)), span: own[0]?.span };
  });
}

/** 同口径调整 that adjusts nothing: the amount is what last year's file, or 上年数, gives. */
export function reconcileAdjustments({ budget, derived }: Reconciled): Diagnostic[] {
  return [...budget.adjustments].flatMap(([name, { amount: stated, span }]) => {
    const base = derived.lastYearFigures.get(name)?.amount ?? budget.lastYear.get(name)?.amount;
    if (base === undefined || !roundHalfUp(inUnit(base, stated.unit), stated.decimals).equals(inUnit(stated.amount, stated.unit))) return [];
    const message = `“${name}”调整后的上年数和没有调整的一样`;
    return [warning("adjustment-idle", message, span, { hint: "没有调整的删掉这一项；有调整的，核对“上年数”" })];
  });
}

/** 同口径调整 of a whole and of some of its parts: they agree, up to what rounding each can do. */
export function reconcileAdjustedParts({ budget, derived }: Reconciled): Diagnostic[] {
  return [...budget.adjustments].flatMap(([name, { amount: whole }]) => {
    const parts = derived.figures.get(name)?.parts ?? [];
    const adjusted = parts.flatMap((part) => adjustmentsIn(part, budget, derived.figures));
    const amounts = parts.flatMap((part) => derived.lastYear.get(part) ?? []);
    if (adjusted.length === 0 || amounts.length < parts.length) return [];
    const rounded = parts.flatMap((part) => statedUnder(part, budget.lastYear, derived) ?? []);
    const tolerance = sum([whole, ...adjusted.map(({ amount }) => amount), ...rounded.map(({ amount }) => amount)].map(halfOfLastDigit));
    const total = sum(amounts);
    if (total.minus(whole.amount).abs().lessThanOrEqualTo(tolerance)) return [];
    const related = adjusted.map(({ amount: { span } }) => ({ message: "它的一部分在这里调整", span }));
    const hint = "一部分的钱调整了多少，合计也调整多少；只写各部分，合计由系统算出";
    return [error("last-year-differs", `“${name}”调整后的上年数与它的各部分之和 ${inTenThousands(total)} 不相等`, whole.span, { hint, related })];
  });
}

/** 上年数 and 前年数: where a whole is stated and all its parts are known, they agree, up to what rounding each can do. */
export function reconcileLastYear({ budget, derived }: Reconciled): Diagnostic[] {
  return [...differing("上年数", budget.lastYear, derived), ...differing("前年数", budget.yearBeforeLast, derived)];
}

type Amounts = ReadonlyMap<string, StatedAmount>;

function differing(year: string, amounts: Amounts, derived: Derived): Diagnostic[] {
  return [...derived.figures.values()].flatMap(({ name, parts }) => {
    const whole = amounts.get(name);
    const members = parts.map((part) => statedUnder(part, amounts, derived));
    if (whole === undefined || parts.length === 0 || members.includes(undefined)) return [];
    const stated = members.flatMap((member) => member ?? []);
    const total = sum(stated.map(({ amount }) => amount.amount));
    const tolerance = sum([whole, ...stated.map(({ amount }) => amount)].map(halfOfLastDigit));
    if (total.minus(whole.amount).abs().lessThanOrEqualTo(tolerance)) return [];
    const related = stated.map(({ name: part, amount }) => ({ message: `那里写了“${part}”`, span: amount.span }));
    return [
      error("last-year-differs", `“${name}”的${year}与它的各部分之和 ${inTenThousands(total)} 不相等`, whole.span, {
        hint: `核对${year === "上年数" ? "上年" : "前年"}公开的数；也可以只写各部分，合计由系统算出`,
        related,
      }),
    ];
  });
}

function inTenThousands(amount: Money): string {
  return `${formatNumber(inUnit(amount, "万元"), { decimals: 2, trim: true, separator: true })}万元`;
}

interface Stated {
  readonly name: string;
  readonly amount: StatedAmount;
}

/** What is stated of a figure: its own amount, else those of its parts; nothing where some are not known. */
function statedUnder(name: string, amounts: Amounts, derived: Derived): Stated[] | undefined {
  const amount = amounts.get(name);
  if (amount !== undefined) return [{ name, amount }];
  const parts = derived.figures.get(name)?.parts ?? [];
  const members = parts.map((part) => statedUnder(part, amounts, derived));
  return parts.length === 0 || members.includes(undefined) ? undefined : members.flatMap((member) => member ?? []);
}

/** Half a unit of the last digit written (元); nothing where the amount is written to the 元 or finer. */
export function halfOfLastDigit({ unit, decimals }: StatedAmount): Exact {
  if (unit === "元") return exact("0");
  const step = exact("10").pow(-decimals);
  return step.times(unit === "万元" ? "10000" : "100000000").div("2");
}
