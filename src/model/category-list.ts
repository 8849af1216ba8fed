import type { Span } from "../base/span.ts";
import type { Category } from "./classification.ts";

/** A row of an official list as it was read from a spreadsheet. */
export interface ListedCategory extends Pick<Category, "code" | "name" | "kind"> {
  readonly span: Span;
}

/** An official list of 科目. */
export interface CategoryList {
  readonly categories: readonly ListedCategory[];
  /** Rows of 政府收入分类 and 政府预算支出经济分类, which no department's budget is written in. */
  readonly foreign: number;
}
