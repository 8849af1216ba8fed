import type { ExpenditureFact } from "../../model/budget.ts";
import { fillLabel } from "../../model/document-words.ts";
import { type FactTest, testOf } from "../../model/selection.ts";
import type { AmountColumnSpec, ColumnSpec, HeaderCell, SideSpec, TextColumnSpec } from "../../model/table.ts";

/** A column with cells: text, or the facts of the table that it takes, this year's and last year's. */
export type Column = { readonly spec: TextColumnSpec } | AmountColumn;

export interface AmountColumn {
  readonly spec: AmountColumnSpec;
  readonly facts: ReadonlySet<ExpenditureFact>;
  /** Facts of the other year that a change or rate compares with. */
  readonly base: ReadonlySet<ExpenditureFact>;
}

/** A side without the columns that stand only where they have money. */
export function filledSide(side: SideSpec, facts: readonly ExpenditureFact[]): SideSpec {
  return { ...side, columns: filledColumns(side.columns, facts) };
}

function filledColumns(columns: readonly ColumnSpec[], facts: readonly ExpenditureFact[]): ColumnSpec[] {
  return columns.flatMap((column): ColumnSpec[] => {
    if (column.kind === "text") return [column];
    if (column.kind === "amount") return column.onlyFilled && !facts.some(testOf(column.where)) ? [] : [column];
    const inner = filledColumns(column.columns, facts);
    return inner.length === 0 ? [] : [{ ...column, columns: inner }];
  });
}

/** Facts of a table set apart by year once, for all its columns. */
interface Years {
  readonly 本年: readonly ExpenditureFact[];
  readonly 上年: readonly ExpenditureFact[];
}

/** The columns of a side from left to right, without the headings over them. Each fact is tested once, not once a row. */
export function columnsOf(side: SideSpec, facts: readonly ExpenditureFact[]): Column[] {
  const isLastYear = (fact: ExpenditureFact): boolean => fact.lastYear === true;
  return columnsIn(side.columns, { 本年: facts.filter((fact) => !isLastYear(fact)), 上年: facts.filter(isLastYear) });
}

function columnsIn(specs: readonly ColumnSpec[], years: Years): Column[] {
  const leaves = leafTests(specs);
  return specs.flatMap((spec): Column[] => {
    if (spec.kind === "group") return columnsIn(spec.columns, years);
    if (spec.kind === "text") return [{ spec }];
    const takes: FactTest = spec.role === "total" ? (fact) => leaves.some((leaf) => leaf(fact)) : testOf(spec.where);
    const base = new Set(years.上年.filter(takes));
    return [{ spec, facts: spec.year === "上年" ? base : new Set(years.本年.filter(takes)), base }];
  });
}

/** Tests of the columns that together hold every fact of a table once: neither totals nor parts of others nor last year's. */
function leafTests(specs: readonly ColumnSpec[]): FactTest[] {
  return specs.flatMap((spec) => {
    if (spec.kind === "group") return leafTests(spec.columns);
    return spec.kind === "amount" && spec.role === "leaf" && spec.year === "本年" ? [testOf(spec.where)] : [];
  });
}

/** Tells how many leaf columns of a side take a fact: one in a table that is a partition. */
export function leafColumnCounter(side: SideSpec): (fact: ExpenditureFact) => number {
  const leaves = leafTests(side.columns);
  return (fact) => leaves.filter((takes) => takes(fact)).length;
}

/** The rows of headings over the columns of all sides, spans worked out. */
export function headerRows(sides: readonly SideSpec[], words: ReadonlyMap<string, string>): HeaderCell[][] {
  const tops: ColumnSpec[] = sides.flatMap((side): ColumnSpec[] =>
    side.heading === undefined ? [...side.columns] : [{ kind: "group", heading: side.heading, columns: side.columns }],
  );
  const depth = Math.max(...tops.map(depthOf));
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => []);
  placeHeadings(tops, 0, rows, words);
  return rows;
}

function placeHeadings(specs: readonly ColumnSpec[], level: number, rows: HeaderCell[][], words: ReadonlyMap<string, string>): void {
  for (const spec of specs) {
    const row = rows[level];
    if (row === undefined) continue;
    const text = fillLabel(spec.heading, words);
    if (spec.kind === "group") {
      row.push({ text, rowSpan: 1, columnSpan: widthOf(spec) });
      placeHeadings(spec.columns, level + 1, rows, words);
    } else {
      row.push({ text, rowSpan: rows.length - level, columnSpan: 1 });
    }
  }
}

function depthOf(spec: ColumnSpec): number {
  return spec.kind === "group" ? 1 + Math.max(0, ...spec.columns.map(depthOf)) : 1;
}

function widthOf(spec: ColumnSpec): number {
  return spec.kind === "group" ? spec.columns.reduce((width, column) => width + widthOf(column), 0) : 1;
}
