import { sourceFile, span } from "../../base/span.ts";
import type { CellKind, Sheet, SheetCell } from "../../model/sheet.ts";

/** A cell as a reader gives it, before it has a place. */
export interface RawCell {
  readonly text: string;
  readonly kind: CellKind;
  readonly merged?: true;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly hidden?: boolean;
  /** Lines that the row takes in its file beyond the first: cells with line ends in them. */
  readonly moreLines?: number;
}

/** Gives each cell its place: the sheet becomes a text whose lines are its rows and whose cells are parted by tabs. */
export function sheetOf(path: string, name: string, raw: readonly RawRow[]): Sheet {
  const plain = raw.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: oneLine(cell.text) })) }));
  const lines = plain.flatMap(({ cells, moreLines = 0 }) => [cells.map(({ text }) => text).join("\t"), ...Array<string>(moreLines).fill("")]);
  const file = { ...sourceFile(path, lines.join("\n")), cells: true as const };
  let line = 0;
  const rows = plain.map(({ cells, hidden = false, moreLines = 0 }) => {
    const number = line + 1;
    let at = file.lineStarts[line] ?? 0;
    line += 1 + moreLines;
    const placed = cells.map(({ text, kind, merged }, column): SheetCell => {
      const place = span(file, at, at + text.length);
      at += text.length + 1;
      return { text, kind, column, ...(merged && { merged }), span: place };
    });
    return { number, hidden, cells: placed };
  });
  return { name, rows, file };
}

function oneLine(text: string): string {
  return text.replace(/[\s\u3000\u00a0]+/g, " ").trim();
}
