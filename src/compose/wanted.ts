import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";

/** Years before the budget's own, by the section of the file that states their amounts. */
export type EarlierYear = "上年数" | "前年数";

/** An amount of an earlier year that some place of the document needs and the file does not give. */
export interface Wanted {
  /** What it is called: a figure, or a 科目 with its code. */
  readonly what: string;
  readonly year: EarlierYear;
  /** What it is needed for: 要写它比上年增减多少. */
  readonly why: string;
  readonly hint: string;
  readonly span: Span;
  /** Who asks: the heading under which it is needed, else the standard. */
  readonly asker: string;
}

/** So many headings are named, and further ones are counted. */
const MOST_NAMED = 3;

/** What of earlier years is missing, each amount once with all the places that need it. */
export class WantedAmounts {
  private readonly found = new Map<string, Wanted[]>();

  add(wanted: Wanted): void {
    const key = `${wanted.year} ${wanted.what}`;
    this.found.set(key, [...(this.found.get(key) ?? []), wanted]);
  }

  diagnostics(): Diagnostic[] {
    return [...this.found.values()].flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const { what, year, why, span, hint } = first;
      const askers = [...new Set([first, ...others].map(({ asker }) => asker))];
      const more = askers.length > MOST_NAMED ? `等 ${askers.length} 处` : "";
      const message = `缺少“${what}”的${year}，${askers.slice(0, MOST_NAMED).join("、")}${more}${why}`;
      return [year === "上年数" ? error("last-year-missing", message, span, { hint }) : error("year-before-last-missing", message, span, { hint })];
    });
  }
}

/** A heading in quotes, and the quotes that it has as inner ones. */
export function quoted(heading: string): string {
  return `“${heading.replaceAll("“", "‘").replaceAll("”", "’").replaceAll("\u200b", "")}”`;
}
