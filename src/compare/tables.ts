import type { CellChange, Compared, TableChange } from "../model/difference.ts";
import type { FormBlock, TableBlock } from "../model/document.ts";
import { formChanges, formKeys, subjectOf } from "./forms.ts";
import { type Column, type Naming, type Row, type Side, sidesOf } from "./grid.ts";
import { type Placed, placed, withoutNumber } from "./outline.ts";
import { align } from "./sequence.ts";
import type { Timeless } from "./years.ts";

/** How the names of each of the two are read. */
export interface Namings {
  readonly before: Naming;
  readonly after: Naming;
}

type PlacedTable = Placed<TableBlock | FormBlock>;

/** Tables and forms in which something prints otherwise, in the order of the second document, then those that are gone. */
export function tableChanges(before: Compared, after: Compared, namings: Namings): TableChange[] {
  const byTitle = before.standard.name !== after.standard.name;
  const old = keyed(placed(before.document), byTitle, namings.before);
  const now = keyed(placed(after.document), byTitle, namings.after);
  const changed = [...now].flatMap(([key, other]) => changeOf(old.get(key), other, before, after, namings));
  const gone = [...old].flatMap(([key, one]) => (now.has(key) ? [] : changeOf(one, undefined, before, after, namings)));
  return [...changed, ...gone];
}

/** Tables by what they are in either document: between standards by their titles. */
function keyed(tables: readonly PlacedTable[], byTitle: boolean, { timeless, renamed }: Naming): ReadonlyMap<string, PlacedTable> {
  const keys = formKeys(tables, renamed);
  return new Map(
    tables.map((table) => {
      const { block } = table;
      if (block.kind === "form") return [keys.get(table) ?? "", table];
      return [byTitle && block.caption ? `title ${timeless(block.caption.title)}` : `table ${block.table.key}`, table];
    }),
  );
}

function changeOf(one: PlacedTable | undefined, other: PlacedTable | undefined, before: Compared, after: Compared, namings: Namings): TableChange[] {
  const shown = other ?? one;
  if (shown === undefined) return [];
  const cells = cellsOf(one?.block, other?.block, before, after, namings);
  if (one !== undefined && other !== undefined && cells.length === 0) return [];
  const { block, section } = shown;
  const { label = "", title = withoutNumber(section.at(-1) ?? ""), amountUnit = "" } = block.caption ?? {};
  const single = one !== undefined && other !== undefined && block.kind === "form" && !isRepeated(block.form.key, before, after);
  const subject = block.kind === "form" && !single ? subjectOf(block) : "";
  return [{ change: one === undefined ? "added" : other === undefined ? "gone" : "changed", label, title, subject, amountUnit, section, cells }];
}

/** Whether a form stands more than once in either document. */
function isRepeated(key: string, ...documents: readonly Compared[]): boolean {
  return documents.some(({ document }) => placed(document).filter(({ block }) => block.kind === "form" && block.form.key === key).length > 1);
}

function cellsOf(one: Placed["block"] | undefined, other: Placed["block"] | undefined, before: Compared, after: Compared, namings: Namings): CellChange[] {
  if (one?.kind === "form" || other?.kind === "form") {
    const [old, now] = [one, other].map((block) => (block?.kind === "form" ? block.form : undefined));
    return formChanges(old, now, { before: namings.before.timeless, after: namings.after.timeless });
  }
  const sides = (block: Placed["block"] | undefined, { standard }: Compared, naming: Naming): Side[] =>
    block?.kind === "table" ? sidesOf(block.table, standard.tables.get(block.table.key), naming) : [];
  const [old, now] = [sides(one, before, namings.before), sides(other, after, namings.after)];
  const count = Math.max(old.length, now.length);
  return Array.from({ length: count }, (_, index) => sideChanges(old[index] ?? EMPTY, now[index] ?? EMPTY, namings)).flat();
}

const EMPTY: Side = { columns: [], rows: [] };

function sideChanges(before: Side, after: Side, namings: Namings): CellChange[] {
  const columns = columnPairs(before.columns, after.columns);
  return align(before.rows, after.rows, (one, other) => one.key === other.key).flatMap((step) =>
    rowChanges(step.kind === "added" ? undefined : step.before, step.kind === "gone" ? undefined : step.after, columns, namings),
  );
}

interface ColumnPair {
  readonly name: string;
  readonly label: boolean;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Columns by their headings, in the order of the second, then those that are gone. */
function columnPairs(before: readonly Column[], after: readonly Column[]): ColumnPair[] {
  const indexOf = (columns: readonly Column[], key: string): number | undefined => {
    const index = columns.findIndex((column) => column.key === key);
    return index < 0 ? undefined : index;
  };
  const now = after.map(({ name, key, label }, index): ColumnPair => ({ name, label, before: indexOf(before, key), after: index }));
  const gone = before.flatMap(({ name, key, label }, index): ColumnPair[] =>
    indexOf(after, key) === undefined ? [{ name, label, before: index, after: undefined }] : [],
  );
  return [...now, ...gone];
}

/** Cells of a row that print otherwise. A row that came or went tells its money, not its labels, which name it. */
function rowChanges(before: Row | undefined, after: Row | undefined, columns: readonly ColumnPair[], namings: Namings): CellChange[] {
  const name = (after ?? before)?.name ?? "";
  return columns.flatMap((column): CellChange[] => {
    const old = column.before === undefined ? undefined : before?.cells[column.before];
    const now = column.after === undefined ? undefined : after?.cells[column.after];
    if (isSamePrint(old, now, column.label, namings)) return [];
    if ((before === undefined || after === undefined) && isUntold(column, before, after, columns)) return [];
    return [{ row: name, column: column.name, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }];
  });
}

function isUntold({ label, before, after }: ColumnPair, old: Row | undefined, now: Row | undefined, columns: readonly ColumnPair[]): boolean {
  const idle = (row: Row | undefined, index: number | undefined): boolean => index !== undefined && row?.idle.has(index) === true;
  return (label && columns.some((column) => !column.label)) || idle(old, before) || idle(now, after);
}

function isSamePrint(before: string | undefined, after: string | undefined, label: boolean, namings: Namings): boolean {
  if ((before ?? "") === (after ?? "")) return true;
  if (before === undefined || after === undefined) return false;
  const plain = (text: string, timeless: Timeless): string => timeless(label ? withoutNumber(text) : text);
  return plain(before, namings.before.timeless) === plain(after, namings.after.timeless);
}
