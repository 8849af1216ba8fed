import type { ExpenditureFact } from "../../model/budget.ts";
import { type FactTest, testOf } from "../../model/selection.ts";
import type { AmountColumnSpec, ColumnSpec, HeaderCell, SideSpec, TextColumnSpec } from "../../model/table.ts";

/** A column with cells: text, or the facts of the table that it takes. */
export type Column = { readonly spec: TextColumnSpec } | { readonly spec: AmountColumnSpec; readonly facts: ReadonlySet<ExpenditureFact> };

/** The columns of a side from left to right, without the headings over them. Each fact is tested once, not once a row. */
export function columnsOf(side: SideSpec, facts: readonly ExpenditureFact[]): Column[] {
  return columnsIn(side.columns, facts);
}

function columnsIn(specs: readonly ColumnSpec[], facts: readonly ExpenditureFact[]): Column[] {
  const leaves = leafTests(specs);
  return specs.flatMap((spec): Column[] => {
    if (spec.kind === "group") return columnsIn(spec.columns, facts);
    if (spec.kind === "text") return [{ spec }];
    const takes: FactTest = spec.role === "total" ? (fact) => leaves.some((leaf) => leaf(fact)) : testOf(spec.where);
    return [{ spec, facts: new Set(facts.filter(takes)) }];
  });
}

/** Tests of the columns that together hold every fact of a table once: neither totals nor parts of others. */
function leafTests(specs: readonly ColumnSpec[]): FactTest[] {
  return specs.flatMap((spec) => {
    if (spec.kind === "group") return leafTests(spec.columns);
    return spec.kind === "amount" && spec.role === "leaf" ? [testOf(spec.where)] : [];
  });
}

/** How many leaf columns of a side take a fact: one in a table that is a partition. */
export function leafColumnsOf(side: SideSpec, fact: ExpenditureFact): number {
  return leafTests(side.columns).filter((takes) => takes(fact)).length;
}

/** The rows of headings over the columns of all sides, spans worked out. */
export function headerRows(sides: readonly SideSpec[]): HeaderCell[][] {
  const tops: ColumnSpec[] = sides.flatMap((side): ColumnSpec[] =>
    side.heading === undefined ? [...side.columns] : [{ kind: "group", heading: side.heading, columns: side.columns }],
  );
  const depth = Math.max(...tops.map(depthOf));
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => []);
  placeHeadings(tops, 0, rows);
  return rows;
}

function placeHeadings(specs: readonly ColumnSpec[], level: number, rows: HeaderCell[][]): void {
  for (const spec of specs) {
    const row = rows[level];
    if (row === undefined) continue;
    if (spec.kind === "group") {
      row.push({ text: spec.heading, rowSpan: 1, columnSpan: widthOf(spec) });
      placeHeadings(spec.columns, level + 1, rows);
    } else {
      row.push({ text: spec.heading, rowSpan: rows.length - level, columnSpan: 1 });
    }
  }
}

function depthOf(spec: ColumnSpec): number {
  return spec.kind === "group" ? 1 + Math.max(0, ...spec.columns.map(depthOf)) : 1;
}

function widthOf(spec: ColumnSpec): number {
  return spec.kind === "group" ? spec.columns.reduce((width, column) => width + widthOf(column), 0) : 1;
}
