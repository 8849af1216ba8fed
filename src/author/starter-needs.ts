import type { ExpenditureFact } from "../model/budget.ts";
import { codeAt } from "../model/classification.ts";
import type { FormRowSpec } from "../model/form.ts";
import { OWN_FIGURE } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import type { ContentSpec, RepeatedContent, SectionSpecification, Standard } from "../model/standard.ts";
import type { TextTemplate } from "../model/template.ts";
import { LISTS } from "../model/template-names.ts";
import { type TemplateToken, templateTokens } from "./template-tokens.ts";

/** How surely something is asked for: in any case, or only where the figures make it so. */
export type Certainty = "always" | "perhaps";

/** What a standard prints of a budget file that it cannot derive. */
export interface Needs {
  /** Names of inputs. */
  readonly inputs: ReadonlyMap<string, Certainty>;
  /** Names of figures, or codes of 功能科目. */
  readonly lastYear: readonly string[];
  readonly yearBeforeLast: readonly string[];
  readonly reasons: readonly string[];
}

/** Finds by the standard's own templates what a file with such money will be asked for. */
export function needsOf(standard: Standard, facts: readonly ExpenditureFact[]): Needs {
  const collector = new NeedsCollector(standard, facts);
  collector.document();
  return collector.needs();
}

type Truth = "yes" | "no" | "perhaps";

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: "no", no: "yes", perhaps: "perhaps" };

/** Words that print an amount, a quantity or a text by its name; amounts of last year; amounts of the year before. */
const AMOUNTS: ReadonlySet<string> = new Set(["金额", "数额", "照写", "数量", "文字"]);
const LAST_YEAR: ReadonlySet<string> = new Set(["上年数", "上年数额", "原因"]);
const YEAR_BEFORE_LAST: ReadonlySet<string> = new Set(["前年数", "前年数额"]);

class NeedsCollector {
  private readonly standard: Standard;
  private readonly facts: readonly ExpenditureFact[];
  private readonly inputs = new Map<string, Certainty>();
  private readonly lastYear = new Set<string>();
  private readonly yearBeforeLast = new Set<string>();
  private readonly reasons = new Set<string>();
  /** Templates that were read with the members that 本项 stands for there. */
  private readonly seen = new Set<string>();

  constructor(standard: Standard, facts: readonly ExpenditureFact[]) {
    this.standard = standard;
    this.facts = facts;
    for (const { name } of standard.required) this.input(name, "always");
  }

  needs(): Needs {
    return {
      inputs: this.inputs,
      lastYear: this.inOrder(this.withoutSums(this.lastYear)),
      yearBeforeLast: this.inOrder(this.withoutSums(this.yearBeforeLast)),
      reasons: this.inOrder([...this.reasons]),
    };
  }

  document(): void {
    const { cover, title, parts } = this.standard.document;
    for (const { text } of cover) this.template(text, []);
    this.template(title, []);
    for (const content of parts) this.content(content, []);
    for (const term of this.standard.terms) if (term.kind === "fixed" && this.isThere(term.when) !== "no") this.template(term.definition, []);
  }

  /** Figures in the order in which they are defined, from wide to narrow; then 科目. */
  private inOrder(names: readonly string[]): string[] {
    const figures = [...this.standard.figures.keys()].filter((name) => names.includes(name));
    return [...figures, ...names.filter((name) => !figures.includes(name)).sort()];
  }

  /** What its parts are known for need not be stated of the whole. */
  private withoutSums(names: ReadonlySet<string>): string[] {
    const isSum = (name: string): boolean => {
      const parts = this.standard.figures.get(name)?.parts ?? [];
      return parts.length > 0 && parts.every((part) => names.has(part) || isSum(part));
    };
    return [...names].filter((name) => !isSum(name));
  }

  /** `own` is what 本项 stands for. */
  private content(content: ContentSpec, own: readonly string[]): void {
    if (content.kind === "table") this.table(content.key);
    else if (content.kind === "input") this.inputContent(content.name, content.otherwise);
    else if (content.kind !== "terms" && (content.each === undefined || this.isThere(content.each) !== "no"))
      this.repeated(content, content.each === undefined ? own : this.membersOf(content.each));
  }

  private inputContent(name: string, otherwise: string | undefined): void {
    if (otherwise === undefined) this.input(name, "always");
    else this.template(this.standard.sentences.get(otherwise), []);
  }

  private repeated(content: SectionSpecification | RepeatedContent, own: readonly string[]): void {
    if (content.kind === "section") this.section(content, own);
    else if (content.kind === "form") this.form(content.key, own);
    else this.template(this.standard.sentences.get(content.key), own);
  }

  private section({ heading, when, content }: SectionSpecification, own: readonly string[]): void {
    if (this.isThere(when) === "no") return;
    this.template(heading, own);
    for (const each of content) this.content(each, own);
  }

  private table(key: string): void {
    const table = this.standard.tables.get(key);
    if (table?.items !== undefined) this.input(table.items, "always");
    for (const { text, when } of table?.notes ?? []) if (when !== "empty") this.template(text, []);
  }

  private form(key: string, own: readonly string[]): void {
    const form = this.standard.forms.get(key);
    for (const row of form?.rows ?? []) this.row(row, own);
    for (const { text, when } of form?.notes ?? []) if (when !== "empty") this.template(text, own);
  }

  private row(row: FormRowSpec, own: readonly string[]): void {
    if (row.kind === "cells") {
      for (const { text } of row.cells) this.template(text, own);
      return;
    }
    if (row.kind === "beside") this.template(row.label, own);
    const list = row.kind === "each" && this.standard.lists.has(row.over) ? row.over : undefined;
    if (list !== undefined && this.isThere(list) === "no") return;
    for (const each of row.rows) this.row(each, list === undefined ? own : this.membersOf(list));
  }

  private template(template: TextTemplate | undefined, own: readonly string[]): void {
    if (template === undefined) return;
    const place = `${template.span.file.path}:${template.span.start}:${own.join()}`;
    if (this.seen.has(place)) return;
    this.seen.add(place);
    const branches: Truth[] = [];
    for (const token of templateTokens(template.source)) {
      if (token.kind !== "words") this.branch(token, branches);
      else if (!branches.includes("no")) this.words(token, own, branches.includes("perhaps") ? "perhaps" : "always");
    }
  }

  /** Enters, turns or leaves a branch. */
  private branch(token: Exclude<TemplateToken, { kind: "words" }>, branches: Truth[]): void {
    if (token.kind === "end") branches.pop();
    else if (token.kind === "else") branches.push(OPPOSITE[branches.pop() ?? "perhaps"]);
    else {
      const truth = ["有", "无"].includes(token.flag) ? this.isThere(token.name) : "perhaps";
      branches.push(token.negated !== (token.flag === "无") ? OPPOSITE[truth] : truth);
    }
  }

  private words({ word, names }: Extract<TemplateToken, { kind: "words" }>, own: readonly string[], certainty: Certainty): void {
    const [first = ""] = names;
    const meant = first === OWN_FIGURE ? own : [first];
    if (word === "名单") this.list(first);
    else if (word === "定义") this.definition(first);
    for (const name of word === "占比" ? names : AMOUNTS.has(word) ? meant : []) this.stated(name, certainty);
    if (YEAR_BEFORE_LAST.has(word)) this.earlier(meant, this.yearBeforeLast, certainty);
    this.change(word, meant, certainty);
  }

  private change(word: string, names: readonly string[], certainty: Certainty): void {
    const wording = this.standard.phrases.changes.get(word);
    if (LAST_YEAR.has(word) || wording !== undefined) this.earlier(names, this.lastYear, certainty);
    const explains = word === "原因" || Object.values(wording ?? {}).some(({ source }) => source.includes("{{原因}}"));
    for (const name of explains ? names : []) if (!this.explainsItself(name)) this.reasons.add(name);
  }

  private list(name: string): void {
    if (this.isThere(name) !== "no") this.template(this.standard.lists.get(name)?.item, this.membersOf(name));
  }

  private definition(name: string): void {
    for (const term of this.standard.terms) if (term.kind === "fixed" && term.term === name) this.template(term.definition, []);
  }

  private earlier(names: readonly string[], years: Set<string>, certainty: Certainty): void {
    for (const name of names) {
      years.add(name);
      this.stated(name, certainty);
    }
  }

  /** The inputs that a name stands for. */
  private stated(name: string, certainty: Certainty): void {
    const { figures, quantities, inputs } = this.standard;
    const figure = figures.get(name);
    if (figure?.kind === "sum") for (const each of figure.of) this.stated(each, certainty);
    else if (figure?.kind === "items") this.input(figure.items, certainty);
    else if (quantities.has(name)) for (const each of quantities.get(name)?.of ?? []) this.stated(each, certainty);
    else if (inputs.has(name)) this.input(name, certainty);
  }

  private input(name: string, certainty: Certainty): void {
    if (this.inputs.get(name) !== "always") this.inputs.set(name, certainty);
  }

  /** A figure of which the form itself knows why it is 0. */
  private explainsItself(name: string): boolean {
    const natures = this.facts.map(({ unit }) => unit.nature);
    const known = this.standard.phrases.defaultReasons.some(
      ({ figure, unitNatures }) => figure === name && natures.every((each) => unitNatures.includes(each)),
    );
    return known && this.isThere(name) === "no";
  }

  /** What 本项 stands for in a list: figures by name, or 功能科目 by code. */
  private membersOf(name: string): string[] {
    const list = this.standard.lists.get(name);
    if (list?.figures !== undefined) return [...list.figures.keys()].filter((figure) => this.isThere(figure) !== "no");
    const { axis, level } = list ?? {};
    if (list === undefined || axis !== "功能科目" || level === undefined) return [];
    return [...new Set(this.facts.filter(testOf(list.where)).map(({ functional }) => codeAt(functional, level)))];
  }

  /** Whether a figure, a list or an input will be there; what was named nowhere always is. */
  private isThere(name: string | undefined): Truth {
    if (name === undefined) return "yes";
    if ((LISTS as readonly string[]).includes(name)) return "no";
    const list = this.standard.lists.get(name);
    if (list?.figures !== undefined) return this.membersOf(name).length > 0 ? "yes" : "no";
    const figure = this.standard.figures.get(name);
    const where = list?.where ?? (figure?.kind === "facts" ? figure.where : undefined);
    if (where === undefined) return "perhaps";
    return this.facts.some(testOf(where)) ? "yes" : "no";
  }
}
