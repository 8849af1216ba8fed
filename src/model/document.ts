import type { Form } from "./form.ts";
import type { Table } from "./table.ts";

/** The document as it will be set, in reading order, without any markup. */
export interface BudgetDocument {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly contentsHeading: string;
  readonly cover: readonly CoverLine[];
  readonly contents: readonly ContentsEntry[];
  readonly parts: readonly Part[];
}

export interface CoverLine {
  readonly role: string;
  /** A zero-width space (U+200B) in it says where a line may break. */
  readonly text: string;
}

/** A line of the 目录: where it leads and how deep it stands (1 for a part). */
export interface ContentsEntry {
  readonly anchor: string;
  readonly text: string;
  readonly level: number;
}

export interface Part {
  readonly heading: Heading;
  readonly blocks: readonly Block[];
}

export interface Heading {
  readonly anchor: string;
  readonly text: string;
  /** 1 for a part (第一部分), 2 for 一、, 3 for （一）. */
  readonly level: number;
}

export type Block = HeadingBlock | ParagraphBlock | TableBlock | FormBlock | TermBlock;

export interface HeadingBlock {
  readonly kind: "heading";
  readonly heading: Heading;
}

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly table: Table;
  /** Absent for a small table inside a section. */
  readonly caption?: TableCaption;
  readonly notes: readonly string[];
}

export interface FormBlock {
  readonly kind: "form";
  readonly form: Form;
  readonly caption: TableCaption;
  readonly notes: readonly string[];
}

export interface TableCaption {
  readonly anchor: string;
  /** 表1; empty where the standard prints none. */
  readonly label: string;
  readonly title: string;
  /** 单位名称：…, absent where the standard prints none. */
  readonly unitName?: string;
  /** 单位：万元. */
  readonly amountUnit?: string;
}

/** 名词解释: one term with its definition. */
export interface TermBlock {
  readonly kind: "term";
  readonly ordinal: string;
  readonly term: string;
  readonly separator: string;
  readonly definition: string;
}
