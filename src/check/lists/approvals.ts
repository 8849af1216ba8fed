import { type Diagnostic, error, warning } from "../../base/diagnostic.ts";
import type { AmountUnit } from "../../base/money.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { ApprovalList, ApprovalTable } from "../../model/approval-list.ts";
import type { Headings, Sheet, SheetCell, SheetRow } from "../../model/sheet.ts";
import { amountIn, HEADING_ROWS, headingOf, isBlank, unitIn } from "./cells.ts";

/** Reads a bureau's list of approved totals: a row a unit, a column a figure. Which figures there are is known only beside a standard. */
export function readApprovalList(path: string, sheets: readonly Sheet[], headings: Headings): Outcome<ApprovalList> {
  const tables = sheets.flatMap((sheet) => readTable(sheet, headings) ?? []);
  if (tables.length > 0) return { value: { path, tables }, diagnostics: tables.flatMap(missingUnit) };
  const [first] = sheets;
  const hint = "每个单位一行；要有“单位编码”或“单位名称”一栏，其余各栏的栏名是数的名称，例如 收入总计、支出总计";
  return { diagnostics: [error("approval-list-shape", "清单里没有认出单位的一栏", first?.rows[0]?.cells[0]?.span, { hint })] };
}

interface HeadingRow {
  readonly index: number;
  readonly code: number | undefined;
  readonly name: number | undefined;
}

function readTable(sheet: Sheet, headings: Headings): ApprovalTable | undefined {
  const head = headingRow(sheet, headings);
  if (head === undefined) return undefined;
  const unitColumns = [head.code, head.name];
  const isData = (row: SheetRow): boolean => row.cells.some((cell) => !unitColumns.includes(cell.column) && isAmount(cell));
  const after = sheet.rows.slice(head.index + 1);
  const first = after.findIndex(isData);
  if (first < 0) return undefined;
  const headRows = sheet.rows.slice(Math.max(0, head.index - 2), head.index + 1 + first);
  const rows = after.slice(first).flatMap((row) => unitRow(row, head, headings) ?? []);
  const above = sheet.rows.slice(0, head.index + 1 + first).flatMap(({ cells }) => cells);
  const general = above.map(({ text }) => unitIn(text.replace(/[（(](?:元|万元|亿元)[)）]$/, ""))).find((unit) => unit !== undefined);
  return { sheet, columns: columnsOf(headRows, unitColumns, general, headings), rows };
}

function isAmount(cell: SheetCell): boolean {
  const amount = amountIn(cell, "元");
  return amount !== undefined && amount !== "wrong";
}

/** The row that has the heading of the units' codes or names. */
function headingRow({ rows }: Sheet, headings: Headings): HeadingRow | undefined {
  for (const [index, { cells }] of rows.slice(0, HEADING_ROWS).entries()) {
    const columnOf = (meaning: "unit-code" | "unit-name"): number | undefined => cells.find((cell) => headings(meaning, headingOf(cell)))?.column;
    const [code, name] = [columnOf("unit-code"), columnOf("unit-name")];
    if (cells.filter(({ text }) => text !== "").length > 1 && (code ?? name) !== undefined) return { index, code, name };
  }
  return undefined;
}

/** Each column's headings from the lowest up: 支出 over 合计, 基本支出 and 项目支出 is the name of 合计 alone. */
function columnsOf(
  headRows: readonly SheetRow[],
  unitColumns: readonly (number | undefined)[],
  general: AmountUnit | undefined,
  headings: Headings,
): ApprovalTable["columns"] {
  const width = Math.max(...headRows.map(({ cells }) => cells.length));
  return [...Array(width).keys()].flatMap((column) => {
    if (unitColumns.includes(column)) return [];
    const cells = headRows.flatMap(({ cells: all }) => all[column] ?? []).filter(({ text }) => text !== "");
    const names = [...new Set(cells.map(headingOf).reverse())];
    const [lowest, ...upper] = names;
    if (lowest === undefined) return [];
    const unit = cells.map(({ text }) => unitIn(text)).findLast((each) => each !== undefined) ?? general;
    const heading = cells.findLast((cell) => cell.merged === undefined) ?? cells.at(-1);
    return heading === undefined ? [] : [{ column, names: headings("total-column", lowest) ? upper : [lowest], heading, ...(unit && { unit }) }];
  });
}

/** “113001 某局”, “[113001]某局” and “113001-某局” in one cell. */
const CODE_AND_NAME = /^[[【（(]?(\d{3,})[\]】）)]?[-—\s]*(.*)$/;

function unitRow(row: SheetRow, { code, name }: HeadingRow, headings: Headings): ApprovalTable["rows"][number] | undefined {
  if (isBlank(row)) return undefined;
  const codeCell = code === undefined ? undefined : row.cells[code];
  const nameCell = name === undefined ? undefined : row.cells[name];
  const [, codeInName, rest] = CODE_AND_NAME.exec(nameCell?.text ?? "") ?? [];
  const unitCode = codeCell?.text || codeInName;
  const unitName = (rest ?? nameCell?.text ?? "").replace(/\s/g, "");
  const cell = codeCell?.text ? codeCell : nameCell;
  if (cell === undefined || (!unitCode && unitName === "") || headings("total-row", unitName)) return undefined;
  return { row, name: unitName, ...(unitCode && { code: unitCode.replace(/\s/g, "") }), numeric: codeCell?.kind === "number", cell };
}

/** A unit is never guessed: 元 read as 万元 would be found in every row. */
function missingUnit({ columns, sheet }: ApprovalTable): Diagnostic[] {
  const without = columns.filter(({ unit }) => unit === undefined);
  const [first] = without;
  if (first === undefined) return [];
  const of = sheet.name === "" ? "清单" : `表“${sheet.name}”`;
  const columnsWithout = without.map(({ names }) => names[0] ?? "").join("、");
  return [
    warning("approval-list-unit", `${of}没有写明金额是元还是万元，这几栏没有核对：${columnsWithout}`, first.heading.span, {
      hint: "在表头上面写“单位：万元”，或者写在栏名后面，例如“收入总计（元）”",
    }),
  ];
}
