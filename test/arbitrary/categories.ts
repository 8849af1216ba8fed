import { readFileSync } from "node:fs";
import { join } from "node:path";

/** 科目 read straight from the data files, without the compiler's own loader: code → name. */
export type Names = ReadonlyMap<string, string>;

const FOLDER = join(import.meta.dirname, "..", "..", "src", "classification");

function readNames(file: string, year: number): Names {
  const names = new Map<string, string>();
  for (const line of readFileSync(join(FOLDER, file), "utf8").split("\n").slice(1)) {
    const [code = "", name = "", , since = "", until = ""] = line.split("\t");
    const begun = since === "" || Number(since) <= year;
    const ended = until !== "" && Number(until) < year;
    if (code !== "" && begun && !ended) names.set(code, name);
  }
  return names;
}

export interface Categories {
  /** 科目 → name, of every level. */
  readonly functional: Names;
  readonly economic: Names;
  /** 项 of the listed 类. */
  readonly items: readonly string[];
  /** 款. */
  readonly economicItems: readonly string[];
}

/** The 类 that the 清远 forms list, in the order of 表1; 表4 has 222 before 223. */
export const LISTED_CLASSES = "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 223 222 224 229".split(" ");

const byYear = new Map<number, Categories>();

export function categoriesOf(year: number): Categories {
  const known = byYear.get(year) ?? read(year);
  byYear.set(year, known);
  return known;
}

function read(year: number): Categories {
  const functional = readNames("functional.tsv", year);
  const economic = readNames("economic.tsv", year);
  return {
    functional,
    economic,
    items: [...functional.keys()].filter((code) => code.length === 7 && LISTED_CLASSES.includes(code.slice(0, 3))),
    economicItems: [...economic.keys()].filter((code) => code.length === 5),
  };
}
