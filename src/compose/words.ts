import { type Diagnostic, error } from "../base/diagnostic.ts";
import { displayed, formatNumber, inUnit } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import type { Derived } from "../model/derived.ts";
import type { Figure } from "../model/figure.ts";
import type { Standard } from "../model/standard.ts";
import type { StatedAmount, StatedQuantity, StatedText, StatedValue } from "../model/stated.ts";
import type { ReadyTemplates } from "./templates.ts";

/** All that wording draws on. */
export interface Sources {
  readonly budget: Budget;
  readonly standard: Standard;
  readonly classification: Classification;
  readonly derived: Derived;
  readonly templates: ReadyTemplates;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A named figure, or a report that the file does not state what it needs. */
export function figureOf(name: string, sources: Sources): Figure | undefined {
  const figure = sources.derived.figures.get(name);
  if (figure === undefined) reportMissing(name, sources);
  return figure;
}

function reportMissing(name: string, sources: Sources): void {
  const spec = sources.standard.figures.get(name);
  const missing = spec?.kind === "sum" ? spec.of.filter((each) => !sources.derived.figures.has(each)) : [name];
  for (const each of missing) reportMissingInput(each, sources);
}

function reportMissingInput(name: string, { standard, budget, report }: Sources): void {
  if (budget.unread.names.has(name)) return;
  const input = standard.inputs.get(name);
  const where = input === undefined ? name : `${input.section} / ${input.key}`;
  const hint = input === undefined ? undefined : `在“${input.section}:”下补一行“${input.key}: …”；没有就写 0${input.measure ?? ""}`;
  report(
    error(
      "missing-input",
      `标准“${standard.name}”要用“${where}”，文件里没有写`,
      budget.places.get(input?.section ?? "") ?? budget.span,
      input?.kind === "text" ? { hint: `在“${input.section}:”下补上“${input.key}”` } : hint ? { hint } : {},
    ),
  );
}

/** 465.58 or 2: the figure's displayed number, without its unit. */
export function numberOf(name: string, sources: Sources): string {
  const { sentence } = sources.standard.formats;
  const figure = figureOf(name, sources);
  return figure === undefined ? "" : formatNumber(displayed(figure.amount, sentence), sentence);
}

/** 465.58万元. */
export function amountOf(name: string, sources: Sources): string {
  return numberOf(name, sources) + sources.standard.formats.sentence.unit;
}

/** A stated amount with the decimals that the officer wrote: 319.90万元 keeps its zero. */
export function asWritten(name: string, sources: Sources): string {
  const { sentence } = sources.standard.formats;
  const stated = inputOf(name, "amount", sources);
  if (stated === undefined) return "";
  if (stated.unit !== sentence.unit) return amountOf(name, sources);
  return formatNumber(inUnit(stated.amount, stated.unit), { ...sentence, decimals: stated.decimals, trim: false }) + stated.unit;
}

/** 1辆. */
export function quantityOf(name: string, sources: Sources): string {
  const stated = inputOf(name, "quantity", sources);
  return stated === undefined ? "" : formatNumber(stated.value, { ...sources.standard.formats.sentence, trim: true }) + stated.measure;
}

/** The paragraphs of a stated text, its figures printed. */
export function paragraphsOf(name: string, sources: Sources): string[] {
  return (inputOf(name, "text", sources)?.paragraphs ?? []).map((text) => sources.derived.print(text, [], sources.report));
}

/** A stated text inside a sentence: without the full stop or the 等 that the form writes itself. */
export function textOf(name: string, sources: Sources): string {
  return paragraphsOf(name, sources)
    .join("、")
    .replace(/[。；;，,、]+$/, "")
    .replace(/等$/, "");
}

function inputOf(name: string, kind: "amount", sources: Sources): StatedAmount | undefined;
function inputOf(name: string, kind: "quantity", sources: Sources): StatedQuantity | undefined;
function inputOf(name: string, kind: "text", sources: Sources): StatedText | undefined;
function inputOf(name: string, kind: StatedValue["kind"], sources: Sources): StatedValue | undefined {
  const value = sources.budget.inputs.get(name);
  if (value?.kind === kind) return value;
  reportMissingInput(name, sources);
  return undefined;
}

/** 办公费、印刷费、…: the 经济科目 by which a figure is defined, in the order of its definition. */
export function categoryNames(name: string, { standard, classification }: Sources): string {
  const spec = standard.figures.get(name);
  const codes = spec?.kind === "facts" ? (spec.where.经济科目 ?? []) : [];
  return codes.flatMap((code) => classification.economic.get(code)?.name ?? []).join("、");
}
