import type { Money } from "../base/money.ts";
import type { Budget, ExpenditureFact } from "./budget.ts";
import type { Classification } from "./classification.ts";
import type { Derived } from "./derived.ts";
import type { BudgetDocument } from "./document.ts";
import type { DocumentKind, ExpenditureNature, FundSource, MoneyYear } from "./expenditure.ts";
import type { Standard } from "./standard.ts";

/** One of the two budgets that are compared: what it states, and all that was made of it. */
export interface Compared {
  readonly document: BudgetDocument;
  readonly standard: Standard;
  readonly budget: Budget;
  readonly derived: Derived;
  readonly classification: Classification;
}

/** The 科目 under which the second budget has what a fact of the first is spent on. */
export type CategoriesOf = (fact: ExpenditureFact) => Pick<ExpenditureFact, "functional" | "economic">;

/** What became of something between the two: 新增, 删除, 改变. */
export const CHANGES = ["added", "gone", "changed"] as const;
export type ChangeOf = (typeof CHANGES)[number];

/** How one budget differs from another: what was written otherwise, and what that changes in what is published. */
export interface Difference {
  readonly before: Head;
  readonly after: Head;
  /** Why the two are not two drafts of one budget; whatever stands here, they are compared all the same. */
  readonly unlike: readonly Unlike[];
  /** 标准, 名称, 性质 and what else stands in the head. */
  readonly head: readonly StatedChange[];
  readonly projects: readonly ProjectChange[];
  readonly facts: readonly FactChange[];
  /** Stated facts that are no expenditure, texts, and amounts of other years. */
  readonly inputs: readonly StatedChange[];
  readonly figures: readonly FigureChange[];
  readonly tables: readonly TableChange[];
  /** Paragraphs, headings, notes and terms. */
  readonly passages: readonly PassageChange[];
}

export const UNLIKE = ["unit", "year", "kind", "standard"] as const;
export type Unlike = (typeof UNLIKE)[number];

/** Whose budget one of the two is, and how much it is. */
export interface Head {
  readonly unit: string;
  readonly year: number;
  readonly kind: DocumentKind;
  readonly standard: string;
  /** 元, exact: the sum of all facts, which is 支出总计. */
  readonly total: Money;
}

/** Something stated, as it is written: of the head, an input, a text. */
export interface StatedChange {
  readonly change: ChangeOf;
  /** The section of the budget file: 国有资产, 原因. */
  readonly section: string;
  readonly name: string;
  /** The project that it is stated of. */
  readonly project?: string;
  readonly before?: string;
  readonly after?: string;
  /** What of it was reworded; empty where it came or went as a whole. */
  readonly words: readonly Words[];
}

/** A 项目 that came, went, goes by another name, or is made of several. */
export interface ProjectChange {
  readonly change: "added" | "gone" | "renamed" | "merged";
  readonly code?: string;
  /** Several names, parted by 、, of what was put together. */
  readonly before?: string;
  readonly after?: string;
  /** 元, exact: its money in both. */
  readonly amounts: { readonly before: Money; readonly after: Money };
}

/** Money of one 功能科目 × 经济科目 × 支出性质 × 项目 × 资金来源 × 资金年度 × 使用单位 that is not the same in both. */
export interface FactChange {
  readonly change: ChangeOf;
  readonly unit: string;
  readonly nature: ExpenditureNature;
  readonly functional: NamedCode;
  readonly economic?: NamedCode;
  /** What the first has it under, where the year after has another 科目 for it. */
  readonly functionalBefore?: NamedCode;
  readonly economicBefore?: NamedCode;
  /** As it is named in the second, else in the first. */
  readonly project?: string;
  readonly source: FundSource;
  readonly moneyYear: MoneyYear;
  /** 元, exact; absent where the fact is not there. */
  readonly before?: Money;
  readonly after?: Money;
  /** 元, exact: what is now less what was. */
  readonly difference: Money;
}

export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

/** A figure whose exact amount is another; it may still print the same. */
export interface FigureChange {
  readonly change: ChangeOf;
  readonly name: string;
  readonly before?: ShownAmount;
  readonly after?: ShownAmount;
  /** 元, exact. */
  readonly difference: Money;
  /** The difference of the two displayed amounts, with its sign and unit. */
  readonly shownDifference: string;
}

export interface ShownAmount {
  /** 元, exact. */
  readonly exact: Money;
  /** As a sentence prints it, with its unit. */
  readonly shown: string;
}

/** A table or form in which a cell prints something else. */
export interface TableChange {
  readonly change: ChangeOf;
  /** 表1; empty where it has no number. */
  readonly label: string;
  readonly title: string;
  /** The project that a form is about which stands once for each; else empty. */
  readonly subject: string;
  /** 单位：万元, as it stands over the table. */
  readonly amountUnit: string;
  /** The headings above it, from the part down. */
  readonly section: readonly string[];
  readonly cells: readonly CellChange[];
}

/** A cell by the labels of its row and column; nothing in `before` or `after` where the row or column is not there. */
export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before?: string;
  readonly after?: string;
}

/** A paragraph under its headings, both wordings whole and as words that stayed, went and came. */
export interface PassageChange {
  readonly change: ChangeOf;
  /** The headings above it, from the part down, as the second has them, else the first. */
  readonly section: readonly string[];
  readonly kind: PassageKind;
  readonly before?: string;
  readonly after?: string;
  readonly words: readonly Words[];
  /** The sentences of it that read otherwise, each with what it was. */
  readonly sentences: readonly SentenceChange[];
  /** What a term or a cover's line goes by, and the title of the table that has a note; empty of a paragraph. */
  readonly name: string;
}

export interface SentenceChange {
  readonly before?: string;
  readonly after?: string;
}

export const PASSAGE_KINDS = ["cover", "heading", "paragraph", "note", "term"] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** A run of what was reworded; one after the other they give the first wording without `added`, the second without `gone`. */
export interface Words {
  readonly kind: "same" | "gone" | "added";
  readonly text: string;
  /** How the first has what stayed, where only its year is another. */
  readonly before?: string;
}

/** Whether nothing was stated otherwise and nothing prints otherwise. */
export function isSame({ head, projects, facts, inputs, figures, tables, passages }: Difference): boolean {
  return [head, projects, facts, inputs, figures, tables, passages].every((changes) => changes.length === 0);
}
