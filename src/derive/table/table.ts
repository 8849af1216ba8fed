import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { fillLabel } from "../../model/document-words.ts";
import { testOf } from "../../model/selection.ts";
import type { AmountColumnSpec, Cell, ColumnSpec, SideSpec, Table, TableRow, TableSpec } from "../../model/table.ts";
import { type CellContext, cellsOf, lastYearIn } from "./cells.ts";
import { type AmountColumn, type Column, columnsOf, filledSide, headerRows, leafColumnCounter } from "./columns.ts";
import type { TableContext } from "./context.ts";
import { deriveItemsTable } from "./items-table.ts";
import { draftSections, type RowDraft } from "./rows.ts";

/** Derives a table: each amount is the exact sum of the facts where table ∧ row ∧ column, rounded once. */
export function deriveTable(spec: TableSpec, context: TableContext): Outcome<Table> {
  if (spec.items !== undefined) return { value: deriveItemsTable(spec, spec.items, context), diagnostics: [] };
  const current = context.budget.facts.filter(testOf(spec.where));
  const lastYear = spec.sides.some(({ columns }) => comparesYears(columns));
  const facts = lastYear ? [...current, ...(context.budget.lastYearFile?.facts ?? []).filter(testOf(spec.where))] : current;
  const sides = spec.sides
    .map((side) => filledSide(side, facts))
    .map((side) => ({ side, columns: columnsOf(side, facts), sections: draftSections(side.sections, facts, context, spec.where) }));
  const diagnostics = spec.partition
    ? sides.flatMap(({ side, sections }) => uncovered(spec, fillLabel(spec.title ?? spec.key, context.words), side, sections.flat(), current))
    : [];
  if (lastYear && sides.some(({ columns, sections }) => lacksLastYear(columns, sections.flat(), spec, context)))
    diagnostics.push(withoutLastYear(spec, context));
  const drafts = sides.map(({ columns, sections }) => sections.map((section) => section.map((draft) => sideRow(draft, columns, spec, context))));
  const rows = alignSides(
    drafts,
    sides.map(({ columns }) => columns),
  );
  const columns = sides.flatMap((side) => side.columns);
  const value: Table = {
    key: spec.key,
    ...(spec.title !== undefined && { title: fillLabel(spec.title, context.words) }),
    orientation: spec.orientation,
    header: headerRows(
      sides.map(({ side }) => side),
      context.words,
    ),
    columns: columns.map(({ spec: { kind, width } }) => ({ kind, width })),
    rows: rows.length > 0 ? rows : emptyRows(spec, columns, context),
    empty: facts.length === 0,
    printed: printedCategories(sides.flatMap(({ sections }) => sections.flat())),
  };
  return { value, diagnostics };
}

/** Whether some cell of last year is known neither from last year's file nor as a stated figure. */
function lacksLastYear(columns: readonly Column[], drafts: readonly RowDraft[], spec: TableSpec, context: TableContext): boolean {
  const earlier = columns.filter((column): column is AmountColumn => "facts" in column && isEarlier(column.spec));
  return drafts.some((draft) => earlier.some((column) => lastYearIn(draft, column, spec, context) === undefined));
}

function isEarlier({ year, role }: AmountColumnSpec): boolean {
  return year === "上年" || role === "change" || role === "rate";
}

function comparesYears(columns: readonly ColumnSpec[]): boolean {
  return columns.some((column) => {
    if (column.kind === "group") return comparesYears(column.columns);
    return column.kind === "amount" && isEarlier(column);
  });
}

function withoutLastYear({ title, key }: TableSpec, { budget }: TableContext): Diagnostic {
  const place = budget.places.get("上年文件") ?? budget.places.get("上年数") ?? budget.span;
  return error("last-year-file-missing", `“${title ?? key}”要列上年数，文件里没有这些数`, place, {
    hint: "补上一行“上年文件: …”，写上年预算文件的名称；表上只列几个数的，也可以写在“上年数”里",
  });
}

/** 科目 that have a row with facts in it: those that a 名词解释 must explain. */
function printedCategories(drafts: readonly RowDraft[]): Table["printed"] {
  const printed = { 功能科目: new Set<string>(), 经济科目: new Set<string>() };
  for (const { category, facts } of drafts) if (category && facts.length > 0) printed[category.axis].add(category.code);
  return printed;
}

interface SideRow {
  readonly kind: RowDraft["kind"];
  readonly cells: readonly Cell[];
}

function sideRow(draft: RowDraft, columns: readonly Column[], spec: TableSpec, context: CellContext): SideRow {
  return { kind: draft.kind, cells: cellsOf(draft, columns, spec, context) };
}

/** Sets sides beside each other, section by section; the shorter side of a section is filled with blanks. */
function alignSides(sides: readonly (readonly (readonly SideRow[])[])[], columns: readonly (readonly Column[])[]): TableRow[] {
  const sectionCount = Math.max(0, ...sides.map((sections) => sections.length));
  return Array.from({ length: sectionCount }, (_, section) => {
    const height = Math.max(0, ...sides.map((sections) => sections[section]?.length ?? 0));
    return Array.from({ length: height }, (_unused, row): TableRow => {
      const parts = sides.map((sections) => sections[section]?.[row]);
      const kind = parts.find((part) => part !== undefined)?.kind ?? "line";
      return { kind, cells: parts.flatMap((part, side) => part?.cells ?? blanks(columns[side] ?? [])) };
    });
  }).flat();
}

function blanks(columns: readonly Column[]): Cell[] {
  return columns.map(() => ({ kind: "text", text: "", indent: 0 }));
}

/** The one row of a table that would have none, worded as the standard says. */
function emptyRows(spec: TableSpec, columns: readonly Column[], context: CellContext): TableRow[] {
  const words = spec.emptyRow;
  if (words === undefined) return [];
  const draft: RowDraft = { kind: "line", attributes: Object.fromEntries(words), indent: 0, facts: [], leaf: true };
  return [{ kind: "line", cells: cellsOf(draft, columns, spec, context) }];
}

/** Facts that a table claims to cover and that stand in no leaf row or column of a side, or in more than one. */
function uncovered(spec: TableSpec, title: string, side: SideSpec, drafts: readonly RowDraft[], facts: readonly ExpenditureFact[]): Diagnostic[] {
  const times = new Map<ExpenditureFact, number>();
  for (const draft of drafts) if (draft.leaf) for (const fact of draft.facts) times.set(fact, (times.get(fact) ?? 0) + 1);
  const where = `“${title}”${side.heading === undefined ? "" : `的${side.heading}一边`}`;
  const leafColumnsOf = leafColumnCounter(side);
  const wrong = facts.flatMap((fact) => {
    const rows = times.get(fact) ?? 0;
    const columns = leafColumnsOf(fact);
    if (rows === 1 && columns === 1) return [];
    return [{ fact, problem: `${(rows === 1 ? columns : rows) === 0 ? "没有" : "有不止一"}${rows !== 1 ? "行" : "列"}` }];
  });
  return alike(wrong).map(({ fact, problem, more }) => {
    const others = more === 0 ? "" : `（这样的还有 ${more} 笔）`;
    return error("fact-not-in-table", `${where}${problem}可以列这笔钱：${describe(fact)}${others}`, fact.span, {
      hint: `检查科目、支出性质和资金来源；如果都对，这个标准的表（tables/${spec.key}.yaml）没有为这种钱设位置`,
    });
  });
}

interface Misplaced {
  readonly fact: ExpenditureFact;
  readonly problem: string;
}

/** One finding for money that has no place for the same reason, as far as its nature, source and 类 tell. */
function alike(wrong: readonly Misplaced[]): (Misplaced & { readonly more: number })[] {
  const groups = new Map<string, Misplaced[]>();
  for (const each of wrong) {
    const { nature, source, moneyYear, functional } = each.fact;
    const key = [each.problem, nature, source, moneyYear, functional.slice(0, 3)].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ ...first, more: others.length }] : []));
}

function describe(fact: ExpenditureFact): string {
  return [fact.nature, fact.functional, fact.economic, fact.source].filter((word) => word !== undefined).join(" ");
}
