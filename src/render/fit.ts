import type { Table } from "../model/table.ts";

/** Points across the text area of a page, as print.css sets it. */
const ACROSS: Readonly<Record<Table["orientation"], number>> = { portrait: 442, landscape: 728 };

/** Sizes of type of print.css in points: of long tables, and of those with fewer rows. */
const TYPE: Readonly<Record<Table["orientation"], { readonly long: number; readonly short: number; readonly rows: number; readonly padding: number }>> = {
  portrait: { long: 10, short: 12, rows: 21, padding: 8 },
  landscape: { long: 9, short: 10.5, rows: 13, padding: 5 },
};

/** A digit is half as wide as it is high; a little more in bold totals. */
const DIGIT = 0.54;

/** Smaller than this nobody reads; such a table wants fewer columns. */
const SMALLEST = 5;

/**
 * The size of type (points) at which every amount and code of a table keeps to its column, where that is
 * smaller than the size that the style sheet gives it.
 */
export function fittingSize({ columns, rows, orientation }: Table): number | undefined {
  const { long, short, rows: many, padding } = TYPE[orientation];
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const longest = columns.map((_, index) => Math.max(0, ...rows.map(({ cells }) => longestRun(cells[index]?.text ?? ""))));
  const sizes = columns.flatMap(({ width }, index) => {
    const length = longest[index] ?? 0;
    return length === 0 ? [] : [((width / total) * ACROSS[orientation] - padding) / (length * DIGIT)];
  });
  const size = Math.max(SMALLEST, Math.min(...sizes));
  return size < (rows.length < many ? short : long) ? Math.floor(size * 10) / 10 : undefined;
}

/** The length of the longest piece of a text that must not be divided: an amount, a code. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/[\d.,%-]+/g)].map(([run]) => run.length));
}
