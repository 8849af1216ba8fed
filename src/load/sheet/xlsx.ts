import type { Sheet as Parsed } from "hucre/xlsx";
import type { Sheet } from "../../model/sheet.ts";
import { type RawCell, type RawRow, sheetOf } from "./grid.ts";
import { numberText } from "./number.ts";

/** More than any list of a bureau has; what lies beyond is not looked at, and the caller is told. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 100;

/** One column and one row more than may be, by which too much is noticed: CW is column 101. */
const RANGE = `A1:CW${MOST_ROWS + 1}`;

export interface ReadWorkbook {
  readonly sheets: readonly Sheet[];
  /** Names of the sheets that are hidden, which are not read. */
  readonly hidden: readonly string[];
}

/** Reads the visible sheets of a workbook. Throws where it is broken. */
export async function readWorkbook(path: string, bytes: Uint8Array): Promise<ReadWorkbook> {
  const { readXlsx } = await import("./hucre.ts");
  const hidden: string[] = [];
  const visible = (info: { readonly name: string; readonly hidden?: boolean; readonly veryHidden?: boolean }): boolean => {
    const isHidden = info.hidden === true || info.veryHidden === true;
    if (isHidden) hidden.push(info.name);
    return !isHidden;
  };
  const { sheets } = await readXlsx(bytes, { readStyles: true, range: RANGE, sheets: visible });
  return { sheets: sheets.map((sheet) => sheetOf(path, sheet.name, rawRows(sheet))), hidden };
}

function rawRows(sheet: Parsed): RawRow[] {
  const rows = sheet.rows.map((values, row) => ({
    cells: values.map((value, column) => rawCell(value, sheet.cells?.get(`${row},${column}`))),
    hidden: sheet.rowDefs?.get(row)?.hidden === true,
  }));
  for (const merge of sheet.merges ?? []) spread(merge, rows);
  return rows;
}

type ParsedCell = NonNullable<ReturnType<NonNullable<Parsed["cells"]>["get"]>>;

function rawCell(value: Parsed["rows"][number][number], cell: ParsedCell | undefined): RawCell {
  if (cell?.type === "error") return { text: String(value), kind: "error" };
  if (value === null || value === undefined) return { text: "", kind: cell?.formula === undefined ? "text" : "无结果" };
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10), kind: "date" };
  if (typeof value === "number") return { text: numberText(value, cell?.style?.numFmt), kind: "number" };
  return { text: String(value), kind: "text" };
}

/** A merged cell holds its text in its first cell alone; the others repeat it. */
function spread({ startRow, startCol, endRow, endCol }: NonNullable<Parsed["merges"]>[number], rows: { cells: RawCell[] }[]): void {
  const first = rows[startRow]?.cells[startCol];
  if (first === undefined || first.text === "") return;
  for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++) {
    const cells = rows[row]?.cells ?? [];
    for (let column = startCol; column <= Math.min(endCol, MOST_COLUMNS); column++) {
      if (row === startRow && column === startCol) continue;
      while (cells.length <= column) cells.push({ text: "", kind: "text" });
      cells[column] = { ...first, merged: true };
    }
  }
}
