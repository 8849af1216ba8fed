import { formatNumber, type Money } from "../base/money.ts";
import type { CellChange, ChangeOf, Difference, FactChange, PassageKind, ProjectChange, TableChange, Unlike } from "./difference.ts";

/** 表1 with its title; of a form that repeats with what it is about. */
export function tableName({ label, title, subject }: Pick<TableChange, "label" | "title" | "subject">): string {
  return `${label} ${title}`.trim() + (subject === "" ? "" : `（${subject}）`);
}

/** How a change is called. */
export const CHANGE_NAMES: Readonly<Record<ChangeOf | ProjectChange["change"], string>> = {
  added: "新增",
  gone: "删除",
  changed: "改变",
  renamed: "改名",
  merged: "合并",
};

export const PASSAGE_NAMES: Readonly<Record<PassageKind, string>> = { cover: "封面", heading: "标题", paragraph: "", note: "表注", term: "名词" };

/** 229,800.00元, exact. */
export function yuan(amount: Money): string {
  return `${formatNumber(amount, EXACT)}元`;
}

/** The same with its sign: +20,200.00元. */
export function signedYuan(amount: Money): string {
  return (amount.isPositive() && !amount.isZero() ? "+" : "") + yuan(amount);
}

const EXACT = { decimals: 2, trim: false, separator: true };

/** 支出总计：…元 → …元（+…元）. */
export function totalWords({ before, after }: Difference): string {
  const change = after.total.minus(before.total);
  return change.isZero() ? `支出总计没有变：${yuan(after.total)}` : `支出总计：${yuan(before.total)} → ${yuan(after.total)}（${signedYuan(change)}）`;
}

/** 2010350 事业运行 / 30201 办公费. */
export function factName({ functional, economic }: FactChange): string {
  const words = [functional, ...(economic ? [economic] : [])].map(({ code, name }) => `${code} ${name}`);
  return words.join(" / ");
}

/** What of a fact is not the usual: whose it is, of which project, from which fund and year. */
export function factDetails({ project, source, moneyYear, unit, functionalBefore, economicBefore }: FactChange, ownUnit: string): string[] {
  const former = [functionalBefore, economicBefore].flatMap((each) => (each === undefined ? [] : [`上年列 ${each.code} ${each.name}`]));
  return [
    ...former,
    ...(project === undefined ? [] : [project]),
    ...(source === "一般公共预算" ? [] : [source]),
    ...(moneyYear === "本年" ? [] : [moneyYear]),
    ...(unit === ownUnit ? [] : [unit]),
  ];
}

const UNLIKE_WORDS: Readonly<Record<Unlike, (difference: Difference) => string>> = {
  unit: ({ before, after }) => `两份预算的单位不同：“${before.unit}”和“${after.unit}”，照样比较`,
  year: ({ before, after }) => `两份预算的年度不同：${before.year} 年和 ${after.year} 年；只是年份随年度变的，不算差别`,
  kind: ({ before, after }) => `两份预算的文种不同：${before.kind}和${after.kind}`,
  standard: ({ before, after }) => `两份预算的标准不同：“${before.standard}”和“${after.standard}”；数按名称比较，表按标题比较`,
};

/** What the reader must know before the differences. */
export function unlikeWords(difference: Difference): string[] {
  return difference.unlike.map((each) => UNLIKE_WORDS[each](difference));
}

/** Names of rows or columns that have changes, each once. */
export function namesIn(cells: readonly CellChange[], of: "row" | "column"): string[] {
  return [...new Set(cells.map((cell) => cell[of]))].filter((name) => name !== "");
}

/** The first few of many, and how many there are. */
export function fewOf(names: readonly string[], most: number, measure: string): string {
  return names.length <= most ? names.join("、") : `${names.slice(0, most).join("、")}等 ${names.length} ${measure}`;
}
