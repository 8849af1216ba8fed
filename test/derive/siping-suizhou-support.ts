import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { type Compilation, compileBudget } from "../../src/compile.ts";
import { loadStandard } from "../../src/load/standard.ts";
import type { ExpenditureFact } from "../../src/model/budget.ts";
import type { BudgetDocument, TableBlock } from "../../src/model/document.ts";
import type { Selection } from "../../src/model/selection.ts";
import type { AmountCell, AmountColumnSpec, Cell, ColumnSpec, SideSpec, TableSpec } from "../../src/model/table.ts";
import type { PlainBudget, PlainFact } from "../arbitrary/budget.ts";
import { fileText, type PlainFile } from "../arbitrary/stated-yaml.ts";
import { RESOURCES } from "../support/compile.ts";
import { isJudgement } from "../support/judgements.ts";

const sources = new Map<string, ReturnType<typeof loadStandard>>();

/** A standard is read once: the budgets are many. */
function resourcesFor(standard: string) {
  const { value, diagnostics } = sources.get(standard) ?? loadStandard(RESOURCES.standards, standard, undefined, RESOURCES.trees);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  sources.set(standard, { value, diagnostics });
  return { ...RESOURCES, sources: value };
}

/** A file compiled, whatever comes of it. */
export function compilation(file: PlainFile): Compilation {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-random-"));
  try {
    const path = join(folder, "budget.yaml");
    writeFileSync(path, fileText(file));
    return compileBudget(path, resourcesFor(file.plain.standard));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Printed {
  readonly document: BudgetDocument;
  readonly tables: readonly TableOfFacts[];
}

/** A table of the document with its declaration. */
export interface TableOfFacts {
  readonly block: TableBlock;
  readonly spec: TableSpec;
}

/** A file's document; properties of one seed compile each file once. */
export function printedOf(file: PlainFile): Printed {
  const key = fileText(file);
  const known = printed.get(key) ?? print(file);
  printed.set(key, known);
  return known;
}

const printed = new Map<string, Printed>();

function print(file: PlainFile): Printed {
  const { value, diagnostics } = compilation(file);
  // Random money is of 科目 that no standard defines, and nobody would judge its accounts.
  const wrong = diagnostics.filter((diagnostic) => diagnostic.code !== "term-undefined" && !isJudgement(diagnostic));
  if (value === undefined || wrong.length > 0) throw new Error(said(wrong));
  const { document, standard } = value;
  const tables = document.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): TableOfFacts[] => {
      const spec = block.kind === "table" ? standard.tables.get(block.table.key) : undefined;
      return block.kind === "table" && spec ? [{ block, spec }] : [];
    }),
  );
  return { document, tables };
}

function said(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n") || "no document";
}

/** Whether a selection takes a plain fact, worked out apart from the compiler. */
export function takes(selection: Selection, fact: PlainFact, { units, projects }: PlainBudget): boolean {
  const project = fact.project === undefined ? undefined : projects[fact.project];
  const words: Readonly<Record<string, string>> = {
    支出性质: fact.nature,
    资金来源: fact.source,
    资金年度: fact.moneyYear,
    单位性质: units[fact.unit]?.nature ?? "",
    单位层级: fact.unit === 0 ? "本级" : "下属",
    绩效目标: project?.goal ? "有" : "无",
  };
  const codes: Readonly<Record<string, string | undefined>> = { 功能科目: fact.functional, 经济科目: fact.economic };
  return Object.entries(selection).every(([key, values]) =>
    key in words ? values.includes(words[key] ?? "") : values.some((code) => codes[key]?.startsWith(code)),
  );
}

/** What a fact of the compiler and a plain one have in common and no two facts of a file share. */
export function grainOf(fact: ExpenditureFact): string {
  return [fact.functional, fact.economic ?? "", fact.nature, fact.project?.name ?? "", fact.source, fact.moneyYear, fact.unit.name].join(" ");
}

export function plainGrainOf(fact: PlainFact, { units, projects }: PlainBudget): string {
  const project = fact.project === undefined ? "" : (projects[fact.project]?.name ?? "");
  return [fact.functional, fact.economic ?? "", fact.nature, project, fact.source, fact.moneyYear, units[fact.unit]?.name ?? ""].join(" ");
}

/** One side of a printed table: the columns that are there, and its rows without the blank ones that fill it up. */
export interface PrintedSide {
  readonly columns: readonly (AmountColumnSpec | undefined)[];
  readonly rows: readonly PrintedRow[];
}

export interface PrintedRow {
  readonly label: string;
  readonly kind: "line" | "total";
  /** Nothing stands below it that holds its facts again. */
  readonly leaf: boolean;
  readonly cells: readonly Cell[];
}

/** The sides of a table of facts, and where in each row they stand. */
export function sidesOf({ block, spec }: TableOfFacts, plain: PlainBudget): PrintedSide[] {
  let from = 0;
  return spec.sides.map((side) => {
    const columns = columnsIn(side, spec, plain);
    const start = from;
    from += columns.length;
    return { columns, rows: rowsIn(block, start, from) };
  });
}

function columnsIn(side: SideSpec, { where }: TableSpec, plain: PlainBudget): (AmountColumnSpec | undefined)[] {
  const facts = plain.facts.filter((fact) => takes(where, fact, plain));
  const leaves = (columns: readonly ColumnSpec[]): (AmountColumnSpec | undefined)[] =>
    columns.flatMap((column) => {
      if (column.kind === "group") return leaves(column.columns);
      if (column.kind === "text") return [undefined];
      return column.onlyFilled && !facts.some((fact) => takes(column.where, fact, plain)) ? [] : [column];
    });
  return leaves(side.columns);
}

function rowsIn({ table }: TableBlock, from: number, to: number): PrintedRow[] {
  const rows = table.rows
    .map(({ kind, cells }) => ({ kind, cells: cells.slice(from, to) }))
    .filter(({ cells }) => cells.some((cell) => cell.kind === "amount"));
  return rows.map(({ kind, cells }, index): PrintedRow => {
    const next = rows[index + 1];
    const below = next !== undefined && next.kind !== "total" && indentIn(next.cells) > indentIn(cells);
    const label = cells.find((cell) => cell.kind === "text" && cell.text !== "")?.text ?? "";
    return { label, kind: kind === "total" ? "total" : "line", leaf: kind !== "total" && !below, cells };
  });
}

function indentIn(cells: readonly Cell[]): number {
  return Math.max(0, ...cells.map((cell) => (cell.kind === "text" ? cell.indent : 0)));
}

/** The amount cells of a row under its leaf columns. */
export function leafCells({ columns }: PrintedSide, { cells }: PrintedRow): AmountCell[] {
  return cells.filter((cell, index): cell is AmountCell => cell.kind === "amount" && columns[index]?.role === "leaf");
}
