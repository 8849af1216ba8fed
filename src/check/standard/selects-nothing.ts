import type { Span } from "../../base/span.ts";
import { SELECTION_KEYS, type Selection, type SelectionKey } from "../../model/selection.ts";
import type { Standard } from "../../model/standard.ts";
import type { ColumnSpec, RowSpec, TableSpec } from "../../model/table.ts";
import type { Findings } from "../reader.ts";

/** Columns and rows whose conditions, together with those of the table around them, no fact can ever meet. */
export function checkSelections(standard: Standard, findings: Findings): void {
  for (const table of standard.tables.values()) new SelectionChecker(table, findings).table();
}

/** Keys whose values are codes: 302 takes 30201. */
const CODE_KEYS: readonly SelectionKey[] = ["功能科目", "经济科目"];

/** Both at once; or the first key under which the two have nothing in common. */
export function meet(outer: Selection, inner: Selection): { readonly both: Selection } | { readonly conflict: SelectionKey } {
  const both: Partial<Record<SelectionKey, readonly string[]>> = { ...outer };
  for (const key of SELECTION_KEYS) {
    const values = inner[key];
    if (values === undefined) continue;
    const left = common(key, outer[key], values);
    if (left.length === 0) return { conflict: key };
    both[key] = left;
  }
  return { both };
}

function common(key: SelectionKey, outer: readonly string[] | undefined, inner: readonly string[]): readonly string[] {
  if (outer === undefined) return inner;
  if (!CODE_KEYS.includes(key)) return inner.filter((value) => outer.includes(value));
  const narrower = inner.filter((code) => outer.some((wide) => code.startsWith(wide)));
  const wider = outer.filter((code) => inner.some((wide) => code.startsWith(wide)));
  return [...new Set([...narrower, ...wider])];
}

class SelectionChecker {
  private readonly spec: TableSpec;
  private readonly findings: Findings;

  constructor(spec: TableSpec, findings: Findings) {
    this.spec = spec;
    this.findings = findings;
  }

  table(): void {
    for (const { columns, sections } of this.spec.sides) {
      for (const column of columns) this.column(column, this.spec.where);
      for (const { rows } of sections) for (const row of rows) this.row(row, this.spec.where);
    }
  }

  private column(column: ColumnSpec, outer: Selection): void {
    const both = this.narrowed(column, `列“${column.heading}”`, outer);
    if (column.kind === "group" && both !== undefined) for (const inner of column.columns) this.column(inner, both);
  }

  private row(row: RowSpec, outer: Selection): void {
    const name = "label" in row ? `行“${row.label}”` : `按${"axis" in row ? row.axis : "明细"}列的行`;
    const both = this.narrowed(row, name, outer);
    if ("below" in row && both !== undefined) for (const inner of row.below) this.row(inner, both);
  }

  /** What a column or row selects within what is around it; nothing where that is impossible, which is reported. */
  private narrowed(spec: ColumnSpec | RowSpec, name: string, outer: Selection): Selection | undefined {
    const own: Selection = ("where" in spec ? spec.where : undefined) ?? {};
    const met = meet(outer, own);
    if ("both" in met) return met.both;
    const { conflict } = met;
    const words = (selection: Selection): string => (selection[conflict] ?? []).join("、");
    const message = `表“${this.spec.title ?? this.spec.key}”的${name}选不到任何一笔钱：${conflict}在外层只有${words(outer)}，这里只要${words(own) || "空的一组"}`;
    this.findings.error("selects-nothing", message, this.placeOf(spec), "改它的 where，或者改外层的 where；用不着的删掉");
    return undefined;
  }

  /** The place of the row or column itself where its reader keeps one, else the table's. */
  private placeOf(spec: ColumnSpec | RowSpec): Span {
    return ("span" in spec ? (spec.span as Span | undefined) : undefined) ?? this.spec.span;
  }
}
