import fc from "fast-check";
import { expect, test } from "vitest";
import { exact } from "../../src/base/money.ts";
import type { Budget, ExpenditureFact } from "../../src/model/budget.ts";
import type { Derived } from "../../src/model/derived.ts";
import type { BudgetDocument } from "../../src/model/document.ts";
import type { Cell, Table } from "../../src/model/table.ts";
import { budgets, type StandardName } from "../arbitrary/budget.ts";
import { LAST_YEAR, modelOf, textOf } from "../arbitrary/model.ts";
import { composed, derived, lianzhouBudget } from "./support.ts";

/** Figures that the paragraphs under a heading of the 清远 document name, apart from those of reasons. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  "一、部门预算收支增减变化情况": ["收入总计", "支出总计"],
  "二、“三公”经费安排情况": ["三公经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"],
  "三、机关运行经费安排情况": ["机关运行经费"],
};

interface Compiled {
  readonly budget: Budget;
  readonly all: Derived;
  readonly document: BudgetDocument;
}

function compiled(budget: Budget, standard: StandardName): Compiled {
  const all = derived(budget, standard);
  return { budget, all, document: composed(budget, standard, all) };
}

/** The same budget with one fact's amount (元) changed. */
function changed(budget: Budget, index: number, difference: string): Budget {
  const facts = budget.facts.map((fact, at) => (at === index ? { ...fact, amount: fact.amount.plus(exact(difference)) } : fact));
  return { ...budget, facts };
}

type Names = Readonly<Record<string, readonly string[]>>;

/** What changed between two documents of which one fact's amount differs, and what should not have. */
function wrongChanges(before: Compiled, after: Compiled, index: number, difference: string, named: Names): string[] {
  const fact = before.budget.facts[index];
  if (fact === undefined) throw new Error(`no fact ${index}`);
  const tables = [...before.all.tables].flatMap(([key, table]) => wrongCells(table, after.all.tables.get(key), before.budget, index, difference));
  return [...tables, ...wrongText(before, after, fact, named)];
}

function wrongCells(before: Table, after: Table | undefined, { facts }: Budget, index: number, difference: string): string[] {
  const fact = facts[index];
  if (after?.rows.length !== before.rows.length) return [`${before.key}: rows`];
  return before.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      const other = after.rows[row]?.cells[column];
      const right =
        cell.kind === "amount" ? amountMoved(cell, other, cell.facts.includes(fact as ExpenditureFact) ? difference : "0") : textKept(cell, other, fact);
      return right ? [] : [`${before.key} row ${row} column ${column}: ${cell.text} → ${other?.text}`];
    }),
  );
}

function amountMoved(cell: Extract<Cell, { kind: "amount" }>, other: Cell | undefined, difference: string): boolean {
  // 100 元 are a hundredth of 万元: the text moves with the amount, and never without it.
  return other?.kind === "amount" && other.amount.minus(cell.amount).equals(exact(difference)) && (other.text !== cell.text) === (difference !== "0");
}

/** Text cells stay, except the 绩效目标 that name their own project's money. */
function textKept(cell: Cell, other: Cell | undefined, fact: ExpenditureFact | undefined): boolean {
  const mayMove = cell.text.includes("每年拨付") && fact?.project?.goal !== undefined;
  return mayMove || other?.text === cell.text;
}

/** Every paragraph that names a figure with the fact in it moves, and no other. */
function wrongText(before: Compiled, after: Compiled, fact: ExpenditureFact, named: Names): string[] {
  const includes = (name: string): boolean => before.all.figures.get(name)?.facts.includes(fact) ?? false;
  const wrong: string[] = [];
  for (const [index, part] of before.document.parts.entries()) {
    let heading = "";
    part.blocks.forEach((block, at) => {
      const other = after.document.parts[index]?.blocks[at];
      if (block.kind === "heading") heading = block.heading.text;
      if (block.kind === "table") return;
      const moved = JSON.stringify(block) !== JSON.stringify(other);
      const should = block.kind === "paragraph" && (named[heading] ?? []).some(includes);
      if (moved !== should) wrong.push(`${heading}: ${moved ? "moved" : "stayed"}`);
    });
  }
  const frame = ({ parts: _, ...rest }: BudgetDocument): string => JSON.stringify(rest);
  return frame(before.document) === frame(after.document) ? wrong : [...wrong, "title, cover or contents"];
}

/** How many cells and paragraphs a change reaches: a check that the property is not vacuous. */
const reach = (all: Derived, fact: ExpenditureFact | undefined): number =>
  [...all.tables.values()].flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => cell.kind === "amount" && cell.facts.includes(fact as ExpenditureFact))),
  ).length;

const DIFFERENCES = ["100", "-100"] as const;

test("100 元 more or less in one fact of a random budget move exactly the cells and paragraphs that it stands in", () => {
  // A reason that names a figure brings that figure's facts into its paragraph.
  const reason = textOf("基本支出安排【基本支出】");
  const named = { ...NAMED, "三、机关运行经费安排情况": ["机关运行经费", "基本支出"] };
  const cases = fc
    .constantFrom<StandardName>("清远", "清远县区")
    .chain((standard) => fc.record({ plain: budgets(standard), at: fc.nat(), more: fc.boolean() }));
  fc.assert(
    fc.property(cases, ({ plain, at, more }) => {
      const budget = { ...modelOf(plain, LAST_YEAR), reasons: new Map([...modelOf(plain, LAST_YEAR).reasons, ["机关运行经费", reason]]) };
      const index = at % budget.facts.length;
      const difference = more || (plain.facts[index]?.fen ?? 0n) < 10_000n ? "100" : "-100";
      const before = compiled(budget, plain.standard);
      const after = compiled(changed(budget, index, difference), plain.standard);
      expect(wrongChanges(before, after, index, difference, named)).toEqual([]);
      expect(reach(before.all, budget.facts[index])).toBeGreaterThanOrEqual(8);
    }),
    { seed: 31, numRuns: 60 },
  );
});

// 30231 stood still last year, so the file gives no reason for it.
const file = lianzhouBudget();
const lianzhou = { ...file, reasons: new Map([...file.reasons, ["公务用车购置及运行维护费", textOf("业务需要")]]) };
const published = compiled(lianzhou, "清远县区");

test.each(lianzhou.facts.flatMap((fact, index) => DIFFERENCES.map((difference) => ({ index, difference, code: `${fact.functional} ${fact.economic}` }))))(
  "连州: $difference 元 in $code move exactly what it stands in",
  ({ index, difference }) => {
    const after = compiled(changed(lianzhou, index, difference), "清远县区");
    expect(wrongChanges(published, after, index, difference, NAMED)).toEqual([]);
    expect(reach(published.all, lianzhou.facts[index])).toBeGreaterThanOrEqual(12);
  },
);

const lastYear = lianzhou.lastYearFile;
test.each((lastYear?.facts ?? []).map((fact, index) => ({ fact, index, code: `${fact.functional} ${fact.economic}` })))(
  "连州: 100 元 in last year's $code move exactly the paragraphs that compare it, and no table",
  ({ fact, index }) => {
    if (lastYear === undefined) throw new Error("连州 has last year's file");
    const facts = lastYear.facts.map((each, at) => (at === index ? { ...each, amount: each.amount.plus(exact("100")) } : each));
    const after = compiled({ ...lianzhou, lastYearFile: { ...lastYear, facts } }, "清远县区");
    const compares = (name: string): boolean => published.all.lastYearFigures.get(name)?.facts.includes(fact) ?? false;
    const moved = Object.keys(NAMED).filter((heading) => (NAMED[heading] ?? []).some(compares));
    expect(moved).toContain("一、部门预算收支增减变化情况");
    expect(changedBlocks(published.document, after.document)).toEqual(moved);
  },
);

/** The headings under which something differs between two documents. */
function changedBlocks(before: BudgetDocument, after: BudgetDocument): string[] {
  let heading = "";
  return before.parts.flatMap(({ blocks }, part) =>
    blocks.flatMap((block, at) => {
      if (block.kind === "heading") heading = block.heading.text;
      return comparableBlock(block) === comparableBlock(after.parts[part]?.blocks[at]) ? [] : [heading];
    }),
  );
}

const comparableBlock = (block: unknown): string => JSON.stringify(block, (key, value: unknown) => (key === "facts" ? undefined : value));
