import type HandlebarsLibrary from "handlebars";
import runtime from "handlebars/runtime.js";
import { error } from "../base/diagnostic.ts";
import { displayed, formatNumber } from "../base/money.ts";
import type { Change } from "../model/figure.ts";
import type { TextTemplate } from "../model/template.ts";
import { type ChangeWord, type DocumentWord, type FigureFlag, type Helper, helperWords, LISTS, type ListName } from "../model/template-names.ts";
import { reasonOf } from "./reason.ts";
import { templateSpecification } from "./templates.ts";
import { amountOf, asWritten, categoryNames, numberOf, quantityOf, type Sources, textOf } from "./words.ts";

/** The library without its compiler; its own types leave the runtime out. */
const Handlebars = runtime as unknown as typeof HandlebarsLibrary;

/** Fills a standard's templates with a budget's figures. */
export interface Wording {
  fill(template: TextTemplate): string;
}

/** What a name in a template stands for; a helper sees which one it was given. */
interface Named extends Record<FigureFlag, boolean> {
  readonly name: string;
}

export function wording(sources: Sources): Wording {
  return new TemplateWording(sources);
}

class TemplateWording implements Wording {
  private readonly sources: Sources;
  private readonly handlebars = Handlebars.create();
  private readonly words: readonly string[];
  private readonly context: Record<string, unknown>;

  constructor(sources: Sources) {
    this.sources = sources;
    this.words = helperWords(sources.standard);
    this.context = { ...namedValues(sources), ...documentWords(sources) };
    for (const [name, helper] of this.helpers()) this.handlebars.registerHelper(name, (argument: unknown) => helper(nameOf(argument)));
  }

  fill(template: TextTemplate): string {
    return this.fillWith(template, {});
  }

  private fillWith(template: TextTemplate, more: Record<string, string>): string {
    // Most paragraphs of a standard are fixed words: compiling them would cost more than the rest of composing.
    if (!template.source.includes("{{")) return template.source;
    const specification = templateSpecification(template.source, this.words, this.sources.templates);
    return this.handlebars.template(specification)({ ...this.context, ...more });
  }

  private helpers(): Map<string, (name: string) => string> {
    const { sources } = this;
    const own: Record<Helper, (name: string) => string> = {
      金额: (name) => amountOf(name, sources),
      数额: (name) => numberOf(name, sources),
      照写: (name) => asWritten(name, sources),
      数量: (name) => quantityOf(name, sources),
      文字: (name) => textOf(name, sources),
      科目名单: (name) => categoryNames(name, sources),
      名单: (name) => listOf(name, sources).join("、"),
      定义: (term) => this.definition(term),
      原因: (name) => this.reason(name),
    };
    const helpers = new Map(Object.entries(own));
    for (const name of sources.standard.phrases.changes.keys()) helpers.set(name, (figure) => this.phrase(name, figure));
    return helpers;
  }

  private definition(term: string): string {
    const spec = this.sources.standard.terms.find((each) => each.term === term);
    return spec === undefined ? "" : this.fill(spec.definition);
  }

  private reason(name: string): string {
    const change = this.changeOf(name);
    return change === undefined ? "" : reasonOf(name, change, this.sources, (template) => this.fill(template));
  }

  private phrase(phrase: string, figure: string): string {
    const change = this.changeOf(figure);
    const template = change && this.sources.standard.phrases.changes.get(phrase)?.[change.kind];
    return change && template ? this.fillWith(template, { ...changeWords(change, this.sources) }) : "";
  }

  private changeOf(name: string): Change | undefined {
    const change = this.sources.derived.changes.get(name);
    if (change === undefined) this.reportLastYear(name);
    return change;
  }

  /** A figure of parts wants its parts' amounts of last year: its own follows from them. */
  private reportLastYear(name: string): void {
    const { budget, derived, report, standard } = this.sources;
    if (budget.unread.names.has(name)) return;
    const parts = derived.figures.get(name)?.parts ?? [];
    if (parts.length > 0) {
      for (const part of parts) if (!derived.changes.has(part)) this.reportLastYear(part);
      return;
    }
    const message = `缺少“${name}”的上年数，标准“${standard.name}”要写它比上年增减多少`;
    report(error("last-year-missing", message, budget.places.get("上年数") ?? budget.span, { hint: `在“上年数:”下补一行“${name}: …万元”；上年没有就写 0` }));
  }
}

function nameOf(argument: unknown): string {
  return typeof argument === "string" ? argument : (argument as Named).name;
}

/** Figures and inputs by name, with the flags by which a template may branch. */
function namedValues(sources: Sources): Record<string, Named> {
  const { standard, derived } = sources;
  const values: Record<string, Named> = {};
  for (const name of [...standard.inputs.keys(), ...standard.figures.keys()]) {
    const figure = derived.figures.get(name);
    const some = figure !== undefined && !displayed(figure.amount, standard.formats.sentence).isZero();
    values[name] = { name, 有: some, 无: !some };
  }
  for (const name of LISTS) {
    const some = listOf(name, sources).length > 0;
    values[name] = { name, 有: some, 无: !some };
  }
  return values;
}

/** The names that a list holds. */
function listOf(name: string, { budget }: Sources): string[] {
  const lists: Readonly<Record<ListName, string[]>> = { 下属单位: budget.units.slice(1).map((unit) => unit.name) };
  return lists[name as ListName];
}

function documentWords({ budget, standard }: Sources): Record<string, string> {
  const own: Record<DocumentWord, string> = {
    年度: String(budget.year),
    上年: String(budget.year - 1),
    单位名称: budget.unit.name,
    文种: budget.documentKind,
  };
  const words = [...standard.words].map(([name, byKind]) => [name, byKind[budget.documentKind]] as const);
  return { ...own, ...Object.fromEntries(words), ...Object.fromEntries(standard.constants) };
}

function changeWords(change: Change, { standard }: Sources): Record<ChangeWord, string> {
  const { sentence, percentage } = standard.formats;
  const amount = (value: Change["current"]): string => formatNumber(value, sentence) + sentence.unit;
  return {
    本年数: amount(change.current),
    上年数: amount(change.base),
    差额: amount(change.difference),
    幅度: change.rate === undefined ? "" : `${formatNumber(change.rate, percentage)}%`,
  };
}
