import { displayed, formatNumber, type Money, sum } from "../base/money.ts";
import type { Change } from "../model/figure.ts";
import { type ListMember, OWN_FIGURE } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import { reportMissing } from "./missing.ts";
import type { Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { type EarlierYear, quoted } from "./wanted.ts";
import { moneyOf } from "./words.ts";

/** The name under which a file states last year's amount of a member, and its reason: a figure's name, or a 科目's code. */
export function memberKey(member: ListMember | undefined): string {
  return member?.figure ?? (member?.code || (member?.name ?? ""));
}

/** An amount of an earlier year where it is named; what the form prints and the file does not state is reported. */
export function earlierAmount(name: string, year: EarlierYear, setting: Setting, sources: Sources): string {
  const money = year === "上年数" ? lastYearOf(name, setting, sources) : yearBeforeLastOf(name, setting, sources);
  const { amount } = setting.format;
  if (money !== undefined) return formatNumber(displayed(money, amount), amount);
  reportEarlier(name, year, "要印这个数", setting, sources);
  return "";
}

/** How an amount differs from last year's where it is named: of the member at hand, else of the whole document. */
export function changeOf(name: string, setting: Setting, sources: Sources): Change | undefined {
  if (name !== OWN_FIGURE && !sources.derived.figures.has(name)) {
    reportMissing(name, sources);
    return undefined;
  }
  const change = changeFromLastYear(name, setting, sources);
  if (change === undefined) reportEarlier(name, "上年数", "要写它比上年增减多少", setting, sources);
  return change;
}

/** The same without a word where it is not known: for the flags by which a template branches. */
export function knownChange(name: string, setting: Setting, sources: Sources): Change | undefined {
  return sources.derived.figures.has(name) ? changeFromLastYear(name, setting, sources) : undefined;
}

function changeFromLastYear(name: string, setting: Setting, sources: Sources): Change | undefined {
  const base = lastYearOf(name, setting, sources);
  const current = base && moneyOf(name, setting, sources);
  return base && current && sources.derived.compare(current, base, setting.format);
}

/** Last year's amount (元): of the member at hand by last year's facts, else of the whole document. */
function lastYearOf(name: string, { scope }: Setting, { standard, derived }: Sources): Money | undefined {
  const member = scope?.member;
  if (name === OWN_FIGURE) return member?.lastYear;
  const spec = standard.figures.get(name);
  if (member === undefined || spec?.kind !== "facts") return derived.lastYear.get(name);
  return member.lastYearFacts && sum(member.lastYearFacts.filter(testOf(spec.where)).map(({ amount }) => amount));
}

/** Known only as the file states it: of figures of the whole document, and of 科目 by their codes. */
function yearBeforeLastOf(name: string, { scope }: Setting, { standard, budget, derived }: Sources): Money | undefined {
  const member = scope?.member;
  if (name === OWN_FIGURE) return derived.yearBeforeLast.get(memberKey(member)) ?? budget.yearBeforeLast.get(memberKey(member))?.amount;
  return member !== undefined && standard.figures.get(name)?.kind === "facts" ? undefined : derived.yearBeforeLast.get(name);
}

function reportEarlier(name: string, year: EarlierYear, why: string, setting: Setting, sources: Sources): void {
  const { budget, derived, standard, wanted } = sources;
  if (budget.unread.names.has(name) || (year === "上年数" && budget.unread.lastYear)) return;
  const member = setting.scope?.member;
  // A figure of parts wants its parts' amounts: its own follows from them.
  const parts = member === undefined ? (derived.figures.get(name)?.parts ?? []) : [];
  const amounts = year === "上年数" ? derived.lastYear : derived.yearBeforeLast;
  if (parts.length > 0) {
    for (const part of parts) if (!amounts.has(part)) reportEarlier(part, year, why, setting, sources);
    return;
  }
  const what = nameOf(name, member);
  const asker = setting.heading === undefined ? `标准“${standard.name}”` : quoted(setting.heading);
  wanted.add({ what, year, why, asker, span: budget.places.get(year) ?? budget.span, hint: hintFor(what, name, year, member) });
}

function nameOf(name: string, member: ListMember | undefined): string {
  if (member === undefined) return name;
  const own = member.figure ?? `${member.code} ${member.name}`.trim();
  return name === OWN_FIGURE ? own : `${own}的${name}`;
}

/** What the file can state of itself is a line of 上年数; what belongs to one member only last year's file knows. */
function hintFor(what: string, name: string, year: EarlierYear, member: ListMember | undefined): string {
  const line = `在“${year}:”下补一行“${what}: …万元”`;
  if (member === undefined || member.figure !== undefined) return `${line}；${year === "上年数" ? "上年" : ""}没有就写 0`;
  const stated = name === OWN_FIGURE && member.code !== "";
  if (year === "前年数") return `${line}；没有就写 0`;
  return stated ? `${line}，或者写“上年文件”；上年没有就写 0` : "写“上年文件”，由上年的预算文件算出";
}
