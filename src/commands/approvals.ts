import type { Diagnostic } from "../base/diagnostic.ts";
import { readApprovalList } from "../check/lists/approvals.ts";
import { amountIn } from "../check/lists/cells.ts";
import type { Resources } from "../compile.ts";
import { loadHeadings } from "../load/classification/headings.ts";
import { readSheets } from "../load/sheet/read.ts";
import type { ApprovalList, ListedApprovals } from "../model/approval-list.ts";

/** A bureau's own list as it was read, with what was found wrong with it. */
export interface ReadApprovals {
  readonly list?: ApprovalList;
  readonly diagnostics: readonly Diagnostic[];
  /** What is said at the end of what was compared and what was not. */
  readonly summary: (compared: readonly ListedApprovals[], several: boolean) => string[];
}

const NOTHING_TO_SAY = (): string[] => [];

/** Reads the list that --approvals names. */
export async function readApprovals(path: string, { classification }: Resources): Promise<ReadApprovals> {
  const { value: sheets, diagnostics } = await readSheets(path);
  if (sheets === undefined) return { diagnostics, summary: NOTHING_TO_SAY };
  const { value: list, diagnostics: found } = readApprovalList(path, sheets, loadHeadings(classification));
  const all = [...diagnostics, ...found];
  if (list === undefined) return { diagnostics: all, summary: NOTHING_TO_SAY };
  return { list, diagnostics: all, summary: (compared, several) => [approvalSummary(list, compared, several)] };
}

/** What was compared and what was not: units of the list without a file only where a whole list's files may be meant. */
function approvalSummary(list: ApprovalList, compared: readonly ListedApprovals[], several: boolean): string {
  const amounts = compared.reduce((total, each) => total + each.amounts.length, 0);
  const rows = list.tables.flatMap((table) => table.rows);
  const found = new Set(compared.flatMap((each) => each.rows));
  const checked = new Set([...found].map(({ code, name }) => code ?? name));
  const left = new Set(rows.map(({ code, name }) => code ?? name).filter((each) => !checked.has(each)));
  const names = new Set(compared.flatMap((each) => each.amounts.map(({ name }) => name)));
  const unused = unusedColumns(list, names);
  return [
    `批复清单 ${list.path}：核对了 ${checked.size} 个单位的 ${amounts} 个数`,
    ...(several && left.size > 0 ? [`清单里还有 ${left.size} 个单位没有检查预算文件`] : []),
    ...(unused.length > 0 ? [`没有核对的栏：${unused.join("、")}`] : []),
  ].join("；");
}

/** Columns of amounts that no budget was held against: nobody should think that they were. */
function unusedColumns({ tables }: ApprovalList, names: ReadonlySet<string>): string[] {
  return tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ column, names: own, heading, unit }) => {
      const amounts = rows.filter(({ row }) => {
        const cell = row.cells[column];
        const amount = cell === undefined ? undefined : amountIn(cell, unit ?? "元");
        return amount !== undefined && amount !== "wrong";
      });
      return amounts.length === 0 || own.some((name) => names.has(name)) ? [] : [own[0] ?? heading.text];
    }),
  );
}
