import { type Diagnostic, error, warning } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { ApprovalColumn, ApprovalList, ApprovalRow, ApprovalTable, ListedAmount, ListedApprovals } from "../../model/approval-list.ts";
import type { Unit } from "../../model/budget.ts";
import { addressOf } from "../../model/sheet.ts";
import type { Standard } from "../../model/standard.ts";
import { amountIn, faultOf } from "./cells.ts";

/** What a bureau's list says of the unit of a budget, as far as the budget's standard knows the figures. */
export function listedOf(list: ApprovalList, unit: Unit, standard: Standard): Outcome<ListedApprovals> {
  const diagnostics: Diagnostic[] = [];
  const found = list.tables.map((table) => ({ table, rows: rowsOf(table, unit) }));
  if (found.every(({ rows }) => rows.length === 0)) return { diagnostics: [lacksUnit(list, unit)] };
  const single = found.flatMap(({ table, rows }) => {
    const [row, second] = rows;
    if (row !== undefined && second !== undefined) diagnostics.push(repeats(list, unit, rows));
    return row !== undefined && second === undefined ? [{ table, row }] : [];
  });
  const amounts = single.flatMap(({ table, row }) => amountsOf(table, row, standard, diagnostics));
  if (amounts.length === 0) diagnostics.push(...comparesNothing(single, unit, standard));
  return { value: { list, rows: single.map(({ row }) => row), amounts }, diagnostics };
}

/** A list of which no column is known must not look like one that agrees. */
function comparesNothing(single: readonly { readonly table: ApprovalTable; readonly row: ApprovalRow }[], unit: Unit, { figures }: Standard): Diagnostic[] {
  const [first] = single;
  const headings = first?.table.columns.flatMap((column) => (column.unit === undefined ? [] : (column.names[0] ?? []))) ?? [];
  if (first === undefined || headings.length === 0) return [];
  const hint = headings.map((heading) => didYouMean(heading, figures.keys())).find((each) => each !== undefined) ?? "栏名写数的名称，例如 收入总计、支出总计";
  const message = `批复清单里有“${unit.name}”，但没有一栏认得出是哪个数（${headings.join("、")}），一个数也没有核对`;
  return [error("approval-list-shape", message, first.row.cell.span, { hint })];
}

/** The rows of a unit: by its code, else by its name, else by its short one. */
function rowsOf({ rows }: ApprovalTable, { code, name, shortName }: Unit): ApprovalRow[] {
  const same = (row: ApprovalRow, wanted: string): boolean => row.code === wanted || (row.numeric && row.code === wanted.replace(/^0+/, ""));
  const byCode = code === undefined ? [] : rows.filter((row) => same(row, code));
  const named = (wanted: string | undefined): ApprovalRow[] => rows.filter((row) => wanted !== undefined && row.name === wanted.replace(/\s/g, ""));
  return [byCode, named(name), named(shortName)].find((each) => each.length > 0) ?? [];
}

function lacksUnit({ path, tables }: ApprovalList, { name, code, span }: Unit): Diagnostic {
  const names = tables.flatMap(({ rows }) => rows.map((row) => row.name));
  const hint = didYouMean(name, names) ?? "名称与清单一字不差，或者在“单位”下写上清单里的“编码”";
  return warning("approval-list-lacks-unit", `批复清单 ${path} 里没有“${name}”${code === undefined ? "" : `（${code}）`}，没有核对`, span, { hint });
}

function repeats({ path }: ApprovalList, { name, span }: Unit, rows: readonly ApprovalRow[]): Diagnostic {
  const related = rows.map(({ cell, row }) => ({ message: `第 ${row.number} 行`, span: cell.span }));
  const hint = "清单里一个单位只留一行；几个单位同名的，写上“编码”";
  return error("approval-list-repeats", `批复清单 ${path} 里“${name}”有 ${rows.length} 行，不知道核对哪一行`, span, { related, hint });
}

function figureOf({ names }: ApprovalColumn, { figures }: Standard): string | undefined {
  return names.find((name) => figures.has(name));
}

function amountsOf(table: ApprovalTable, row: ApprovalRow, standard: Standard, diagnostics: Diagnostic[]): ListedAmount[] {
  return table.columns.flatMap((column) => {
    const name = figureOf(column, standard);
    const cell = row.row.cells[column.column];
    if (name === undefined || cell === undefined || column.unit === undefined) return [];
    const amount = amountIn(cell, column.unit);
    const address = addressOf(table.sheet, row.row, column.column);
    if (amount !== "wrong") return amount === undefined ? [] : [{ name, amount, address }];
    const message = `批复清单“${row.name || row.code}”的“${name}”（${address}）${faultOf(cell) ?? `“${cell.text}”不是金额`}`;
    diagnostics.push(error("sheet-cell", message, cell.span, { hint: "在清单里写上金额的数字；没有的留空" }));
    return [];
  });
}
