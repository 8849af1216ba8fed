import type { ExpenditureFact } from "../model/budget.ts";
import type { FormRowSpec } from "../model/form.ts";
import { OWN_FIGURE } from "../model/list.ts";
import type { ContentSpec, RepeatedContent, SectionSpecification, Standard } from "../model/standard.ts";
import type { TextTemplate } from "../model/template.ts";
import { Presence, type Truth } from "./presence.ts";
import { type TemplateToken, templateTokens } from "./template-tokens.ts";

/** Whether something is asked for, or printed where it is given and left out where it is not. */
export type Wanted = "required" | "optional";

/** What a standard prints of a budget file that it cannot derive. */
export interface Needs {
  /** Names of inputs. */
  readonly inputs: ReadonlyMap<string, Wanted>;
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

/** A branch that a template is in. */
interface Branch {
  readonly name: string;
  readonly truth: Truth;
}

/** Where nothing is printed only because it is given. */
const NOTHING_GIVEN: ReadonlySet<string> = new Set();

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: "no", no: "yes", perhaps: "perhaps" };

/** Words that print an amount, a quantity or a text by its name; amounts of last year; amounts of the year before. */
const AMOUNTS: ReadonlySet<string> = new Set(["金额", "数额", "照写", "数量", "文字"]);
const LAST_YEAR: ReadonlySet<string> = new Set(["上年数", "上年数额", "原因"]);
const YEAR_BEFORE_LAST: ReadonlySet<string> = new Set(["前年数", "前年数额"]);

class NeedsCollector {
  private readonly standard: Standard;
  private readonly presence: Presence;
  private readonly inputs = new Map<string, Wanted>();
  private readonly lastYear = new Set<string>();
  private readonly yearBeforeLast = new Set<string>();
  private readonly reasons = new Set<string>();
  /** Templates that were read with the members that 本项 stands for there. */
  private readonly seen = new Set<string>();

  constructor(standard: Standard, facts: readonly ExpenditureFact[]) {
    this.standard = standard;
    this.presence = new Presence(standard, facts);
    for (const { name } of standard.required) this.input(name, NOTHING_GIVEN);
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
    for (const term of this.standard.terms) if (term.kind === "fixed" && this.presence.isThere(term.when) !== "no") this.template(term.definition, []);
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
    else if (content.kind !== "terms" && (content.each === undefined || this.presence.isThere(content.each) !== "no"))
      this.repeated(content, content.each === undefined ? own : this.presence.membersOf(content.each));
  }

  private inputContent(name: string, otherwise: string | undefined): void {
    if (otherwise === undefined) this.input(name, NOTHING_GIVEN);
    else this.template(this.standard.sentences.get(otherwise), []);
  }

  private repeated(content: SectionSpecification | RepeatedContent, own: readonly string[]): void {
    if (content.kind === "section") this.section(content, own);
    else if (content.kind === "form") this.form(content.key, own);
    else this.template(this.standard.sentences.get(content.key), own);
  }

  private section({ heading, when, content }: SectionSpecification, own: readonly string[]): void {
    if (this.presence.isThere(when) === "no") return;
    this.template(heading, own);
    for (const each of content) this.content(each, own);
  }

  private table(key: string): void {
    const table = this.standard.tables.get(key);
    if (table?.items !== undefined) this.input(table.items, NOTHING_GIVEN);
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
    if (list !== undefined && this.presence.isThere(list) === "no") return;
    for (const each of row.rows) this.row(each, list === undefined ? own : this.presence.membersOf(list));
  }

  private template(template: TextTemplate | undefined, own: readonly string[]): void {
    if (template === undefined) return;
    const place = `${template.span.file.path}:${template.span.start}:${own.join()}`;
    if (this.seen.has(place)) return;
    this.seen.add(place);
    const branches: Branch[] = [];
    for (const token of templateTokens(template.source)) {
      if (token.kind !== "words") this.branch(token, branches);
      else if (branches.every(({ truth }) => truth !== "no")) this.words(token, own, new Set(branches.map(({ name }) => name)));
    }
  }

  /** Enters, turns or leaves a branch. */
  private branch(token: Exclude<TemplateToken, { kind: "words" }>, branches: Branch[]): void {
    const before = token.kind === "branch" ? undefined : branches.pop();
    if (token.kind === "branch") {
      const truth = ["有", "无"].includes(token.flag) ? this.presence.isThere(token.name) : "perhaps";
      branches.push({ name: token.name, truth: token.negated !== (token.flag === "无") ? OPPOSITE[truth] : truth });
    } else if (token.kind === "else" && before !== undefined) branches.push({ ...before, truth: OPPOSITE[before.truth] });
  }

  /** `given` are the names by whose being there it is decided that these words are printed. */
  private words({ word, names }: Extract<TemplateToken, { kind: "words" }>, own: readonly string[], given: ReadonlySet<string>): void {
    const [first = ""] = names;
    const meant = first === OWN_FIGURE ? own : [first];
    if (word === "名单") this.list(first);
    else if (word === "定义") this.definition(first);
    for (const name of word === "占比" ? names : AMOUNTS.has(word) ? meant : []) this.stated(name, given);
    if (YEAR_BEFORE_LAST.has(word)) this.earlier(meant, this.yearBeforeLast, given);
    this.change(word, meant, given);
  }

  private change(word: string, names: readonly string[], given: ReadonlySet<string>): void {
    const wording = this.standard.phrases.changes.get(word);
    if (LAST_YEAR.has(word) || wording !== undefined) this.earlier(names, this.lastYear, given);
    const explains = word === "原因" || Object.values(wording ?? {}).some((template) => template?.source.includes("{{原因}}"));
    for (const name of explains ? names : []) if (!this.presence.explainsItself(name)) this.reasons.add(name);
  }

  private list(name: string): void {
    if (this.presence.isThere(name) !== "no") this.template(this.standard.lists.get(name)?.item, this.presence.membersOf(name));
  }

  private definition(name: string): void {
    for (const term of this.standard.terms) if (term.kind === "fixed" && term.term === name) this.template(term.definition, []);
  }

  private earlier(names: readonly string[], years: Set<string>, given: ReadonlySet<string>): void {
    for (const name of names) {
      years.add(name);
      this.stated(name, given);
    }
  }

  /** The inputs that a name stands for. */
  private stated(name: string, given: ReadonlySet<string>): void {
    const { figures, quantities, inputs } = this.standard;
    const figure = figures.get(name);
    if (figure?.kind === "sum") for (const each of figure.of) this.stated(each, given);
    else if (figure?.kind === "items") this.input(figure.items, given);
    else if (quantities.has(name)) for (const each of quantities.get(name)?.of ?? []) this.stated(each, given);
    else if (inputs.has(name)) this.input(name, given);
  }

  private input(name: string, given: ReadonlySet<string>): void {
    if (this.inputs.get(name) !== "required") this.inputs.set(name, given.has(name) ? "optional" : "required");
  }
}
