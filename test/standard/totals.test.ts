import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Findings } from "../../src/check/reader.ts";
import { checkDocument } from "../../src/check/standard/contract-document.ts";
import type { BudgetDocument, TableBlock } from "../../src/model/document.ts";
import type { AmountCell, Cell } from "../../src/model/table.ts";
import { compiled, ROOT } from "../support/compile.ts";

const { document, standard } = compiled(join(ROOT, "budgets", "lianzhou.yaml"));

function found(changed: BudgetDocument): string[] {
  const findings = new Findings();
  checkDocument(standard, changed, findings);
  return findings.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

/** The document with one table block changed. */
function withTable(key: string, change: (block: TableBlock) => TableBlock): BudgetDocument {
  const parts = document.parts.map((part) => ({
    ...part,
    blocks: part.blocks.map((block) => (block.kind === "table" && block.table.key === key ? change(block) : block)),
  }));
  return { ...document, parts };
}

/** The document with every amount cell of one kind of row, in one column, changed. */
function withCells(key: string, kind: "line" | "total", column: number, change: (cell: AmountCell) => AmountCell): BudgetDocument {
  const changed = (cell: Cell, index: number): Cell => (cell.kind === "amount" && index === column ? change(cell) : cell);
  return withTable(key, (block) => ({
    ...block,
    table: { ...block.table, rows: block.table.rows.map((row) => (row.kind === kind ? { ...row, cells: row.cells.map(changed) } : row)) },
  }));
}

describe("a document's tables", () => {
  it("agree with their declarations", () => {
    expect(found(document)).toEqual([]);
  });

  it.each<[string, BudgetDocument, string]>([
    ["a total row that lacks money", withCells("03", "total", 3, (cell) => ({ ...cell, facts: cell.facts.slice(1) })), "行“合计”"],
    ["a total row that counts money twice", withCells("03", "total", 3, (cell) => ({ ...cell, facts: [...cell.facts, ...cell.facts] })), "行“合计”"],
    ["a total column that lacks money", withCells("03", "line", 2, (cell) => ({ ...cell, facts: cell.facts.slice(1) })), "列“合计”"],
    ["an amount that is not the sum of its facts", withCells("03", "line", 3, (cell) => ({ ...cell, amount: cell.amount.plus(1) })), "列“基本支出”"],
    ["a total of a section", withCells("01", "total", 1, (cell) => ({ ...cell, facts: [] })), "行“本年收入合计”"],
    ["a total of the other side", withCells("01", "total", 3, (cell) => ({ ...cell, facts: [] })), "行“支出总计”"],
  ])("%s", (_, changed, what) => {
    const all = found(changed);
    expect(all.every((finding) => finding.startsWith("total-differs "))).toBe(true);
    expect(all.join("\n")).toContain(what);
  });

  it("bear no title and no number twice", () => {
    const titles = withTable("03", (block) => (block.caption ? { ...block, caption: { ...block.caption, title: "收入总体情况表", label: "表2" } } : block));
    expect(found(titles).map((finding) => finding.split(" ")[0])).toEqual(["repeated-label", "repeated-title"]);
  });
});
