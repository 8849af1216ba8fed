import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import type { Outcome } from "../../src/base/outcome.ts";
import { type Compiled, compileBudget } from "../../src/compile.ts";
import { composeDocument } from "../../src/compose/document.ts";
import { derive } from "../../src/derive/derive.ts";
import { loadClassification } from "../../src/load/classification.ts";
import type { Budget } from "../../src/model/budget.ts";
import type { Classification } from "../../src/model/classification.ts";
import type { Derived } from "../../src/model/derived.ts";
import type { BudgetDocument } from "../../src/model/document.ts";
import type { Standard } from "../../src/model/standard.ts";
import type { AmountCell, Cell, Table } from "../../src/model/table.ts";
import type { StandardName } from "../arbitrary/budget.ts";
import { RESOURCES } from "../support/compile.ts";
import { LIANZHOU, lianzhouAlone, putLastYear } from "../support/lianzhou.ts";

const standards = new Map<string, Standard>();
const classifications = new Map<number, Classification>();

/** A text compiled as a file of its own, with 连州's last year's file beside it. */
export function compileText(text: string): Outcome<Compiled> {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-derive-"));
  try {
    const path = join(folder, "budget.yaml");
    writeFileSync(path, text);
    putLastYear(folder);
    return compileBudget(path, RESOURCES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A standard as the compiler resolves it: that of 连州's file with another name at its head. */
export function standardNamed(name: StandardName): Standard {
  const known = standards.get(name) ?? cleanValue(compileText(lianzhouAlone().replace("标准: 清远县区", `标准: ${name}`))).standard;
  standards.set(name, known);
  return known;
}

export function classificationOf(year: number): Classification {
  const known = classifications.get(year) ?? loadClassification(RESOURCES.classification, year);
  classifications.set(year, known);
  return known;
}

/** The facts of 连州's own file, with those of last year's file. */
export function lianzhouBudget(): Budget {
  return cleanValue(compileBudget(LIANZHOU, RESOURCES)).budget;
}

/** The facts of 连州's file when last year's figures are stated in it. */
export function lianzhouBudgetAlone(): Budget {
  return cleanValue(compileText(lianzhouAlone())).budget;
}

/** The value of an outcome that must be without any finding but notes, and where they are allowed, warnings. */
export function cleanValue<Value>({ value, diagnostics }: Outcome<Value>, allowed?: "warnings"): Value {
  const others = diagnostics.filter(({ severity }) => severity === "error" || (severity === "warning" && allowed !== "warnings"));
  if (value === undefined || others.length > 0) throw new Error(said(others));
  return value;
}

function said(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n") || "no value";
}

export function derived(budget: Budget, standard: StandardName): Derived {
  return cleanValue(derive(budget, standardNamed(standard), classificationOf(budget.year)));
}

/** What composing draws on. */
export function sourcesOf(budget: Budget, standard: StandardName, from: Derived = derived(budget, standard)) {
  return { budget, standard: standardNamed(standard), classification: classificationOf(budget.year), derived: from, templates: new Map<string, object>() };
}

export function composed(budget: Budget, standard: StandardName, from?: Derived): BudgetDocument {
  return cleanValue(composeDocument(sourcesOf(budget, standard, from)));
}

export function tableOf({ tables }: Derived, key: string): Table {
  const table = tables.get(key);
  if (table === undefined) throw new Error(`no table ${key}`);
  return table;
}

/** What a table prints, row by row. */
export function textsOf(table: Table): string[][] {
  return table.rows.map(({ cells }) => cells.map(({ text }) => text));
}

/** The row that a label names, in any of its text cells. */
export function rowOf(table: Table, label: string): readonly Cell[] {
  const row = table.rows.find(({ cells }) => cells.some((cell) => cell.kind === "text" && cell.text === label));
  if (row === undefined) throw new Error(`no row ${label} in ${table.key}`);
  return row.cells;
}

/** The amount cells of a row, from left to right. */
export function amountsOf(cells: readonly Cell[]): AmountCell[] {
  return cells.filter((cell): cell is AmountCell => cell.kind === "amount");
}

/** The cell beside a label of a two-sided table. */
export function cellBeside(table: Table, label: string): AmountCell {
  const cells = rowOf(table, label);
  const cell = cells[cells.findIndex(({ text }) => text === label) + 1];
  if (cell?.kind !== "amount") throw new Error(`no amount beside ${label}`);
  return cell;
}

/** Whole 分 of a cell's exact amount. */
export function fenOf({ amount }: Pick<AmountCell, "amount">): bigint {
  return BigInt(amount.times("100").toFixed());
}

/** The paragraphs of a part under each of its headings. */
export function paragraphsBy(document: BudgetDocument, part: number): ReadonlyMap<string, string> {
  const paragraphs = new Map<string, string>();
  let heading = "";
  for (const block of document.parts[part]?.blocks ?? []) {
    if (block.kind === "heading") heading = block.heading.text;
    if (block.kind === "paragraph") paragraphs.set(heading, block.text);
  }
  return paragraphs;
}

/** A document as text to be compared: amounts as digits, and without the facts behind its cells. */
export function comparable(document: BudgetDocument): string {
  return JSON.stringify(document, (key, value: unknown) => (key === "facts" ? undefined : value), 1);
}
