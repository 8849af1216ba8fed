import type { AmountFormat, NumberFormat } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { Accounts } from "./accounts.ts";
import type { CategoryLevel } from "./classification.ts";
import type { CorrectionPhrases } from "./correction.ts";
import type { DocumentKind, UnitNature } from "./expenditure.ts";
import type { FigureSpec, QuantitySumSpec, WordedKind } from "./figure.ts";
import type { FormSpec } from "./form.ts";
import type { ListSpec } from "./list.ts";
import type { InputSpec } from "./stated.ts";
import type { TableSpec } from "./table.ts";
import type { TextTemplate } from "./template.ts";
import type { Wording } from "./wording.ts";

/** 标准: one published form of the document, as a folder declares it; names resolved through `extends`. */
export interface Standard {
  /** The name by which a budget file asks for it. */
  readonly name: string;
  /** What the form follows. */
  readonly norm: string;
  readonly formats: StandardFormats;
  /** Ordinals of headings by level and of table rows: 一、, （一）. */
  readonly ordinals: StandardOrdinals;
  readonly labels: StandardLabels;
  /** Words that differ between 部门预算 and 单位预算: 本部门, 本单位. */
  readonly words: ReadonlyMap<string, Readonly<Record<DocumentKind, string>>>;
  /** Thresholds and dates that the form prints, by name. */
  readonly constants: ReadonlyMap<string, string>;
  /** Inputs that a budget file must have, by name. */
  readonly required: readonly RequiredInput[];
  readonly figures: ReadonlyMap<string, FigureSpec>;
  readonly quantities: ReadonlyMap<string, QuantitySumSpec>;
  readonly inputs: ReadonlyMap<string, InputSpec>;
  /** What the file may state of each project. */
  readonly projectInputs: ReadonlyMap<string, InputSpec>;
  readonly lists: ReadonlyMap<string, ListSpec>;
  readonly tables: ReadonlyMap<string, TableSpec>;
  readonly forms: ReadonlyMap<string, FormSpec>;
  readonly sentences: ReadonlyMap<string, TextTemplate>;
  readonly phrases: Phrases;
  /** What a 更正说明 says. */
  readonly correction: CorrectionPhrases;
  /** What rules on officers' texts look for. */
  readonly wording: Wording;
  readonly terms: readonly TermSpec[];
  readonly definitions: Definitions;
  /** What the rules on accounts go by. */
  readonly accounts: Accounts;
  readonly document: DocumentSpec;
  readonly styles: StandardStyles;
  /** Titles, headings and labels that have words in them. */
  readonly labelled: readonly TextTemplate[];
}

export interface RequiredInput {
  readonly name: string;
  readonly span: Span;
}

/** Style sheets: of the HTML edition, of what is printed, what a page of differences has beside the HTML edition's, and a 更正说明 beside both. */
export interface StandardStyles {
  readonly page: string;
  readonly print: string;
  readonly difference: string;
  readonly correction: string;
}

export interface StandardFormats {
  readonly table: AmountFormat;
  readonly sentence: AmountFormat;
  readonly percentage: NumberFormat;
  /** Formats of single tables, paragraphs and cells, by name. */
  readonly others: ReadonlyMap<string, WordFormat>;
}

/** How a paragraph prints its amounts and its percentages. */
export interface WordFormat {
  readonly amount: AmountFormat;
  readonly percentage: NumberFormat;
}

/** The format of sentences, or the one of a name. */
export function formatNamed(formats: StandardFormats, name?: string): WordFormat {
  return (name === undefined ? undefined : formats.others.get(name)) ?? { amount: formats.sentence, percentage: formats.percentage };
}

export interface StandardOrdinals {
  readonly heading: readonly string[];
  /** By depth: numbers of rows below a numbered row have a shape of their own. */
  readonly row: readonly string[];
  readonly term: string;
  readonly paragraph: string;
  /** Of tables and forms in the 目录: 表1.; as headings where it is absent. */
  readonly table?: string;
}

/** Fixed words around tables and terms. */
export interface StandardLabels {
  /** 表 in 表1. */
  readonly table: string;
  /** 单位名称：, empty where the form prints none. */
  readonly unitName: string;
  /** 单位：. */
  readonly amountUnit: string;
  /** 注：. */
  readonly note: string;
  /** ： between a term and its definition. */
  readonly termSeparator: string;
}

/** phrases.yaml: how a change is worded, and what a reason says where nothing needs explaining. */
export interface Phrases {
  readonly changes: ReadonlyMap<string, ChangePhrase>;
  /** The reason of a change that displays as 0 and whose parts do too. */
  readonly unchanged?: TextTemplate;
  readonly defaultReasons: readonly DefaultReason[];
  /** What a sentence says where last year's amount is an adjusted one (同口径). */
  readonly adjusted?: TextTemplate;
  /** Between the reasons of several adjustments of one figure. */
  readonly betweenAdjusted: string;
  readonly drafts: DraftPhrases;
}

/** How a draft of a reason words one part of a change. */
export const DRAFT_PHRASES = ["增加", "减少", "新增项目", "取消项目", "项目增加", "项目减少", "其他增加", "其他减少", "口径调增", "口径调减"] as const;
export type DraftPhrase = (typeof DRAFT_PHRASES)[number];

/** Words of a draft's phrases: the name of what changed, and by how much as displayed, with the unit. */
export const DRAFT_WORDS = ["名称", "差额"] as const;

/** 草稿: how a reason is drafted from the figures. */
export interface DraftPhrases {
  readonly words: Readonly<Record<DraftPhrase, TextTemplate>>;
  /** Between parts that go the same way, and between those that do not. */
  readonly alike: string;
  readonly apart: string;
  /** How many parts are named each way; at what percentage of all that go this way no more are; below which percentage of the larger side none is. */
  readonly most: number;
  readonly enough: number;
  readonly least: number;
}

/** How each kind of change is worded; nothing where the form has no words for it. */
export type ChangePhrase = Readonly<Record<WordedKind, TextTemplate | undefined>>;

/** A reason that the form itself knows: for a figure that displays as 0 in a unit of some nature. */
export interface DefaultReason {
  readonly figure: string;
  readonly unitNatures: readonly UnitNature[];
  readonly text: TextTemplate;
}

export type TermSpec = FixedTermSpec | AxisTermSpec;

export interface FixedTermSpec {
  readonly kind: "fixed";
  readonly term: string;
  readonly definition: TextTemplate;
  /** A figure, list or input without which the term is left out. */
  readonly when?: string;
}

/** One term for each 科目 that a table of the document prints. */
export interface AxisTermSpec {
  readonly kind: "axis";
  readonly axis: CategoryAxis;
  readonly level: CategoryLevel;
  /** How the term is named, with the words of the 科目; its name where there is none. */
  readonly term?: TextTemplate;
  readonly span: Span;
}

export type CategoryAxis = "功能科目" | "经济科目";

/** definitions.yaml: what each 科目 means, by code or by name; a code wins. */
export type Definitions = Readonly<Record<CategoryAxis, ReadonlyMap<string, TextTemplate>>>;

export interface DocumentSpec {
  readonly cover: readonly { readonly role: string; readonly text: TextTemplate }[];
  readonly title: TextTemplate;
  readonly contentsHeading: string;
  readonly parts: readonly SectionSpecification[];
}

export interface SectionSpecification {
  readonly kind: "section";
  readonly heading: TextTemplate;
  /** Whether the 目录 lists it. */
  readonly listed: boolean;
  /** Once for every member of a list. */
  readonly each?: string;
  /** A figure, list or input without which it is left out. */
  readonly when?: string;
  /** Ordinals of the headings in it, from its own children down, where they are not the document's. */
  readonly ordinals?: readonly string[];
  readonly content: readonly ContentSpec[];
}

export type ContentSpec =
  | SectionSpecification
  | RepeatedContent
  | { readonly kind: "input"; readonly name: string; readonly otherwise?: string; readonly span: Span }
  | { readonly kind: "table"; readonly key: string; readonly span: Span }
  | { readonly kind: "terms" };

/** A sentence or a form; with `each` once for every member of a list, with `format` in a format of its own. */
export interface RepeatedContent {
  readonly kind: "sentence" | "form";
  readonly key: string;
  readonly each?: string;
  readonly format?: string;
  readonly span: Span;
}
