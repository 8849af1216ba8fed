import { type AmountFormat, displayed, type Exact, formatNumber, type Money, type NumberFormat, percentage, sum, ZERO } from "../../base/money.ts";
import type { ExpenditureFact, Project } from "../../model/budget.ts";
import { implies } from "../../model/selection.ts";
import type { AmountColumnSpec, Cell, TableSpec, TextColumnSpec, ZeroStyle } from "../../model/table.ts";
import { fieldText } from "../items.ts";
import type { AmountColumn, Column } from "./columns.ts";
import type { MemberContext } from "./members.ts";
import type { RowDraft } from "./rows.ts";

export interface CellContext extends MemberContext {
  readonly percentage: NumberFormat;
  /** Last year's amounts (元) by figure, for rows and columns that are one where there is no file of last year. */
  readonly lastYear: ReadonlyMap<string, Money>;
}

/** Last year's amount where a row crosses a column: of last year's facts, else of the figure that the row or column is. */
export function lastYearIn(draft: RowDraft, column: AmountColumn, { where }: TableSpec, { budget, lastYear }: CellContext): Money | undefined {
  if (budget.lastYearFile !== undefined) return sum(draft.facts.filter((fact) => column.base.has(fact)).map((fact) => fact.amount));
  // What is stated of a figure is the whole of it: it stands only where nothing around the cell narrows it.
  if (draft.figure !== undefined && Object.keys(column.spec.where).length === 0) return lastYear.get(draft.figure);
  if (column.spec.figure === undefined || !draft.whole || !implies(column.spec.where, where)) return undefined;
  return lastYear.get(column.spec.figure);
}

/** The cells of one row under a side's columns. */
export function cellsOf(draft: RowDraft, columns: readonly Column[], spec: TableSpec, context: CellContext): Cell[] {
  if (draft.across) return acrossCells(draft, columns, spec, context);
  const labelColumn = columns.find(({ spec: column }) => column.kind === "text" && !isCode(column));
  return columns.map((column): Cell => {
    if ("facts" in column) return amountCell(draft, column, spec, context);
    const isLabel = column === labelColumn;
    const text = draft.label !== undefined && isLabel ? draft.label : textOf(column.spec, draft, context);
    return { kind: "text", text, indent: isLabel && !column.spec.flat ? draft.indent : 0 };
  });
}

/** A row whose label stands across the text columns at its left. */
function acrossCells(draft: RowDraft, columns: readonly Column[], spec: TableSpec, context: CellContext): Cell[] {
  const first = columns.findIndex((column) => "facts" in column);
  const width = first < 0 ? columns.length : first;
  return columns.map((column, index): Cell => {
    if ("facts" in column) return amountCell(draft, column, spec, context);
    if (index === 0 && width > 1) return { kind: "text", text: draft.label ?? "", indent: 0, columnSpan: width };
    return { kind: "text", text: width > 1 ? "" : (draft.label ?? ""), indent: 0, ...(index < width && width > 1 && { covered: true as const }) };
  });
}

function isCode({ attribute, field }: TextColumnSpec): boolean {
  return field === undefined && ["编码", "类编码", "款编码", "项编码", "序号", "项目编码", "单位编码"].includes(attribute);
}

function textOf({ attribute, field, ownLevel }: TextColumnSpec, draft: RowDraft, context: MemberContext): string {
  if (field !== undefined) return draft.project === undefined ? "" : projectField(draft.project, field, draft.facts, context);
  if (ownLevel && !attribute.startsWith(draft.level ?? " ")) return "";
  return draft.attributes[attribute] ?? "";
}

function projectField(project: Project, field: string, facts: readonly ExpenditureFact[], { printText }: MemberContext): string {
  const value = project.inputs.get(field);
  if (value === undefined || value.kind === "items" || value.kind === "texts") return "";
  return fieldText(value, (text) => printText(text, facts));
}

function amountCell(draft: RowDraft, column: AmountColumn, spec: TableSpec, context: CellContext): Cell {
  const facts = draft.facts.filter((fact) => column.facts.has(fact));
  const amount = column.spec.year === "上年" ? (lastYearIn(draft, column, spec, context) ?? ZERO) : sum(facts.map((fact) => fact.amount));
  return { kind: "amount", text: shownOf(amount, draft, column, spec, context), amount, facts };
}

/** An amount, or what a share, change or rate column makes of it: from displayed amounts, as a reader would. */
function shownOf(amount: Money, draft: RowDraft, column: AmountColumn, spec: TableSpec, context: CellContext): string {
  const { percentage: rates } = context;
  const { role, sign, zero, format = spec.format } = column.spec;
  const shown = draft.zero ?? zero ?? spec.zero;
  const now = displayed(amount, format);
  if (role === "share") {
    const whole = displayed(sum([...column.facts].map((fact) => fact.amount)), format);
    return rateText(percentage(now, whole, rates.decimals), rates, sign, shown);
  }
  if (role !== "change" && role !== "rate") return numberText(now, format, shown);
  const before = displayed(lastYearIn(draft, column, spec, context) ?? ZERO, format);
  const difference = now.minus(before);
  if (role === "change") return numberText(difference, format, shown);
  return rateText(percentage(difference, before, rates.decimals), rates, sign, shown);
}

function numberText(value: Exact, format: AmountFormat, zero: ZeroStyle): string {
  if (value.isZero() && zero !== "amount") return zero.text;
  return formatNumber(value, format);
}

/** A base of 0 has no rate: the cell is empty. */
function rateText(value: Exact | undefined, format: NumberFormat, sign: boolean, zero: ZeroStyle): string {
  if (value?.isZero() && zero !== "amount") return zero.text;
  return value === undefined ? "" : formatNumber(value, format) + (sign ? "%" : "");
}

/** A number of a stated item as a cell prints it: an amount in the column's format, a count as it is. */
export function itemNumberText(value: Exact | undefined, isAmount: boolean, column: AmountColumnSpec, spec: TableSpec): string {
  if (value === undefined) return "";
  const format = column.format ?? spec.format;
  if (!isAmount) return formatNumber(value, { decimals: 0, trim: true, separator: format.separator });
  return numberText(displayed(value, format), format, column.zero ?? spec.zero);
}
