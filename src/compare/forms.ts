import type { CellChange } from "../model/difference.ts";
import type { FormBlock } from "../model/document.ts";
import type { Form, FormCell } from "../model/form.ts";
import type { Placed } from "./outline.ts";
import { pairUp } from "./pairs.ts";
import { likeness } from "./words.ts";
import type { Timeless, Timelesses } from "./years.ts";

/** A form that repeats over projects goes by the first thing that it says, which is the project's name, as the second document has it. */
export function formKeys(tables: readonly Placed[], renamed: ReadonlyMap<string, string>): ReadonlyMap<Placed, string> {
  const counts = new Map<string, number>();
  return new Map(
    tables.flatMap((table): [Placed, string][] => {
      if (table.block.kind !== "form") return [];
      const own = `form ${table.block.form.key} ${nameOf(table.block, renamed)}`;
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      return [[table, count === 0 ? own : `${own} ${count}`]];
    }),
  );
}

function nameOf({ form }: FormBlock, renamed: ReadonlyMap<string, string>): string {
  const old = textsIn(form).find((text) => renamed.has(text));
  return (old === undefined ? undefined : renamed.get(old)) ?? subjectOf({ form });
}

/** What a form says first: the name of the project that it is about. */
export function subjectOf({ form }: Pick<FormBlock, "form">): string {
  return textsIn(form).find((text) => text !== "") ?? "";
}

function textsIn({ rows }: Form): string[] {
  return rows.flat().flatMap(({ kind, text }) => (kind === "text" ? [text] : []));
}

type FormRow = readonly FormCell[];

/** Cells of a form that print otherwise, by the label beside or above each. */
export function formChanges(before: Form | undefined, after: Form | undefined, timeless: Timelesses): CellChange[] {
  const [old, now] = [before?.rows ?? [], after?.rows ?? []];
  const textOf = (row: FormRow, of: Timeless): string => of(JSON.stringify(row.map(({ text }) => text)));
  const labelsOf = (row: FormRow): string => JSON.stringify(row.flatMap(({ kind, text }) => (kind === "label" ? [text] : [])));
  const pairs = pairUp(old, now, {
    same: (one, other) => textOf(one, timeless.before) === textOf(other, timeless.after),
    likeness: (one, other) => {
      if (one.length !== other.length || labelsOf(one) !== labelsOf(other)) return 0;
      return one.some(({ kind }) => kind === "label") ? 1 : likeness(textOf(one, timeless.before), textOf(other, timeless.after));
    },
  });
  return pairs.flatMap((pair) => rowChanges(pair.before, pair.after, old, now, timeless));
}

function rowChanges(
  before: FormRow | undefined,
  after: FormRow | undefined,
  old: readonly FormRow[],
  now: readonly FormRow[],
  timeless: Timelesses,
): CellChange[] {
  const row = after ?? before ?? [];
  const rows = after === undefined ? old : now;
  return row.flatMap((cell, index): CellChange[] => {
    const [one, other] = [before?.[index], after?.[index]];
    if (timeless.before(one?.text ?? "") === timeless.after(other?.text ?? "") || (one?.text ?? "") === (other?.text ?? "")) return [];
    if (cell.kind === "label" && (one === undefined || other === undefined)) return [];
    const column = headOf(row, index, rows);
    return [{ row: rowNameOf(row, index, column), column, ...(one && { before: one.text }), ...(other && { after: other.text }) }];
  });
}

/** The label to the left of a cell, else the one above it. */
function headOf(row: FormRow, index: number, rows: readonly FormRow[]): string {
  const left = row.slice(0, index).findLast(({ kind, text }) => kind === "label" && text !== "");
  const above = rows.slice(0, rows.indexOf(row)).findLast((each) => each.length === row.length && each[index]?.kind === "label");
  return (left ?? above?.[index])?.text ?? "";
}

/** What the row says before the cell, where that is no more than its head. */
function rowNameOf(row: FormRow, index: number, head: string): string {
  return row
    .slice(0, index)
    .map(({ text }) => text)
    .filter((text) => text !== "" && text !== head)
    .join(" / ");
}
