import type { Span } from "../base/span.ts";
import type { NoteSpec } from "./table.ts";
import type { TextTemplate } from "./template.ts";

/** 表格: a form whose cells are labels and texts rather than sums along rows and columns, such as the one on which a project declares its goals. */
export interface FormSpec {
  readonly key: string;
  readonly title: string;
  /** 表6 above it; nothing where it has no number. */
  readonly label?: string;
  readonly orientation: "portrait" | "landscape";
  /** Whether the 目录 lists it, as it lists a table. */
  readonly listed: boolean;
  /** Whether 单位：万元 stands above it. */
  readonly amountUnit: boolean;
  /** Relative widths of its columns. */
  readonly columns: readonly number[];
  readonly rows: readonly FormRowSpec[];
  readonly notes: readonly NoteSpec[];
  readonly span: Span;
}

export type FormRowSpec = FormCellsSpec | FormBesideSpec | FormEachSpec;

export interface FormCellsSpec {
  readonly kind: "cells";
  readonly cells: readonly FormCellSpec[];
  readonly span: Span;
}

export interface FormCellSpec {
  readonly kind: "label" | "text";
  readonly text: TextTemplate;
  readonly columnSpan: number;
  readonly align: "left" | "center" | "right";
  /** Joined with the same text in the row above. */
  readonly merge: boolean;
  readonly format?: string;
}

/** A label at the left of several rows. */
export interface FormBesideSpec {
  readonly kind: "beside";
  readonly label: TextTemplate;
  readonly columnSpan: number;
  readonly rows: readonly FormRowSpec[];
  readonly span: Span;
}

/** Rows for each item of a 明细 or member of a list. */
export interface FormEachSpec {
  readonly kind: "each";
  readonly over: string;
  /** Fields of an item with the value that each must have. */
  readonly where: ReadonlyMap<string, TextTemplate>;
  /** Whether empty rows stand where there is no item. */
  readonly blank: boolean;
  readonly rows: readonly FormRowSpec[];
  readonly span: Span;
}

/** A form ready to be set. */
export interface Form {
  readonly key: string;
  readonly orientation: "portrait" | "landscape";
  readonly columns: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormCell {
  readonly kind: "label" | "text";
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: "left" | "center" | "right";
}
