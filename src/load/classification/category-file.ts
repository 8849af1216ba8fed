import { readFileSync } from "node:fs";
import { axisOf, type Categories, type Category, type CategoryBasis, type CategoryElsewhere, nameBefore, type Rename } from "../../model/classification.ts";
import { codesOf, rowOf, yearIn } from "./rows.ts";

interface Row extends CategoryElsewhere {
  readonly inForce: boolean;
}

/**
 * A file of 科目 under the rows of the same classification in a bureau's list. A budget names some dozens of its
 * thousands of rows, so a row is read when it is asked for.
 */
export class CategoryFile implements Categories {
  private readonly text: string;
  private readonly year: number;
  private readonly renames: readonly Rename[];
  private readonly official: string;
  private readonly axis: ReturnType<typeof axisOf>;
  private readonly rows = new Map<string, Row | undefined>();

  constructor(path: string, year: number, renames: readonly Rename[], official: string) {
    this.text = readFileSync(path, "utf8");
    this.year = year;
    this.renames = renames;
    this.official = official;
    this.axis = axisOf(codesOf(this.text).next().value ?? "");
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
    for (const code of codesOf(this.text)) if (this.get(code)) yield code;
    for (const code of codesOf(this.official)) if (axisOf(code) === this.axis && rowOf(this.text, code) === undefined) yield code;
  }

  private row(code: string): Row | undefined {
    if (!this.rows.has(code)) this.rows.set(code, this.read(code));
    return this.rows.get(code);
  }

  private read(code: string): Row | undefined {
    const [, name = "", kind = ""] = (axisOf(code) === this.axis && rowOf(this.official, code)) || [];
    return name === "" ? this.readOwn(code) : { code, name, kind, basis: "official list", inForce: true };
  }

  private readOwn(code: string): Row | undefined {
    const row = rowOf(this.text, code);
    if (row === undefined) return undefined;
    const [, name = "", kind = "", sinceCell = "", untilCell = "", basis = "", source = ""] = row;
    const [since, until] = [yearIn(sinceCell), yearIn(untilCell)];
    const before = nameBefore(this.renames, code, this.year);
    // A code that is new with its name was in force before under its old one.
    const begun = since === undefined || since <= this.year || before !== undefined;
    const inForce = begun && (until === undefined || until >= this.year);
    const known = { code, name: before ?? name, kind, basis: basisOf(basis, source), inForce };
    return { ...known, ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  }
}

function basisOf(basis: string, source: string): CategoryBasis {
  if (basis !== "from memory") return basis === "official list" ? basis : "published document";
  return source.startsWith("unsure") ? "unsure" : "from memory";
}
