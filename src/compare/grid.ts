import type { RowAttribute, SideSpec, Table, TableRow, TableSpec } from "../model/table.ts";
import { withoutNumber } from "./outline.ts";
import type { Timeless } from "./years.ts";

/** One side of a table: rows that are known by the labels before their amounts. */
export interface Side {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  /** Its headings from the top down. */
  readonly name: string;
  /** The same in any year; of several that are called the same, with the number of each. */
  readonly key: string;
  /** Whether it holds labels that say which row it is. */
  readonly label: boolean;
}

export interface Row {
  /** What it is called: 2010350 事业运行. */
  readonly name: string;
  /** The same in any year and without its number. */
  readonly key: string;
  /** What is printed under each column of its side. */
  readonly cells: readonly string[];
  /** Columns of its side in which it has no money: a row that came or went does not tell these. */
  readonly idle: ReadonlySet<number>;
}

/** What is known of names that changed, and of years. */
export interface Naming {
  readonly timeless: Timeless;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Reads a table as its sides; a number in front of a row is no part of what it says. */
export function sidesOf(table: Table, spec: TableSpec | undefined, naming: Naming): Side[] {
  const headings = headingsOf(table);
  const numbers = numberColumns(table, spec);
  return boundsOf(table, spec).map(([from, to]) => {
    const own = table.columns.map((_, index) => index).filter((index) => index >= from && index < to && !numbers.has(index));
    const firstAmount = own.findIndex((index) => table.columns[index]?.kind === "amount");
    const labels = firstAmount < 0 ? 1 : firstAmount;
    const seen = new Map<string, number>();
    const columns = own.map((index, place): Column => {
      const name = headings[index] ?? "";
      const key = counted(naming.timeless(name), seen);
      return { name, key, label: place < labels };
    });
    return { columns, rows: rowsOf(table.rows, own, labels, naming) };
  });
}

function counted(key: string, seen: Map<string, number>): string {
  const count = seen.get(key) ?? 0;
  seen.set(key, count + 1);
  return count === 0 ? key : `${key}\n${count}`;
}

/** The headings of every column from the top down, each once. */
function headingsOf({ header, columns }: Table): string[] {
  // How many rows of the header each column still has a heading from.
  const left = columns.map(() => 0);
  const paths = columns.map((): string[] => []);
  for (const cells of header) {
    let at = 0;
    for (const { text, rowSpan, columnSpan } of cells) {
      at = left.findIndex((rows, column) => column >= at && rows === 0);
      if (at < 0) break;
      left.fill(rowSpan, at, at + columnSpan);
      if (text !== "") for (const path of paths.slice(at, at + columnSpan)) path.push(text);
      at += columnSpan;
    }
    left.forEach((rows, column) => {
      left[column] = Math.max(0, rows - 1);
    });
  }
  return paths.map((path) => path.join(" / "));
}

/** Where the sides of a table begin and end: each begins with labels behind amounts. */
function boundsOf({ columns }: Table, spec: TableSpec | undefined): [number, number][] {
  const starts = [0];
  if ((spec?.sides.length ?? 2) > 1)
    columns.forEach(({ kind }, index) => void (kind === "text" && columns[index - 1]?.kind === "amount" && starts.push(index)));
  return starts.map((start, index) => [start, starts[index + 1] ?? columns.length]);
}

const NUMBER: RowAttribute = "序号";

/** Columns that only number the rows. */
function numberColumns({ columns }: Table, spec: TableSpec | undefined): ReadonlySet<number> {
  const attributes = (spec?.sides ?? []).flatMap(({ columns: own }) => textAttributes(own));
  const texts = columns.flatMap(({ kind }, index) => (kind === "text" ? [index] : []));
  return new Set(texts.filter((_, index) => attributes[index] === NUMBER));
}

function textAttributes(columns: SideSpec["columns"]): RowAttribute[] {
  return columns.flatMap((column) => (column.kind === "group" ? textAttributes(column.columns) : column.kind === "text" ? [column.attribute] : []));
}

function rowsOf(rows: readonly TableRow[], own: readonly number[], labels: number, naming: Naming): Row[] {
  const read = rows.map(({ cells }) => {
    const texts = own.map((index) => cells[index]?.text ?? "");
    const indent = Math.max(0, ...own.slice(0, labels).map((index) => depthOf(cells[index])));
    const idle = new Set(own.flatMap((index, place) => (isIdle(cells[index]) ? [place] : [])));
    return { texts, indent, name: nameOf(texts.slice(0, labels)), idle: idle.size < own.length - labels ? idle : new Set<number>() };
  });
  const filled = read.filter(({ texts }) => texts.some((text) => text !== ""));
  const names = filled.map(({ name }) => name);
  const above: string[] = [];
  return filled.map(({ texts, indent, name, idle }): Row => {
    above.splice(indent);
    const parents = above.filter((each) => each !== undefined);
    above[indent] = name;
    const repeated = names.indexOf(name) !== names.lastIndexOf(name);
    const full = repeated && parents.length > 0 ? `${parents.at(-1)} / ${name}` : name;
    return { name: full, key: keyOf(texts.slice(0, labels), naming), cells: texts, idle };
  });
}

function isIdle(cell: TableRow["cells"][number] | undefined): boolean {
  return cell?.kind === "amount" && cell.amount.isZero();
}

function depthOf(cell: TableRow["cells"][number] | undefined): number {
  return cell?.kind === "text" ? cell.indent : 0;
}

function nameOf(labels: readonly string[]): string {
  return labels
    .map(withoutNumber)
    .filter((text) => text !== "")
    .join(" ");
}

function keyOf(labels: readonly string[], { timeless, renamed }: Naming): string {
  return JSON.stringify(labels.map((label) => timeless(withNewName(withoutNumber(label), renamed))));
}

/** A label that is a renamed project, alone or before its 类别 in brackets, as the second document has it. */
function withNewName(label: string, renamed: ReadonlyMap<string, string>): string {
  const at = label.indexOf("（", 1);
  const whole = renamed.get(label);
  const begins = [...renamed.keys()].find((old) => at > 0 && label.startsWith(`${old}（`));
  return whole ?? (begins === undefined ? label : (renamed.get(begins) ?? "") + label.slice(begins.length));
}
