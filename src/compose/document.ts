import type { Diagnostic } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { AskedReason } from "../model/asked-reason.ts";
import type { Block, BudgetDocument, ContentsEntry, CoverLine, Part, TableCaption } from "../model/document.ts";
import { documentWords, fillLabel } from "../model/document-words.ts";
import type { FormSpec } from "../model/form.ts";
import type { ListMember } from "../model/list.ts";
import { type ContentSpec, formatNamed, type RepeatedContent, type SectionSpecification } from "../model/standard.ts";
import { paragraphsIn } from "./block.ts";
import { contains } from "./flags.ts";
import { formBlock } from "./form-block.ts";
import { membersIn } from "./members.ts";
import { composeNotes } from "./notes.ts";
import { numbered, ordinalAt } from "./numbers.ts";
import { type Scope, type Setting, usualSetting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { composeTerms } from "./terms.ts";
import { WantedAmounts } from "./wanted.ts";
import { type Wording, wording } from "./wording.ts";
import { paragraphsOf } from "./words.ts";

/** Arranges a budget's figures, sentences and tables as the document that its standard describes; and tells which reasons its sentences print. */
export function composeDocument(given: Omit<Sources, "report" | "wanted" | "ask">): Outcome<BudgetDocument> & { readonly reasons: readonly AskedReason[] } {
  const diagnostics: Diagnostic[] = [];
  const wanted = new WantedAmounts();
  const reasons = new Map<string, AskedReason>();
  const ask = (reason: AskedReason): void => void (reasons.has(reason.name) || reasons.set(reason.name, reason));
  const sources: Sources = { ...given, wanted, ask, report: (diagnostic) => void diagnostics.push(diagnostic) };
  const value = new Composer(sources).document();
  return { value, diagnostics: [...diagnostics, ...wanted.diagnostics()], reasons: [...reasons.values()] };
}

/** Where something stands in its part: how deep, which number among what the 目录 counts there (0 for what it does not). */
interface Place {
  readonly anchor: string;
  readonly level: number;
  readonly number: number;
  readonly listed: boolean;
  /** The member that a repeated section is about. */
  readonly scope?: Scope;
  /** The heading of the section that it stands in. */
  readonly heading?: string;
  /** Shapes of headings' ordinals by level, 1 for a part. */
  readonly ordinals: readonly string[];
}

/** A piece of content where it stands, with the member that it is about. */
interface Standing<Spec extends ContentSpec> {
  readonly spec: Spec;
  readonly scope: Scope | undefined;
}

class Composer {
  private readonly sources: Sources;
  private readonly words: Wording;
  private readonly contents: ContentsEntry[] = [];
  private tableNumber = 0;
  private formNumber = 0;

  constructor(sources: Sources) {
    this.sources = sources;
    this.words = wording(sources);
  }

  document(): BudgetDocument {
    const { standard, budget } = this.sources;
    const parts = this.repeated(standard.document.parts, undefined).map(({ spec, scope }, index) =>
      this.part(spec, {
        anchor: `part-${index + 1}`,
        level: 1,
        number: index + 1,
        listed: true,
        ordinals: standard.ordinals.heading,
        ...(scope && { scope }),
      }),
    );
    return {
      title: this.words.fill(standard.document.title),
      author: budget.unit.name,
      language: "zh-CN",
      contentsHeading: standard.document.contentsHeading,
      cover: standard.document.cover.map(({ role, text }): CoverLine => ({ role, text: this.words.fill(text) })).filter(({ text }) => text !== ""),
      contents: this.contents,
      parts,
    };
  }

  private part(spec: SectionSpecification, place: Place): Part {
    const heading = { anchor: place.anchor, text: this.heading(spec, place), level: 1 };
    this.list(spec, heading.anchor, heading.text, 1);
    return { heading, blocks: this.content(spec, { ...place, heading: heading.text }) };
  }

  private heading(spec: SectionSpecification, { level, number, ordinals, scope }: Place): string {
    return ordinalAt(ordinals, level, number) + this.words.fill(spec.heading, { ...usualSetting(this.sources.standard), ...(scope && { scope }) });
  }

  /** Whether a section stands: one that asks for something stands only where it is there. */
  private isWanted({ when }: SectionSpecification): boolean {
    return when === undefined || contains(when, this.sources);
  }

  private list(spec: { readonly listed: boolean }, anchor: string, text: string, level: number): void {
    // Where a heading may break is no matter of the 目录.
    if (spec.listed) this.contents.push({ anchor, text: text.replaceAll("\u200b", ""), level });
  }

  /** The blocks of a part or section; its headings, tables and listed forms are counted together, as the 目录 counts them. */
  private content(section: SectionSpecification, outer: Place): Block[] {
    const { anchor, level, scope, heading } = outer;
    const ordinals = section.ordinals === undefined ? outer.ordinals : [...outer.ordinals.slice(0, level), ...section.ordinals];
    const inner = { level: level + 1, listed: outer.listed && section.listed, ordinals, ...(heading !== undefined && { heading }) };
    let number = 0;
    return this.repeated(section.content, scope).flatMap(({ spec, scope: own }): Block[] => {
      const counted = this.isCounted(spec);
      if (counted) number += 1;
      return this.blocks(spec, { ...inner, anchor: `${anchor}-${number}`, number: counted ? number : 0, ...(own && { scope: own }) });
    });
  }

  /** What stands in a section, a repeated section once for each member of its list. */
  private repeated<Spec extends ContentSpec>(contents: readonly Spec[], scope: Scope | undefined): Standing<Spec>[] {
    return contents.flatMap((spec): Standing<Spec>[] => {
      if (spec.kind !== "section") return [{ spec, scope }];
      if (!this.isWanted(spec)) return [];
      if (spec.each === undefined) return [{ spec, scope }];
      return this.members(spec.each, scope).map((member, index) => ({ spec, scope: { member, number: index + 1 } }));
    });
  }

  private blocks(spec: ContentSpec, place: Place): Block[] {
    switch (spec.kind) {
      case "section":
        return this.section(spec, place);
      case "table":
        return this.table(spec.key, place);
      case "sentence":
        return this.settings(spec, place).flatMap((setting) => this.sentence(spec.key, setting));
      case "form":
        return this.forms(spec, place);
      case "terms":
        return composeTerms(this.sources, this.words);
      case "input":
        return this.input(spec.name, spec.otherwise);
    }
  }

  private isCounted(spec: ContentSpec): boolean {
    const { tables, forms } = this.sources.standard;
    if (spec.kind === "table") return tables.get(spec.key)?.title !== undefined;
    return spec.kind === "section" || (spec.kind === "form" && forms.get(spec.key)?.listed === true);
  }

  private section(spec: SectionSpecification, place: Place): Block[] {
    const heading = { anchor: place.anchor, text: this.heading(spec, place), level: place.level };
    if (place.listed) this.list(spec, heading.anchor, heading.text, place.level);
    return [{ kind: "heading", heading }, ...this.content(spec, { ...place, heading: heading.text })];
  }

  /** Where a sentence or form stands: once, or once for each member of its list. */
  private settings({ each, format }: RepeatedContent, { scope, heading }: Place): Setting[] {
    const setting = { format: formatNamed(this.sources.standard.formats, format), ...(heading !== undefined && { heading }) };
    if (each === undefined) return [{ ...setting, ...(scope && { scope }) }];
    return this.members(each, scope).map((member, index) => ({ ...setting, scope: { member, number: index + 1 } }));
  }

  /** The members of a list; inside a repeated section what of them belongs to its member. */
  private members(list: string, scope: Scope | undefined): readonly ListMember[] {
    return membersIn(list, { ...usualSetting(this.sources.standard), ...(scope && { scope }) }, this.sources);
  }

  private sentence(key: string, setting: Setting): Block[] {
    const template = this.sources.standard.sentences.get(key);
    const lines = template === undefined ? [] : this.words.fill(template, setting).split("\n");
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((text) => ({ kind: "paragraph", text }));
  }

  /** An officer's paragraphs; several in a list are numbered by the standard. */
  private input(name: string, otherwise: string | undefined): Block[] {
    const stated = this.sources.budget.inputs.get(name);
    const setting = usualSetting(this.sources.standard);
    if (stated === undefined && otherwise !== undefined) return this.sentence(otherwise, setting);
    if (stated?.kind !== "text") return paragraphsOf(name, setting, this.sources).map((text) => ({ kind: "paragraph", text }));
    const { derived, report, standard } = this.sources;
    return paragraphsIn(stated, (text) => derived.print(text, [], report), standard).map((text) => ({ kind: "paragraph", text }));
  }

  private table(key: string, place: Place): Block[] {
    const { derived, standard } = this.sources;
    const table = derived.tables.get(key);
    const spec = standard.tables.get(key);
    if (table === undefined || spec === undefined) return [];
    const notes = composeNotes(spec, table, this.sources, this.words);
    if (table.title === undefined) return [{ kind: "table", table, notes }];
    this.tableNumber += 1;
    const caption = this.caption(`table-${this.tableNumber}`, table.title, spec.format.unit, spec.label);
    this.list({ listed: true }, caption.anchor, this.entry(place) + table.title, place.level);
    return [{ kind: "table", table, caption, notes }];
  }

  /** The number of a table or form in the 目录: as headings have it, or in a shape of its own. */
  private entry({ ordinals, level, number }: Place): string {
    const own = this.sources.standard.ordinals.table;
    return own === undefined ? ordinalAt(ordinals, level, number) : ordinalAt([own], 1, number);
  }

  private caption(anchor: string, title: string, unit: string, label?: string): TableCaption {
    const { standard, budget } = this.sources;
    const { labels } = standard;
    const words = documentWords(budget, standard, unit);
    return {
      anchor,
      label: label === undefined ? numbered(fillLabel(labels.table, words), this.tableNumber) : fillLabel(label, words),
      title,
      ...(labels.unitName !== "" && { unitName: fillLabel(labels.unitName, words) + budget.unit.name }),
      amountUnit: fillLabel(labels.amountUnit, words) + unit,
    };
  }

  /** A form once, or once for each member of its list; only the first stands in the 目录. */
  private forms(content: RepeatedContent, place: Place): Block[] {
    const { forms, formats } = this.sources.standard;
    const spec = forms.get(content.key);
    if (spec === undefined) return [];
    const entry = { text: this.entry(place), level: place.level };
    const settings = this.settings(content, place);
    if (settings.length > 0) return settings.map((setting, index) => this.form(spec, setting, true, index === 0 ? entry : undefined));
    // A form that repeats over nothing stands once and blank, where it has a word to say of that.
    const says = spec.notes.some(({ when }) => when === "empty");
    return says ? [this.form(spec, { format: formatNamed(formats, content.format) }, false, entry)] : [];
  }

  private form(spec: FormSpec, setting: Setting, filled: boolean, entry: { readonly text: string; readonly level: number } | undefined): Block {
    this.formNumber += 1;
    const block = formBlock(spec, `form-${this.formNumber}`, setting, filled, this.sources, this.words);
    if (entry !== undefined) this.list(spec, block.caption.anchor, entry.text + block.caption.title, entry.level);
    return block;
  }
}
