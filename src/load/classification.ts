import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Category, Classification } from "../model/classification.ts";

/**
 * Loads 政府收支分类科目 as in force in a year. The files hold one row a code, with the first and
 * the last year in which it was in force, so a year is a selection and not a copy.
 */
export function loadClassification(folder: string, year: number): Classification {
  return {
    year,
    functional: readCategories(join(folder, "functional.tsv"), year),
    economic: readCategories(join(folder, "economic.tsv"), year),
  };
}

function readCategories(path: string, year: number): ReadonlyMap<string, Category> {
  const categories = new Map<string, Category>();
  const [, ...lines] = readFileSync(path, "utf8").split("\n");
  for (const line of lines) {
    const [code = "", name = "", kind = "", since = "", until = ""] = line.split("\t");
    if (code === "" || (since !== "" && Number(since) > year) || (until !== "" && Number(until) < year)) continue;
    categories.set(code, { code, name, kind });
  }
  return categories;
}
