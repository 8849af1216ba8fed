import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Category, CategoryElsewhere, Classification } from "../model/classification.ts";

/**
 * Loads 政府收支分类科目 as in force in a year. The files hold one row a code, with the first and
 * the last year in which it was in force, so a year is a selection and not a copy.
 */
export function loadClassification(folder: string, year: number): Classification {
  const elsewhere = new Map<string, CategoryElsewhere>();
  return {
    year,
    functional: readCategories(join(folder, "functional.tsv"), year, elsewhere),
    economic: readCategories(join(folder, "economic.tsv"), year, elsewhere),
    elsewhere,
  };
}

function readCategories(path: string, year: number, elsewhere: Map<string, CategoryElsewhere>): ReadonlyMap<string, Category> {
  const categories = new Map<string, Category>();
  const [, ...lines] = readFileSync(path, "utf8").split("\n");
  for (const line of lines) {
    const [code = "", name = "", kind = "", since = "", until = ""] = line.split("\t");
    if (code === "") continue;
    const begins = since === "" || Number(since) <= year;
    const lasts = until === "" || Number(until) >= year;
    if (begins && lasts) categories.set(code, { code, name, kind });
    else elsewhere.set(code, { code, name, kind, ...(since !== "" && { since: Number(since) }), ...(until !== "" && { until: Number(until) }) });
  }
  return categories;
}
