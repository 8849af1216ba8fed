import { error } from "../base/diagnostic.ts";
import { displayed, type Money, sum } from "../base/money.ts";
import { adjustmentsIn } from "../model/adjustment.ts";
import type { AskedReason } from "../model/asked-reason.ts";
import { nameOf } from "../model/classification.ts";
import type { ComparedMoney, Decomposition } from "../model/decomposition.ts";
import type { Change } from "../model/figure.ts";
import { OWN_FIGURE } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import type { TextTemplate } from "../model/template.ts";
import { memberKey } from "./earlier.ts";
import type { Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";

/** What a reason is asked for: a figure where it is named, and how it changed there. */
export interface Explained {
  /** As the template names it: a figure, or 本项. */
  readonly figure: string;
  readonly change: Change;
  readonly setting: Setting;
}

/**
 * The reason of a change: the officer's words; where there are none, what the form itself says of a
 * unit that has no such money, or of a change that displays as 0 and whose parts do too.
 */
export function reasonOf(explained: Explained, sources: Sources, fill: (template: TextTemplate) => string): string {
  const { change, setting } = explained;
  const { budget, derived, standard } = sources;
  const name = keyOf(explained);
  const own = budget.reasons.get(name);
  const known = defaultReason(name, sources);
  const still = isStill(name, change, sources);
  if (own !== undefined) {
    const printed = derived.print(own, [], sources.report, setting.format);
    if (known === undefined && !still) sources.ask?.({ ...asked(name, explained, sources), own: printed });
    return printed;
  }
  if (known !== undefined) return fill(known);
  const { unchanged } = standard.phrases;
  if (unchanged !== undefined && still) return fill(unchanged);
  const reason = asked(name, explained, sources);
  sources.ask?.(reason);
  if (!budget.unread.money && !budget.unread.names.has(name)) reportMissing(reason, sources);
  return "";
}

/** Where last year's amount is adjusted (同口径调整): what the standard says of that, with the officer's reasons; else nothing. */
export function adjustedWords(name: string, sources: Sources, setting: Setting, fill: (template: TextTemplate, reason: string) => string): string {
  const { budget, derived, standard, report } = sources;
  const adjustments = adjustmentsIn(name, budget, derived.figures);
  const [first] = adjustments;
  if (first === undefined) return "";
  const { adjusted, betweenAdjusted } = standard.phrases;
  if (adjusted === undefined) {
    const message = `标准“${standard.name}”没有同口径调整的说法，句子里说不出上年数是调整过的`;
    report(error("adjustment-without-words", message, first.span, { hint: "在标准的 phrases.yaml 里写“同口径”；或者删掉这一项调整" }));
    return "";
  }
  const reasons = new Set(adjustments.map(({ reason }) => derived.print(reason, [], report, setting.format)));
  return fill(adjusted, [...reasons].join(betweenAdjusted));
}

/** The name under which the file gives a reason. */
function keyOf({ figure, setting }: Explained): string {
  return figure === OWN_FIGURE ? memberKey(setting.scope?.member) : figure;
}

function asked(name: string, explained: Explained, sources: Sources): AskedReason {
  const { change, setting } = explained;
  const { derived, budget } = sources;
  const lastYear = budget.lastYearFile?.reasons.get(name);
  return {
    name,
    title: titleOf(name, sources),
    change,
    format: setting.format,
    facts: setting.scope?.member?.facts ?? derived.figures.get(name)?.facts ?? [],
    ...(lastYear && { lastYear }),
    decomposition: () => decompositionOf(explained, sources),
  };
}

/** What a change is made of where it is named: of the member at hand, else of the whole document. */
function decompositionOf({ figure, setting }: Explained, { derived, standard }: Sources): Decomposition {
  const member = setting.scope?.member;
  const spec = standard.figures.get(figure);
  const nothing: ComparedMoney = { current: sum([]), base: sum([]), facts: [] };
  if (member === undefined || (figure !== OWN_FIGURE && spec?.kind !== "facts")) return derived.contributions(figure) ?? derived.decompose(nothing);
  const { facts, lastYearFacts, amount, lastYear } = member;
  if (spec?.kind !== "facts") return derived.decompose({ current: amount, base: lastYear ?? sum([]), facts, ...(lastYearFacts && { lastYearFacts }) });
  const takes = testOf(spec.where);
  const own = facts.filter(takes);
  const before = lastYearFacts?.filter(takes);
  const total = (some: ComparedMoney["facts"] = []): Money => sum(some.map((fact) => fact.amount));
  return derived.decompose({ current: total(own), base: total(before), facts: own, ...(before && { lastYearFacts: before }) });
}

/** Beside what is to be written: what the figures say of the change. */
function reportMissing(reason: AskedReason, { budget, derived, report }: Sources): void {
  const { title, change, format } = reason;
  const why = change.difference.isZero() ? "合计没有变，但各部分有增有减" : `比上年${change.current.minus(change.base).isPositive() ? "增加" : "减少"}了`;
  const { words } = derived.draft(reason.decomposition(), format);
  const draft = words === "" ? "" : `；按数字看：${words}（运行 budgetgen reasons 文件，写入草稿再改）`;
  report(error("missing-reason", `“${title}”${why}，没有写原因`, budget.places.get("原因") ?? budget.span, { hint: `在“原因:”下补一行“${title}: …”${draft}` }));
}

/** 2010301 行政运行 for a code; a figure's name as it is. */
function titleOf(name: string, { classification }: Sources): string {
  return /^\d+$/.test(name) ? `${name} ${nameOf(name, "功能科目", classification)}`.trim() : name;
}

function defaultReason(name: string, { budget, derived, standard }: Sources): TextTemplate | undefined {
  const amount = derived.figures.get(name)?.amount;
  if (amount === undefined || !displayed(amount, standard.formats.sentence).isZero()) return undefined;
  const natures = budget.units.map(({ nature }) => nature);
  return standard.phrases.defaultReasons.find(({ figure, unitNatures }) => figure === name && natures.every((nature) => unitNatures.includes(nature)))?.text;
}

/** Whether neither a figure nor any of its parts changes as displayed: a total can stand still while its parts move. */
function isStill(name: string, change: Change, sources: Sources): boolean {
  if (!change.difference.isZero()) return false;
  const parts = sources.derived.figures.get(name)?.parts ?? [];
  return parts.every((part) => {
    const inner = sources.derived.changes.get(part);
    return inner === undefined || isStill(part, inner, sources);
  });
}
