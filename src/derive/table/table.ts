import { type Diagnostic, error } from "../../base/diagnostic.ts";
import { displayed, formatNumber, sum } from "../../base/money.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { testOf } from "../../model/selection.ts";
import type { AmountColumnSpec, Cell, SideSpec, Table, TableRow, TableSpec } from "../../model/table.ts";
import { type Column, columnsOf, headerRows, leafColumnsOf } from "./columns.ts";
import { draftSections, type RowContext, type RowDraft } from "./rows.ts";

/** Derives a table: each amount is the exact sum of the facts where table ∧ row ∧ column, rounded once. */
export function deriveTable(spec: TableSpec, context: RowContext): Outcome<Table> {
  const facts = context.budget.facts.filter(testOf(spec.where));
  const sides = spec.sides.map((side) => ({ side, columns: columnsOf(side, facts), sections: draftSections(side.sections, facts, context) }));
  const diagnostics = spec.partition ? sides.flatMap(({ side, sections }) => uncovered(spec, side, sections.flat(), facts)) : [];
  const columns = sides.flatMap((side) => side.columns);
  const drafts = sides.map(({ columns: own, sections }) => sections.map((section) => section.map((draft) => cellsOf(draft, own, spec))));
  const rows = alignSides(
    drafts,
    sides.map(({ columns: own }) => own),
  );
  const value: Table = {
    key: spec.key,
    ...(spec.title !== undefined && { title: spec.title }),
    orientation: spec.orientation,
    header: headerRows(spec.sides),
    columns: columns.map(({ spec: { kind, width } }) => ({ kind, width })),
    rows: rows.length > 0 ? rows : emptyRows(spec, columns),
    empty: facts.length === 0,
  };
  return { value, diagnostics };
}

interface SideRow {
  readonly kind: RowDraft["kind"];
  readonly cells: readonly Cell[];
}

function cellsOf(draft: RowDraft, columns: readonly Column[], spec: TableSpec): SideRow {
  const labelColumn = columns.find(({ spec: column }) => column.kind === "text" && column.attribute !== "编码");
  const cells = columns.map((column): Cell => {
    if ("facts" in column)
      return amountCell(
        draft.facts.filter((fact) => column.facts.has(fact)),
        column.spec,
        spec,
      );
    return { kind: "text", text: draft.attributes[column.spec.attribute] ?? "", indent: column === labelColumn ? draft.indent : 0 };
  });
  return { kind: draft.kind, cells };
}

function amountCell(facts: readonly ExpenditureFact[], column: AmountColumnSpec, spec: TableSpec): Cell {
  const amount = sum(facts.map((fact) => fact.amount));
  const shown = displayed(amount, spec.format);
  const blank = shown.isZero() && (column.zero ?? spec.zero) === "blank";
  return { kind: "amount", text: blank ? "" : formatNumber(shown, spec.format), amount, facts };
}

/** Sets sides beside each other, section by section; the shorter side of a section is filled with blanks. */
function alignSides(sides: readonly (readonly (readonly SideRow[])[])[], columns: readonly (readonly Column[])[]): TableRow[] {
  const sectionCount = Math.max(0, ...sides.map((sections) => sections.length));
  return Array.from({ length: sectionCount }, (_, section) => {
    const height = Math.max(0, ...sides.map((sections) => sections[section]?.length ?? 0));
    return Array.from({ length: height }, (_unused, row): TableRow => {
      const parts = sides.map((sections) => sections[section]?.[row]);
      const kind = parts.find((part) => part !== undefined)?.kind ?? "line";
      return { kind, cells: parts.flatMap((part, side) => part?.cells ?? blanks(columns[side] ?? [])) };
    });
  }).flat();
}

function blanks(columns: readonly Column[]): Cell[] {
  return columns.map(() => ({ kind: "text", text: "", indent: 0 }));
}

/** The one row of a table that would have none, worded as the standard says. */
function emptyRows(spec: TableSpec, columns: readonly Column[]): TableRow[] {
  const words = spec.emptyRow;
  if (words === undefined) return [];
  const attributes = Object.fromEntries(words);
  return [{ kind: "line", cells: cellsOf({ kind: "line", attributes, indent: 0, facts: [], leaf: true }, columns, spec).cells }];
}

/** Facts that a table claims to cover and that stand in no leaf row or column of a side, or in more than one. */
function uncovered(spec: TableSpec, side: SideSpec, drafts: readonly RowDraft[], facts: readonly ExpenditureFact[]): Diagnostic[] {
  const times = new Map<ExpenditureFact, number>();
  for (const draft of drafts) if (draft.leaf) for (const fact of draft.facts) times.set(fact, (times.get(fact) ?? 0) + 1);
  const where = `“${spec.title ?? spec.key}”${side.heading === undefined ? "" : `的${side.heading}一边`}`;
  return facts.flatMap((fact) => {
    const rows = times.get(fact) ?? 0;
    const columns = leafColumnsOf(side, fact);
    if (rows === 1 && columns === 1) return [];
    const what = rows !== 1 ? "行" : "列";
    const message = `${where}${(rows === 1 ? columns : rows) === 0 ? "没有" : "有不止一"}${what}可以列这笔钱：${describe(fact)}`;
    return [error("fact-not-in-table", message, fact.span, { hint: "检查科目、支出性质和资金来源；如果都对，这个标准的表没有为这种钱设位置" })];
  });
}

function describe(fact: ExpenditureFact): string {
  return [fact.nature, fact.functional, fact.economic, fact.source].filter((word) => word !== undefined).join(" ");
}
