import type { SourceFile, Span } from "../base/span.ts";

/** What a cell of a spreadsheet holds. 无结果: a formula whose result the file does not keep. */
export type CellKind = "text" | "number" | "date" | "error" | "无结果";

export interface SheetCell {
  /** What it holds in one line, without blanks at its ends; a number to all its digits, never with binary noise. */
  readonly text: string;
  readonly kind: CellKind;
  /** Column, counted from 0. */
  readonly column: number;
  /** Whether it is a part of a merged cell other than the first, whose text it repeats. */
  readonly merged?: true;
  readonly span: Span;
}

export interface SheetRow {
  /** Row, counted from 1. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** 表: one sheet of a spreadsheet, or a file of values parted by commas. */
export interface Sheet {
  /** Empty where the file has no sheets with names. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Its rows as lines, cells parted by tabs: what a finding shows. */
  readonly file: SourceFile;
}

/** 表1!B7, or 第7行B列 where there is no sheet. */
export function addressOf({ name }: Sheet, row: SheetRow, column: number): string {
  return name === "" ? `第 ${row.number} 行第 ${column + 1} 列` : `${name}!${columnName(column)}${row.number}`;
}

/** A, B, … Z, AA. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** What the heading of a column or the word at the head of a row may mean, as `headings.tsv` lists it. */
export type HeadingMeaning = "code" | "name" | "class" | "item" | "item-of-item" | "unit-code" | "unit-name" | "total-row" | "total-column";

/** Whether a word has a meaning. */
export type Headings = (meaning: HeadingMeaning, word: string) => boolean;
