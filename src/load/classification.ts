import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Categories, Category, CategoryElsewhere, Classification } from "../model/classification.ts";

/**
 * Loads 政府收支分类科目 as in force in a year. The files hold one row a code, with the first and
 * the last year in which it was in force, so a year is a selection and not a copy. Where a file names no year, the last one serves to check the rest.
 */
export function loadClassification(folder: string, wanted: number | undefined): Classification {
  const covered = coveredYears(join(folder, "years.tsv"));
  const year = wanted ?? covered.last;
  const functional = new CategoryFile(join(folder, "functional.tsv"), year);
  const economic = new CategoryFile(join(folder, "economic.tsv"), year);
  return { year, covered, functional, economic, elsewhere: (code) => functional.elsewhere(code) ?? economic.elsewhere(code) };
}

/** The years whose official lists the files hold. */
function coveredYears(path: string): Classification["covered"] {
  const [, line = ""] = readFileSync(path, "utf8").split("\n");
  const [first = "", last = ""] = line.split("\t");
  return { first: Number(first), last: Number(last) };
}

interface Row extends CategoryElsewhere {
  readonly inForce: boolean;
}

/** A file of 科目. A budget names some dozens of its thousands of rows, so a row is read when it is asked for. */
class CategoryFile implements Categories {
  private readonly text: string;
  private readonly year: number;
  private readonly rows = new Map<string, Row | undefined>();

  constructor(path: string, year: number) {
    this.text = readFileSync(path, "utf8");
    this.year = year;
  }

  get(code: string): Category | undefined {
    const row = this.row(code);
    return row?.inForce ? row : undefined;
  }

  elsewhere(code: string): CategoryElsewhere | undefined {
    const row = this.row(code);
    return row?.inForce ? undefined : row;
  }

  *keys(): Generator<string> {
    for (const [, code = ""] of this.text.matchAll(/^(\d+)\t/gm)) if (this.get(code)) yield code;
  }

  private row(code: string): Row | undefined {
    if (!this.rows.has(code)) this.rows.set(code, this.read(code));
    return this.rows.get(code);
  }

  private read(code: string): Row | undefined {
    const start = /^\d+$/.test(code) ? this.text.indexOf(`\n${code}\t`) + 1 : 0;
    if (start === 0) return undefined;
    const [, name = "", kind = "", since = "", until = ""] = this.text.slice(start, this.text.indexOf("\n", start)).split("\t");
    const inForce = (since === "" || Number(since) <= this.year) && (until === "" || Number(until) >= this.year);
    return { code, name, kind, inForce, ...(since !== "" && { since: Number(since) }), ...(until !== "" && { until: Number(until) }) };
  }
}
