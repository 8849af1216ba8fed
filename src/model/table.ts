import type { AmountFormat, Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { CategoryLevel } from "./classification.ts";
import type { Selection } from "./selection.ts";
import type { TextTemplate } from "./template.ts";

/** What rows may be made of, one row a member. */
export const ROW_AXES = ["功能科目", "经济科目", "单位", "项目", "一级项目", "支出性质", "资金来源"] as const;
export type RowAxis = (typeof ROW_AXES)[number];

/** What a text column may print of a row. */
export const ROW_ATTRIBUTES = [
  "名称",
  "编码",
  "编码名称",
  "类编码",
  "款编码",
  "项编码",
  "项目编码",
  "项目类别",
  "名称类别",
  "绩效目标",
  "一级项目",
  "单位名称",
  "单位编码",
  "序号",
  "空白",
] as const;
export type RowAttribute = (typeof ROW_ATTRIBUTES)[number];

/** How a zero prints: as an amount like any other, or as a text: nothing, 0, a dash. */
export type ZeroStyle = "amount" | { readonly text: string };

/** A table as a standard declares it: a cell is the sum of the facts where table ∧ row ∧ column. */
export interface TableSpec {
  readonly key: string;
  /** Absent for a small table inside a section, which has no number either. */
  readonly title?: string;
  /** 附表4-10, where the number is not the standard's usual one. */
  readonly label?: string;
  readonly orientation: "portrait" | "landscape";
  readonly where: Selection;
  /** The 明细 whose items are its rows, instead of facts. */
  readonly items?: string;
  /** Whether every fact of `where` must stand in exactly one leaf row and one leaf column of each side. */
  readonly partition: boolean;
  readonly format: AmountFormat;
  readonly zero: ZeroStyle;
  readonly sides: readonly SideSpec[];
  readonly notes: readonly NoteSpec[];
  /** 注： of its own; empty where its notes have none. */
  readonly noteLabel?: string;
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
  /** A key of the row's project, or a field of its item, that stands here instead of an attribute. */
  readonly field?: string;
  /** Whether a part of a code stands only on rows of its own level. */
  readonly ownLevel: boolean;
  /** Whether labels stand at the edge whatever their depth. */
  readonly flat: boolean;
  /** Share of the table's width, relative to the other columns'. */
  readonly width: number;
}

export interface AmountColumnSpec {
  readonly kind: "amount";
  readonly heading: string;
  readonly width: number;
  readonly zero?: ZeroStyle;
  /**
   * leaf: its own selection; total: its sibling columns; of-which: a part that is counted elsewhere;
   * share: of the table's total; change, rate: against last year.
   */
  readonly role: "leaf" | "total" | "of-which" | "share" | "change" | "rate";
  readonly where: Selection;
  readonly year: "本年" | "上年";
  /** The figure whose selection it takes. */
  readonly figure?: string;
  /** Whether a share or rate prints its %. */
  readonly sign: boolean;
  readonly format?: AmountFormat;
  /** Whether it is left out where it has no money. */
  readonly onlyFilled: boolean;
  /** In a table of items: the field that it sums, for items whose other fields have these values. */
  readonly field?: string;
  readonly fieldWhere: ReadonlyMap<string, string>;
  /** Whether a total row adds it up: prices are not added. */
  readonly totalled: boolean;
  readonly span: Span;
}

export type RowSpec = LineRowSpec | AxisRowSpec | RestRowSpec | TotalRowSpec | ItemsRowSpec;

interface RowSpecBase {
  /** With an axis of several levels only its widest level is. */
  readonly numbered: boolean;
  readonly indent: number;
  readonly zero?: ZeroStyle;
  /** Whether it is left out where it has no money. */
  readonly onlyFilled: boolean;
  readonly span: Span;
}

export interface LineRowSpec extends RowSpecBase {
  readonly kind: "line";
  readonly label: string;
  /** What stands in the column of codes. */
  readonly code?: string;
  /** Absent where it is the sum of the rows below it. */
  readonly where?: Selection;
  /** The figure whose selection it takes. */
  readonly figure?: string;
  readonly below: readonly RowSpec[];
}

/** 其余: what no other row of its list takes. */
export interface RestRowSpec extends RowSpecBase {
  readonly kind: "rest";
  readonly where: Selection;
  readonly label: string;
}

/** Where the items of a table of items stand. */
export interface ItemsRowSpec {
  readonly kind: "items";
  /** A field by whose values they are grouped, each group below a row with its sums. */
  readonly by?: string;
}

export interface AxisRowSpec extends RowSpecBase {
  readonly kind: "axis";
  readonly axis: RowAxis;
  /** Levels of a 科目 axis, from wide to narrow; one row each. */
  readonly levels: readonly CategoryLevel[];
  /** Exactly these members, in this order, with zeros where there is no money. */
  readonly only?: readonly string[];
  /** Labels of a standard's own for some members. */
  readonly labels: ReadonlyMap<string, string>;
  readonly where: Selection;
  /** Rows that are set below each narrowest row, of its facts. */
  readonly below: readonly RowSpec[];
}

export interface TotalRowSpec {
  readonly kind: "total";
  readonly label: string;
  /** Sections whose rows it sums; all of its side where none is named. */
  readonly of: readonly string[];
  readonly zero?: ZeroStyle;
  readonly onlyFilled: boolean;
  /** What stands in the column of codes. */
  readonly code?: string;
  /** Whether its label stands across all text columns before the first amount. */
  readonly across: boolean;
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
  /** Codes of the 科目 that have a row with money in it. */
  readonly printed: Readonly<Record<"功能科目" | "经济科目", ReadonlySet<string>>>;
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
  /** How many columns it stands across; the cells that it covers are `covered`. */
  readonly columnSpan?: number;
  readonly covered?: true;
}

/** An amount cell keeps the facts that it is the sum of. */
export interface AmountCell {
  readonly kind: "amount";
  readonly text: string;
  /** 元, exact. */
  readonly amount: Money;
  readonly facts: readonly ExpenditureFact[];
}
