import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../base/span.ts";
import type { Classification } from "../model/classification.ts";
import { CategoryFile } from "./classification/category-file.ts";
import { foreignIn } from "./classification/foreign.ts";
import { readRenames } from "./classification/renames.ts";

/**
 * Loads 政府收支分类科目 as in force in a year. The files hold one row a code, with the first and
 * the last year in which it was in force, so a year is a selection and not a copy. Where a file names no year, the last one serves to check the rest.
 * The rows of the list that a bureau imported for that year come before the package's own.
 */
export function loadClassification(folder: string, wanted: number | undefined, official?: SourceFile): Classification {
  const own = coveredYears(folder);
  const year = wanted ?? own.last;
  const covered = official === undefined ? own : { first: Math.min(own.first, year), last: Math.max(own.last, year) };
  const renames = readRenames(join(folder, "renames.tsv"));
  const fileNamed = (name: string): CategoryFile => new CategoryFile(join(folder, name), year, renames, official?.text ?? "");
  const functional = fileNamed("functional.tsv");
  const economic = fileNamed("economic.tsv");
  let foreign: string | undefined;
  return {
    year,
    covered,
    functional,
    economic,
    renames,
    official: official !== undefined,
    elsewhere: (code) => functional.elsewhere(code) ?? economic.elsewhere(code),
    foreign: (code) => {
      foreign ??= readFileSync(join(folder, "foreign.tsv"), "utf8");
      return foreignIn(foreign, code);
    },
  };
}

/** The years whose official lists the package's files follow. */
export function coveredYears(folder: string): Classification["covered"] {
  const [, line = ""] = readFileSync(join(folder, "years.tsv"), "utf8").split("\n");
  const [first = "", last = ""] = line.split("\t");
  return { first: Number(first), last: Number(last) };
}
