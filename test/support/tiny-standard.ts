import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Outcome } from "../../src/base/outcome.ts";
import { type Compiled, compileBudget } from "../../src/compile.ts";
import { loadStandardFolder } from "../../src/load/standard.ts";
import type { BudgetDocument, FormBlock, TableBlock } from "../../src/model/document.ts";
import type { StandardSources } from "../../src/model/standard-sources.ts";
import { RESOURCES } from "./compile.ts";
import { isJudgement } from "./judgements.ts";

/** Files of a standard or of a budget's folder by their path. */
export type Files = Readonly<Record<string, string>>;

/** The keys of a pack.yaml that says as little as one may. */
const PACK: Files = {
  name: "小标准",
  norm: "测试用",
  formats: `
  table: { unit: 万元, decimals: 2, trim: false, separator: false }
  sentence: { unit: 万元, decimals: 2, trim: true, separator: false }
  percentage: { decimals: 2, trim: true }`,
  ordinals: "{ heading: [无, 无], row: 一、, term: 一、, paragraph: （一） }",
  labels: "{ table: 表, unit-name: 无, amount-unit: 单位：, note: 注：, term-separator: ： }",
  words: "{ 本部门: { 部门预算: 本部门, 单位预算: 本单位 } }",
};

export interface Tiny {
  /** Keys of pack.yaml beside or instead of the usual ones. */
  readonly pack?: Files;
  /** Everything else of its folder; without a document.yaml the document has all tables, then all sentences, in order. */
  readonly files: Files;
}

export interface Written {
  readonly budget: string;
  /** Files beside the budget, such as last year's. */
  readonly beside?: Files;
}

/** A standard is written and read once, however many budgets are compiled under it. */
const loaded = new WeakMap<Tiny, Outcome<StandardSources>>();

function sourcesOf(tiny: Tiny): Outcome<StandardSources> {
  const known = loaded.get(tiny) ?? inFolder((folder) => load(tiny, folder));
  loaded.set(tiny, known);
  return known;
}

function load({ pack = {}, files }: Tiny, folder: string): Outcome<StandardSources> {
  const packText = Object.entries({ ...PACK, ...pack }).map(([key, value]) => `${key}: ${value}\n`);
  write(folder, { "pack.yaml": packText.join(""), "document.yaml": documentOf(Object.keys(files)), ...files });
  return loadStandardFolder(RESOURCES.standards, folder, new Map());
}

function inFolder<Value>(run: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-tiny-"));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compiles a budget under a standard that consists of a few lines. */
export function compileTiny(tiny: Tiny, { budget, beside = {} }: Written): Outcome<Compiled> {
  const { value: sources, diagnostics } = sourcesOf(tiny);
  if (sources === undefined) return { diagnostics };
  return inFolder((folder) => {
    write(folder, { ...beside, "budget.yaml": budget });
    const compiled = compileBudget(join(folder, "budget.yaml"), { ...RESOURCES, sources });
    // What these tests are about is told of 科目 from memory as of any others.
    const found = compiled.diagnostics.filter(({ code }) => code !== "category-unverified");
    return { ...compiled, diagnostics: [...diagnostics, ...found] };
  });
}

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function documentOf(paths: readonly string[]): string {
  const listed = (kind: string, folder: string, ending: string): string[] =>
    paths.flatMap((path) => (path.startsWith(folder) ? [`      - { ${kind}: "${path.slice(folder.length, -ending.length)}" }`] : []));
  const content = [...listed("table", "tables/", ".yaml"), ...listed("sentence", "sentences/", ".hbs"), ...listed("form", "forms/", ".yaml")];
  return `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n${content.join("\n")}\n`;
}

/** The document of a budget in which nothing may be wrong, but that its accounts need not be usual ones. */
export function documentOfTiny(tiny: Tiny, written: Written): BudgetDocument {
  const { value, diagnostics } = compileTiny(tiny, written);
  const wrong = diagnostics.filter((diagnostic) => !isJudgement(diagnostic));
  if (value === undefined || wrong.length > 0) throw new Error(wrong.map(({ code, message }) => `${code}: ${message}`).join("\n") || "no value");
  return value.document;
}

/** Codes with their messages, in the order in which they are shown. */
export function findingsOfTiny(tiny: Tiny, written: Written): string[] {
  const told = compileTiny(tiny, written).diagnostics.filter((diagnostic) => !isJudgement(diagnostic));
  return told.map(({ code, message }) => `${code} ${message}`);
}

/** What is advised on each finding. */
export function hintsOfTiny(tiny: Tiny, written: Written): string[] {
  return compileTiny(tiny, written).diagnostics.flatMap(({ hint }) => hint ?? []);
}

/** A budget of one unit with some money and whatever else stands at the margin. */
export function budgetText(
  money: string,
  { head = "", unit = "", year = 2024 }: { readonly head?: string; readonly unit?: string; readonly year?: number } = {},
): string {
  return `标准: 小标准\n年度: ${year}\n文种: 部门预算\n单位:\n  名称: 某局\n  性质: 行政单位\n${unit}${head}${money}`;
}

export function tablesOf({ parts }: BudgetDocument): TableBlock[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block] : [])));
}

export function formsOf({ parts }: BudgetDocument): FormBlock[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "form" ? [block] : [])));
}

export function paragraphsOf({ parts }: BudgetDocument): string[] {
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])));
}

/** The rows of a table as they are read, cells between bars, depth as full-width blanks. */
export function rowsOf({ table }: TableBlock): string[] {
  return table.rows.map(({ cells }) => cells.map((cell) => ("indent" in cell ? "　".repeat(cell.indent) : "") + cell.text).join("|"));
}
