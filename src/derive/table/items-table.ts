import { type Exact, sum } from "../../base/money.ts";
import type { Unit } from "../../model/budget.ts";
import { fillLabel } from "../../model/document-words.ts";
import { type Item, wordsOf } from "../../model/stated.ts";
import type { AmountColumnSpec, Cell, ColumnSpec, RowSpec, Table, TableRow, TableSpec, TextColumnSpec } from "../../model/table.ts";
import { fieldText, holds, numberIn } from "../items.ts";
import { itemNumberText } from "./cells.ts";
import { headerRows } from "./columns.ts";
import type { TableContext } from "./context.ts";

/** A table whose rows are the items of a 明细, such as what is to be procured, with totals of the amounts that they state. */
export function deriveItemsTable(spec: TableSpec, name: string, context: TableContext): Table {
  const stated = context.budget.inputs.get(name);
  const items = stated?.kind === "items" ? stated.items : [];
  const columns = spec.sides.flatMap((side) => leaves(side.columns));
  const declared = spec.sides.flatMap((side) => side.sections.flatMap((section) => section.rows));
  const rows = (declared.length === 0 ? [{ kind: "items" as const }] : declared).flatMap((row) => rowsOf(row, items, columns, spec, context));
  return {
    key: spec.key,
    ...(spec.title !== undefined && { title: fillLabel(spec.title, context.words) }),
    orientation: spec.orientation,
    header: headerRows(spec.sides, context.words),
    columns: columns.map(({ kind, width }) => ({ kind, width })),
    rows: items.length === 0 && declared.every(({ kind }) => kind !== "total") ? [] : rows,
    empty: items.length === 0,
    printed: { 功能科目: new Set(), 经济科目: new Set() },
  };
}

type Leaf = TextColumnSpec | AmountColumnSpec;

function leaves(columns: readonly ColumnSpec[]): Leaf[] {
  return columns.flatMap((column) => (column.kind === "group" ? leaves(column.columns) : [column]));
}

function rowsOf(row: RowSpec, items: readonly Item[], columns: readonly Leaf[], spec: TableSpec, context: TableContext): TableRow[] {
  if (row.kind === "items") return row.by === undefined ? itemRows(items, columns, spec, context) : groupedRows(items, row.by, columns, spec, context);
  if (row.kind !== "total" || (row.onlyFilled && items.length === 0)) return [];
  return [{ kind: "total", cells: sumCells(items, fillLabel(row.label, context.words), columns, spec, context) }];
}

function itemRows(items: readonly Item[], columns: readonly Leaf[], spec: TableSpec, context: TableContext): TableRow[] {
  return items.map((item, index) => ({ kind: "line", cells: columns.map((column) => itemCell(column, item, index, spec, context)) }));
}

/** Each value of a field in the order in which the file has it, with its sums, and below it its items. */
function groupedRows(items: readonly Item[], field: string, columns: readonly Leaf[], spec: TableSpec, context: TableContext): TableRow[] {
  const values = [...new Set(items.map((item) => wordsOf(item.fields.get(field))))];
  return values.flatMap((value): TableRow[] => {
    const own = items.filter((item) => wordsOf(item.fields.get(field)) === value);
    return [{ kind: "total", cells: sumCells(own, value, columns, spec, context) }, ...itemRows(own, columns, spec, context)];
  });
}

/** A row of sums, its label in the first column of text. */
function sumCells(items: readonly Item[], label: string, columns: readonly Leaf[], spec: TableSpec, { inputs }: TableContext): Cell[] {
  const fields = inputs.get(spec.items ?? "")?.items?.fields ?? [];
  const amounts = new Set(fields.filter(({ kind }) => kind === "amount").map(({ name }) => name));
  const first = columns.findIndex(({ kind }) => kind === "text");
  return columns.map((column, index) => totalCell(column, items, amounts, index === first ? label : "", spec));
}

function itemCell(column: Leaf, item: Item, index: number, spec: TableSpec, context: TableContext): Cell {
  if (column.kind === "amount") {
    const value = holds(item, column.fieldWhere) ? numberIn(item, column.field ?? "") : undefined;
    return numberCell(value, column, item, spec);
  }
  const value = column.field === undefined ? undefined : item.fields.get(column.field);
  const text =
    column.field === undefined
      ? attributeText(column, unitOf(item, spec, context), index)
      : value === undefined
        ? ""
        : fieldText(value, (each) => context.printText(each, []));
  return { kind: "text", text, indent: 0 };
}

/** The unit that an item names; the department itself where it names none. */
function unitOf(item: Item, { items = "" }: TableSpec, { inputs, budget }: TableContext): Unit {
  const field = inputs.get(items)?.items?.fields.find(({ refersTo }) => refersTo === "单位")?.name;
  const name = field === undefined ? "" : wordsOf(item.fields.get(field));
  return budget.units.find((unit) => unit.name === name) ?? budget.unit;
}

/** What a row says of itself or of the unit beside the item's own fields. */
function attributeText({ attribute }: TextColumnSpec, unit: Unit, index: number): string {
  const words: Readonly<Record<string, string>> = { 序号: String(index + 1), 单位名称: unit.name, 单位编码: unit.code ?? "" };
  return words[attribute] ?? "";
}

function numberCell(value: Exact | undefined, column: AmountColumnSpec, item: Item, spec: TableSpec): Cell {
  const isAmount = item.fields.get(column.field ?? "")?.kind === "amount";
  const text = itemNumberText(value, isAmount, column, spec);
  return { kind: "amount", text, amount: value ?? sum([]), facts: [] };
}

/** Amounts are added up; counts of different things are not. */
function totalCell(column: Leaf, items: readonly Item[], amounts: ReadonlySet<string>, label: string, spec: TableSpec): Cell {
  if (column.kind === "text") return { kind: "text", text: label, indent: 0 };
  const { field = "" } = column;
  const taken = items.filter((item) => holds(item, column.fieldWhere));
  const amount = sum(amounts.has(field) ? taken.flatMap((item) => numberIn(item, field) ?? []) : []);
  const adds = column.totalled && amounts.has(field);
  return { kind: "amount", text: adds ? itemNumberText(amount, true, column, spec) : "", amount, facts: [] };
}
