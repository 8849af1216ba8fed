import { type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import { foreignNote, readCategoryList } from "../../check/lists/categories.ts";
import { loadHeadings } from "../../load/classification/headings.ts";
import { loadOfficialList } from "../../load/classification/official-list.ts";
import { loadClassification } from "../../load/classification.ts";
import { readSheets } from "../../load/sheet/read.ts";
import type { CategoryList } from "../../model/category-list.ts";
import type { Classification } from "../../model/classification.ts";
import type { ClassificationOptions } from "../classification-arguments.ts";

/** Folders of 科目: the package's own, and that of the lists that a bureau imports. */
export interface ClassificationSources {
  readonly installed: string;
  readonly lists: string;
}

/** An official list that was read without a mistake, or what is wrong with it. */
export interface ReadList {
  readonly list?: CategoryList;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the spreadsheet of import and compare, beside the package's own list of the year. */
export async function readList({ file, kind }: ClassificationOptions, installed: string, own: Classification): Promise<ReadList> {
  const { value: sheets, diagnostics } = await readSheets(file);
  if (sheets === undefined) return { diagnostics };
  const context = { headings: loadHeadings(installed), classification: own, ...(kind !== undefined && { kind }) };
  const { value: list, diagnostics: found } = readCategoryList(sheets, context);
  const all = [...diagnostics, ...found, ...(list ? foreignNote(list) : [])];
  return { ...(list && !hasErrors(all) && { list }), diagnostics: all };
}

/** 科目 of a year as budgets see them: a bureau's own list before the package's. */
export function classificationOf(
  year: number,
  { installed, lists }: ClassificationSources,
): { readonly value: Classification; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = loadOfficialList(lists, year);
  return { value: loadClassification(installed, year, value), diagnostics };
}
