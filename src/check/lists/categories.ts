import { type Diagnostic, error, note, warning } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { CategoryList, ListedCategory } from "../../model/category-list.ts";
import { axisOf, type Classification, codesAbove, levelOf } from "../../model/classification.ts";
import { FUND_SOURCE_GROUPS } from "../../model/expenditure.ts";
import { addressOf, type Headings, type Sheet, type SheetCell, type SheetRow } from "../../model/sheet.ts";
import { type CategoryColumns, categoryColumns } from "./category-columns.ts";
import { faultOf, headingOf, isBlank } from "./cells.ts";

/** What an official list is read against: what is known of the year, and of which budget its new 科目 are. */
export interface ListContext {
  readonly headings: Headings;
  readonly classification: Classification;
  readonly kind?: string;
}

/** Reads an official list of 科目, functional or economic or both, from all sheets that are one. */
export function readCategoryList(sheets: readonly Sheet[], context: ListContext): Outcome<CategoryList> {
  const reader = new ListReader(context);
  for (const sheet of sheets) {
    const columns = categoryColumns(sheet, context.headings);
    if (columns !== undefined) reader.read(sheet, columns);
  }
  return reader.result(sheets[0]);
}

class ListReader {
  private readonly context: ListContext;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly found = new Map<string, ListedCategory & { readonly sheet: Sheet }>();
  private foreign = 0;
  private rows = 0;

  constructor(context: ListContext) {
    this.context = context;
  }

  result(first: Sheet | undefined): Outcome<CategoryList> {
    const { diagnostics } = this;
    const categories = [...this.found.values()].map(({ sheet: _, ...category }) => category).sort((a, b) => (a.code < b.code ? -1 : 1));
    if (this.rows === 0) diagnostics.push(nothingFound(first));
    else if (categories.length === 0)
      diagnostics.push(error("category-list-shape", "表里没有支出功能分类或部门预算支出经济分类的科目", first?.rows[0]?.cells[0]?.span));
    for (const category of categories) this.requireParents(category);
    return { value: { categories, foreign: this.foreign }, diagnostics };
  }

  read(sheet: Sheet, columns: CategoryColumns): void {
    const codes = new CodeReader(columns.codes);
    for (const row of sheet.rows.slice(columns.head + 1)) {
      if (isBlank(row) || this.isHeading(row, columns)) continue;
      const faulty = [...columns.codes, columns.name].flatMap((column) => row.cells[column] ?? []).find((cell) => faultOf(cell) !== undefined);
      if (faulty === undefined) this.readRow(sheet, row, codes.read(row), columns);
      else
        this.diagnostics.push(error("sheet-cell", `${addressOf(sheet, row, faulty.column)} ${faultOf(faulty)}`, faulty.span, { hint: "在表里写上编码或名称" }));
    }
  }

  /** Headings are repeated at the top of each printed page. */
  private isHeading({ cells }: SheetRow, { name, codes }: CategoryColumns): boolean {
    const { headings } = this.context;
    return headings("name", headingOf(cells[name])) && codes.every((column) => !/\d/.test(cells[column]?.text ?? ""));
  }

  private readRow(sheet: Sheet, row: SheetRow, code: string, { name: nameColumn, codes }: CategoryColumns): void {
    const nameCell = row.cells[nameColumn];
    const name = nameCell?.merged ? "" : (nameCell?.text ?? "").replace(/\s/g, "");
    const cell = codes.flatMap((column) => row.cells[column] ?? []).find(({ text }) => text !== "") ?? nameCell;
    const place = (column: number): string => addressOf(sheet, row, column);
    // Titles and remarks take one cell of a row.
    if (!/\d/.test(code) && new Set(row.cells.flatMap(({ text }) => (text === "" ? [] : [text]))).size < 2) return;
    this.rows += 1;
    if (this.context.classification.foreign(code) !== undefined) this.foreign += 1;
    else if (code === "" || axisOf(code) === undefined || levelOf(code) === undefined || (axisOf(code) === "经济科目" && code.length > 5))
      this.refuseCode(cell, code, `${place(cell?.column ?? nameColumn)}${name === "" ? "" : `（${name}）`}`);
    else if (name === "")
      this.diagnostics.push(error("category-list-name", `${place(nameColumn)} 科目 ${code} 没有名称`, cell?.span, { hint: "在表里补上名称" }));
    else if (cell !== undefined) this.add(sheet, row, { code, name, kind: this.kindOf(sheet, code), span: cell.span });
  }

  private refuseCode(cell: SheetCell | undefined, code: string, where: string): void {
    const message = code === "" ? `${where} 没有编码` : `${where} 的编码“${code}”有 ${code.length} 位或者不是支出科目，读不懂`;
    this.diagnostics.push(
      error("category-list-code", message, cell?.span, { hint: "功能科目 2 开头，3、5 或 7 位；经济科目 3 开头，3 或 5 位；不是科目的行删掉" }),
    );
  }

  /** 类 that are shared by several budgets stand in the sheets of each. */
  private add(sheet: Sheet, row: SheetRow, category: ListedCategory): void {
    const first = this.found.get(category.code);
    if (first === undefined) {
      this.found.set(category.code, { ...category, sheet });
      return;
    }
    if (first.name === category.name && first.sheet !== sheet) return;
    const related = [{ message: `前一次，名称是“${first.name}”`, span: first.span }];
    const message = `${addressOf(sheet, row, 0)} 科目 ${category.code} 写了两次`;
    const details = { related, hint: "核对编码，删掉多余的一行" };
    const repeated = warning("category-list-duplicate", message, category.span, details);
    this.diagnostics.push(first.name === category.name ? repeated : { ...repeated, severity: "error" });
  }

  private requireParents({ code, name, span }: ListedCategory): void {
    const { functional, economic } = this.context.classification;
    const missing = codesAbove(code).find((above) => !this.found.has(above) && !functional.get(above) && !economic.get(above));
    if (missing === undefined) return;
    this.diagnostics.push(
      error("category-list-parent", `科目 ${code} ${name} 的上一级 ${missing} 不在表里，也不在科目表里`, span, { hint: "核对编码，或者在表里补上上一级" }),
    );
  }

  /** Of which budget a 科目 is: as known, as said, as the sheet's name and title say, as the one above it. */
  private kindOf(sheet: Sheet, code: string): string {
    const { classification, kind } = this.context;
    const categories = axisOf(code) === "经济科目" ? classification.economic : classification.functional;
    const known = categories.get(code)?.kind;
    const parent = codesAbove(code).flatMap((above) => this.found.get(above)?.kind ?? categories.get(above)?.kind ?? [])[0];
    if (axisOf(code) === "经济科目") return known ?? parent ?? categories.get([...categories.keys()][0] ?? "")?.kind ?? "";
    return known ?? kind ?? titled(sheet) ?? parent ?? "";
  }
}

/** The budget that a sheet's name or its first rows name. */
function titled({ name, rows }: Sheet): string | undefined {
  const words = [name, ...rows.slice(0, 3).flatMap(({ cells }) => cells.map(({ text }) => text))].join(" ");
  return (FUND_SOURCE_GROUPS.财政拨款 ?? []).find((budget) => words.includes(budget));
}

function nothingFound(first: Sheet | undefined): Diagnostic {
  const hint = "要有“科目编码”和“科目名称”两栏；编码也可以分成“类”“款”“项”三栏";
  return error("category-list-shape", "没有认出科目编码和科目名称两栏", first?.rows[0]?.cells[0]?.span, { hint });
}

/** Codes as they stand row by row; where 类, 款 and 项 have a column each, a blank one is that of the row above. */
class CodeReader {
  private readonly columns: readonly number[];
  private above: readonly string[] = [];

  constructor(columns: readonly number[]) {
    this.columns = columns;
  }

  read({ cells }: SheetRow): string {
    const parts = this.columns.map((column) => (cells[column]?.text ?? "").replace(/[\s.]/g, ""));
    if (parts.length === 1) return parts[0] ?? "";
    const last = parts.findLastIndex((part) => part !== "");
    if (last < 0) return "";
    const whole = parts.slice(0, last + 1).map((part, index) => padded(part !== "" ? part : (this.above[index] ?? ""), index));
    this.above = whole;
    // Some lists repeat the codes above in each column: 201, 20101, 2010101.
    return whole.reduce((code, part) => (part.length > 2 && part.startsWith(code) ? part : code + part), "");
  }
}

/** A number has lost the zero before it: 1 is 01. */
function padded(part: string, index: number): string {
  return index > 0 && /^\d$/.test(part) ? `0${part}` : part;
}

/** Rows that were left out, in one sentence; nothing where there are none. */
export function foreignNote({ foreign, categories }: CategoryList): Diagnostic[] {
  if (foreign === 0) return [];
  const message = `另有 ${foreign} 行政府收入分类、政府预算支出经济分类的科目，部门预算不用，没有导入`;
  return [note("category-list-foreign", message, categories[0]?.span)];
}
