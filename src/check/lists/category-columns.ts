import type { Headings, Sheet, SheetCell, SheetRow } from "../../model/sheet.ts";
import { HEADING_ROWS, headingOf } from "./cells.ts";

/** Where codes and names stand: the code in one column, or 类, 款 and 项 in a column each, as official lists print them. */
export interface CategoryColumns {
  /** Index of the last row of headings. */
  readonly head: number;
  readonly codes: readonly number[];
  readonly name: number;
}

/** Finds the columns of a list of 科目 by their headings; nothing where the sheet is none. */
export function categoryColumns({ rows }: Sheet, headings: Headings): CategoryColumns | undefined {
  for (const head of rows.slice(0, HEADING_ROWS).keys()) {
    const parts = partColumns(rows[head], headings);
    const name = nameColumn(rows[head], headings) ?? nameColumn(rows[head - 1], headings);
    if (parts.length >= 2 && name !== undefined) return { head, codes: parts, name };
    const code = rows[head]?.cells.find((cell) => headings("code", headingOf(cell)))?.column;
    const below = partColumns(rows[head + 1], headings).length >= 2;
    if (code !== undefined && name !== undefined && name !== code && !below) return { head, codes: [code], name };
  }
  return undefined;
}

/** Columns of 类 and 款, and of 项 where there is one. */
function partColumns(row: SheetRow | undefined, headings: Headings): number[] {
  const meanings = ["class", "item", "item-of-item"] as const;
  return meanings.flatMap((meaning) => row?.cells.find((cell) => headings(meaning, headingOf(cell)))?.column ?? []);
}

function nameColumn(row: SheetRow | undefined, headings: Headings): number | undefined {
  return row?.cells.find((cell: SheetCell) => headings("name", headingOf(cell)))?.column;
}
