import type { FormCell } from "../model/form.ts";

/** A cell before rows are set below each other; `merge` joins it with the same text above. */
export interface DraftCell extends FormCell {
  readonly merge: boolean;
}

/** A cell that the cells below it may still join. */
interface OpenCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly row: number;
  readonly index: number;
}

/** Cells that say the same as the one above them, and stand at the same place, become one. */
export function mergeCells(rows: readonly (readonly DraftCell[])[]): FormCell[][] {
  const result: FormCell[][] = [];
  const open = new Map<number, OpenCell>();
  const offsets = columnsBeside(rows);
  for (const [index, row] of rows.entries()) result.push(mergeRow(row, index, offsets[index] ?? 0, open, result));
  return result;
}

/** One row without the cells that join those above; a text joins only where all to its left do, a label by itself. */
function mergeRow(row: readonly DraftCell[], rowIndex: number, offset: number, open: Map<number, OpenCell>, result: FormCell[][]): FormCell[] {
  const cells: FormCell[] = [];
  let column = offset;
  let joining = true;
  for (const { merge, ...cell } of row) {
    const above = open.get(column);
    const same = merge && above !== undefined && above.text === cell.text && above.columnSpan === cell.columnSpan;
    joining &&= same;
    if (above && (joining || (same && cell.kind === "label"))) extend(result[above.row], above.index);
    else {
      open.delete(column);
      if (merge) open.set(column, { text: cell.text, columnSpan: cell.columnSpan, row: rowIndex, index: cells.length });
      cells.push(cell);
    }
    column += cell.columnSpan;
  }
  return cells;
}

function extend(row: FormCell[] | undefined, index: number): void {
  const cell = row?.[index];
  if (row && cell) row[index] = { ...cell, rowSpan: cell.rowSpan + 1 };
}

/** For each row how many columns labels of rows above it take at its left. */
function columnsBeside(rows: readonly (readonly DraftCell[])[]): number[] {
  const open: { readonly until: number; readonly width: number }[] = [];
  return rows.map((row, index) => {
    const taken = open.filter(({ until }) => until > index).reduce((sum, { width }) => sum + width, 0);
    for (const { rowSpan, columnSpan } of row) if (rowSpan > 1) open.push({ until: index + rowSpan, width: columnSpan });
    return taken;
  });
}
