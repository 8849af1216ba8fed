import { leadingNumber, ordinal } from "../base/chinese.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Block, BudgetDocument, ContentsEntry, Part, TableBlock, TermBlock } from "../model/document.ts";
import type { ContentSpec, SectionSpecification } from "../model/standard.ts";
import { composeNotes } from "./notes.ts";
import { type Wording, wording } from "./wording.ts";
import { paragraphsOf, type Sources } from "./words.ts";

/** Arranges a budget's figures, sentences and tables as the document that its standard describes. */
export function composeDocument(given: Omit<Sources, "report">): Outcome<BudgetDocument> {
  const diagnostics: Diagnostic[] = [];
  const sources: Sources = { ...given, report: (diagnostic) => void diagnostics.push(diagnostic) };
  const value = new Composer(sources).document();
  return { value, diagnostics };
}

class Composer {
  private readonly sources: Sources;
  private readonly words: Wording;
  private readonly contents: ContentsEntry[] = [];
  private tableNumber = 0;

  constructor(sources: Sources) {
    this.sources = sources;
    this.words = wording(sources);
  }

  document(): BudgetDocument {
    const { standard, budget } = this.sources;
    const parts = standard.document.parts.map((part, index) => this.part(part, `part-${index + 1}`));
    return {
      title: this.words.fill(standard.document.title),
      author: budget.unit.name,
      language: "zh-CN",
      contentsHeading: standard.document.contentsHeading,
      cover: standard.document.cover.map(({ role, text }) => ({ role, text: this.words.fill(text) })),
      contents: this.contents,
      parts,
    };
  }

  private part(spec: SectionSpecification, anchor: string): Part {
    const heading = { anchor, text: this.heading(spec, 1, 1), level: 1 };
    this.list(spec, heading.anchor, heading.text, 1);
    return { heading, blocks: this.content(spec.content, anchor, 2, spec.listed) };
  }

  private heading(spec: SectionSpecification, level: number, number: number): string {
    return this.ordinalAt(level, number) + this.words.fill(spec.heading);
  }

  private ordinalAt(level: number, number: number): string {
    const pattern = this.sources.standard.ordinals.heading[level - 1] ?? "";
    return pattern === "" || pattern === "无" ? "" : ordinal(pattern, number);
  }

  private list(spec: { readonly listed: boolean }, anchor: string, text: string, level: number): void {
    if (spec.listed) this.contents.push({ anchor, text, level });
  }

  /** The blocks of a part or section; its headings and tables are counted together, as the 目录 counts them. */
  private content(specs: readonly ContentSpec[], anchor: string, level: number, listed: boolean): Block[] {
    let number = 0;
    return specs.flatMap((spec): Block[] => {
      if (spec.kind === "section") {
        number += 1;
        return this.section(spec, `${anchor}-${number}`, level, number, listed);
      }
      if (spec.kind === "table") {
        const titled = this.sources.standard.tables.get(spec.key)?.title !== undefined;
        if (titled) number += 1;
        return this.table(spec.key, level, number);
      }
      if (spec.kind === "sentence") return this.sentence(spec.key);
      return spec.kind === "terms" ? this.terms() : this.input(spec.name, spec.otherwise);
    });
  }

  private section(spec: SectionSpecification, anchor: string, level: number, number: number, listed: boolean): Block[] {
    const heading = { anchor, text: this.heading(spec, level, number), level };
    if (listed) this.list(spec, anchor, heading.text, level);
    return [{ kind: "heading", heading }, ...this.content(spec.content, anchor, level + 1, listed && spec.listed)];
  }

  private sentence(key: string): Block[] {
    const template = this.sources.standard.sentences.get(key);
    const text = template && this.words.fill(template);
    return text ? [{ kind: "paragraph", text }] : [];
  }

  /** An officer's paragraphs; several in a list are numbered by the standard. */
  private input(name: string, otherwise: string | undefined): Block[] {
    const stated = this.sources.budget.inputs.get(name);
    if (stated === undefined && otherwise !== undefined) return this.sentence(otherwise);
    const pattern = stated?.kind === "text" && stated.list ? this.sources.standard.ordinals.paragraph : "";
    return paragraphsOf(name, this.sources).map((text, index) => ({
      kind: "paragraph",
      text: pattern === "" || leadingNumber(text) !== "" ? text : ordinal(pattern, index + 1) + text,
    }));
  }

  private table(key: string, level: number, number: number): Block[] {
    const { derived, standard, budget } = this.sources;
    const table = derived.tables.get(key);
    const spec = standard.tables.get(key);
    if (table === undefined || spec === undefined) return [];
    const notes = composeNotes(spec, table.empty, this.sources, this.words);
    if (table.title === undefined) return [{ kind: "table", table, notes }];
    this.tableNumber += 1;
    const anchor = `table-${this.tableNumber}`;
    this.list({ listed: true }, anchor, this.ordinalAt(level, number) + table.title, level);
    const { labels } = standard;
    const caption: TableBlock["caption"] = {
      anchor,
      label: `${labels.table}${this.tableNumber}`,
      title: table.title,
      ...(labels.unitName !== "" && { unitName: labels.unitName + budget.unit.name }),
      amountUnit: labels.amountUnit + spec.format.unit,
    };
    return [{ kind: "table", table, caption, notes }];
  }

  private terms(): TermBlock[] {
    const { terms, ordinals, labels } = this.sources.standard;
    return terms.map(({ term, definition }, index) => ({
      kind: "term",
      ordinal: ordinals.term === "" ? "" : ordinal(ordinals.term, index + 1),
      term,
      separator: labels.termSeparator,
      definition: this.words.fill(definition),
    }));
  }
}
