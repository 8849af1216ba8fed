import { error } from "../base/diagnostic.ts";
import { displayed } from "../base/money.ts";
import { adjustmentsIn } from "../model/adjustment.ts";
import { nameOf } from "../model/classification.ts";
import type { Change } from "../model/figure.ts";
import type { TextTemplate } from "../model/template.ts";
import type { Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";

/**
 * The reason of a change: the officer's words; where there are none, what the form itself says of a
 * unit that has no such money, or of a change that displays as 0 and whose parts do too.
 */
export function reasonOf(name: string, change: Change, sources: Sources, setting: Setting, fill: (template: TextTemplate) => string): string {
  const { budget, derived, standard } = sources;
  const own = budget.reasons.get(name);
  if (own !== undefined) return derived.print(own, [], sources.report, setting.format);
  const known = defaultReason(name, sources);
  if (known !== undefined) return fill(known);
  const { unchanged } = standard.phrases;
  if (unchanged !== undefined && isStill(name, change, sources)) return fill(unchanged);
  if (budget.unread.money || budget.unread.names.has(name)) return "";
  const why = change.difference.isZero() ? "合计没有变，但各部分有增有减" : `比上年${change.current.minus(change.base).isPositive() ? "增加" : "减少"}了`;
  const what = titleOf(name, sources);
  sources.report(error("missing-reason", `“${what}”${why}，没有写原因`, budget.places.get("原因") ?? budget.span, { hint: `在“原因:”下补一行“${what}: …”` }));
  return "";
}

/** Where last year's amount is adjusted (同口径调整): what the standard says of that, with the officer's reasons; else nothing. */
export function adjustedWords(name: string, sources: Sources, setting: Setting, fill: (template: TextTemplate, reason: string) => string): string {
  const { budget, derived, standard, report } = sources;
  const adjustments = adjustmentsIn(name, budget, derived.figures);
  const [first] = adjustments;
  if (first === undefined) return "";
  const { adjusted } = standard.phrases;
  if (adjusted === undefined) {
    const message = `标准“${standard.name}”没有同口径调整的说法，句子里说不出上年数是调整过的`;
    report(error("adjustment-without-words", message, first.span, { hint: "在标准的 phrases.yaml 里写“同口径”；或者删掉这一项调整" }));
    return "";
  }
  const reasons = new Set(adjustments.map(({ reason }) => derived.print(reason, [], report, setting.format)));
  return fill(adjusted, [...reasons].join("；"));
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
