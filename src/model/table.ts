import type { AmountFormat, Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { CategoryLevel } from "./classification.ts";
import type { Selection } from "./selection.ts";
import type { TextTemplate } from "./template.ts";

/** What rows may be made of, one row a member. */
export const ROW_AXES = ["功能科目", "经济科目", "单位", "项目", "支出性质", "资金来源"] as const;
export type RowAxis = (typeof ROW_AXES)[number];

/** What a text column may print of a row. */
export const ROW_ATTRIBUTES = ["名称", "编码", "编码名称", "项目类别", "名称类别", "绩效目标", "单位名称"] as const;
export type RowAttribute = (typeof ROW_ATTRIBUTES)[number];

/** How a zero prints: as an amount like any other, or as nothing. */
export type ZeroStyle = "amount" | "blank";

/** A table as a standard declares it: a cell is the sum of the facts where table ∧ row ∧ column. */
export interface TableSpec {
  readonly key: string;
  /** Absent for a small table inside a section, which has no number either. */
  readonly title?: string;
  readonly orientation: "portrait" | "landscape";
  readonly where: Selection;
  /** Whether every fact of `where` must stand in exactly one leaf row and one leaf column of each side. */
  readonly partition: boolean;
  readonly format: AmountFormat;
  readonly zero: ZeroStyle;
  readonly sides: readonly SideSpec[];
  readonly notes: readonly NoteSpec[];
  /** What the text columns say in the one row that stands where there are none. */
  readonly emptyRow?: ReadonlyMap<RowAttribute, string>;
  readonly span: Span;
}

/** 收入 or 支出 of a two-sided table; the only side of any other. */
export interface SideSpec {
  readonly heading?: string;
  readonly columns: readonly ColumnSpec[];
  /** Sections are aligned with those of the other side: the shorter one is filled with blank rows. */
  readonly sections: readonly SectionSpec[];
}

export interface SectionSpec {
  readonly name: string;
  readonly rows: readonly RowSpec[];
}

export type ColumnSpec = GroupColumnSpec | TextColumnSpec | AmountColumnSpec;

export interface GroupColumnSpec {
  readonly kind: "group";
  readonly heading: string;
  readonly columns: readonly ColumnSpec[];
}

export interface TextColumnSpec {
  readonly kind: "text";
  readonly heading: string;
  readonly attribute: RowAttribute;
  /** Share of the table's width, relative to the other columns'. */
  readonly width: number;
}

export interface AmountColumnSpec {
  readonly kind: "amount";
  readonly heading: string;
  readonly width: number;
  readonly zero?: ZeroStyle;
  /** leaf: its own selection; total: its sibling columns; of-which: a part that is counted elsewhere. */
  readonly role: "leaf" | "total" | "of-which";
  readonly where: Selection;
}

export type RowSpec = LineRowSpec | AxisRowSpec | TotalRowSpec;

export interface LineRowSpec {
  readonly kind: "line";
  readonly label: string;
  readonly where: Selection;
  readonly numbered: boolean;
  readonly indent: number;
  readonly span: Span;
}

export interface AxisRowSpec {
  readonly kind: "axis";
  readonly axis: RowAxis;
  /** Levels of a 科目 axis, from wide to narrow; one row each. */
  readonly levels: readonly CategoryLevel[];
  /** Exactly these members, in this order, with zeros where there is no money. */
  readonly only?: readonly string[];
  /** Labels of a standard's own for some members. */
  readonly labels: ReadonlyMap<string, string>;
  readonly where: Selection;
  readonly numbered: boolean;
  readonly indent: number;
  /** Rows that are set below each narrowest row, of its facts. */
  readonly below: readonly RowSpec[];
  readonly span: Span;
}

export interface TotalRowSpec {
  readonly kind: "total";
  readonly label: string;
  /** Sections whose rows it sums; all of its side where none is named. */
  readonly of: readonly string[];
}

export interface NoteSpec {
  readonly when: "always" | "empty" | "filled";
  readonly text: TextTemplate;
}

/** A table ready to be set. Everything in it is text, beside the facts of each cell. */
export interface Table {
  readonly key: string;
  readonly title?: string;
  readonly orientation: "portrait" | "landscape";
  readonly header: readonly (readonly HeaderCell[])[];
  readonly columns: readonly { readonly kind: "text" | "amount"; readonly width: number }[];
  readonly rows: readonly TableRow[];
  /** Whether no fact stands in it. */
  readonly empty: boolean;
}

export interface HeaderCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface TableRow {
  readonly kind: "line" | "total" | "blank";
  readonly cells: readonly Cell[];
}

export type Cell = TextCell | AmountCell;

export interface TextCell {
  readonly kind: "text";
  readonly text: string;
  /** Depth of the row's label, in characters. */
  readonly indent: number;
}

/** An amount cell keeps the facts that it is the sum of. */
export interface AmountCell {
  readonly kind: "amount";
  readonly text: string;
  /** 元, exact. */
  readonly amount: Money;
  readonly facts: readonly ExpenditureFact[];
}
