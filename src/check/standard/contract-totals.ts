import { sum } from "../../base/money.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { type FactTest, testOf } from "../../model/selection.ts";
import type { AmountCell, AmountColumnSpec, Cell, ColumnSpec, RowSpec, SideSpec, TableRow, TableSpec, TotalRowSpec } from "../../model/table.ts";
import type { Findings } from "../reader.ts";

type Facts = ReadonlySet<ExpenditureFact>;

/** A column with cells; a total knows the places of its leaves among all columns of the table. */
interface PlacedColumn {
  readonly spec: Exclude<ColumnSpec, { kind: "group" }>;
  readonly place: number;
  readonly leaves: readonly number[];
}

/** Holds a derived table against its declaration, apart from how it was derived: totals are made of the facts of their leaves, each once. */
export class TotalsChecker {
  private readonly spec: TableSpec;
  private readonly findings: Findings;

  constructor(spec: TableSpec, findings: Findings) {
    this.spec = spec;
    this.findings = findings;
  }

  rows(rows: readonly TableRow[]): void {
    let first = 0;
    const sides = this.spec.sides.map((side) => {
      const columns = placed(side.columns, first);
      first += columns.length;
      return { side, columns };
    });
    // Columns that are left out where they have no money shift the others; such a table is not held against its declaration.
    if (rows.some(({ cells }) => cells.length !== first)) return;
    for (const { side, columns } of sides) {
      const amounts = columns.filter(({ spec }) => spec.kind === "amount" && SUMS.has(spec.role) && !("year" in spec && spec.year === "上年"));
      for (const row of rows) this.row(row, amounts);
      this.totals(side, columns, amounts, rows);
    }
  }

  /** Each amount is the sum of its facts; each total column has the facts of its leaves. */
  private row({ cells }: TableRow, columns: readonly PlacedColumn[]): void {
    for (const { spec, place, leaves } of columns) {
      const cell = amountAt(cells, place);
      if (cell === undefined) continue;
      const parts = leaves.flatMap((leaf) => amountAt(cells, leaf)?.facts ?? []);
      const wanted = leaves.length > 0 ? parts : cell.facts;
      if (!isSumOf(cell, wanted)) this.differs(`列“${spec.heading}”`);
    }
  }

  /** Each total row has in each column the facts of the rows that it sums. */
  private totals(side: SideSpec, columns: readonly PlacedColumn[], amounts: readonly PlacedColumn[], rows: readonly TableRow[]): void {
    const waiting = side.sections.flatMap((section) => section.rows.filter((row): row is TotalRowSpec => row.kind === "total"));
    for (const { kind, cells } of rows) {
      const [total] = waiting;
      if (kind !== "total" || total === undefined || !isLabelled(cells, columns, total.label)) continue;
      waiting.shift();
      const takes = this.takes(side, total);
      if (!amounts.every(({ place }) => isTotalOf(amountAt(cells, place), factsOfLines(rows, place), takes))) this.differs(`行“${total.label}”`);
    }
  }

  /** Which facts of a side's rows a total row sums; nothing where its declaration does not say it. */
  private takes(side: SideSpec, { of }: TotalRowSpec): FactTest | undefined {
    const known = this.spec.partition || of.length === 0;
    return known && !side.sections.some((section) => section.rows.some(mayBeLeftOut)) ? testOfSections(side, of) : undefined;
  }

  private differs(what: string): void {
    const message = `表“${this.spec.title ?? this.spec.key}”的${what}与它所合计的各格不一致`;
    this.findings.error("total-differs", message, this.spec.span, "检查这一行（列）合计的是哪些；同一笔钱不能算两次");
  }
}

/** Roles of columns that sum this year's facts. */
const SUMS: ReadonlySet<string> = new Set<AmountColumnSpec["role"]>(["leaf", "total", "of-which"]);

/** The columns of a side from left to right, counted from a place in the table's rows. */
function placed(specs: readonly ColumnSpec[], first: number): PlacedColumn[] {
  let place = first;
  const groups = specs.map((spec): PlacedColumn[] => {
    const columns = spec.kind === "group" ? placed(spec.columns, place) : [{ spec, place, leaves: [] }];
    place += columns.length;
    return columns;
  });
  const leaves = groups.flat().flatMap((column) => (column.spec.kind === "amount" && column.spec.role === "leaf" ? [column.place] : []));
  return groups.flatMap((columns, index) => {
    const spec = specs[index];
    return spec?.kind === "amount" && spec.role === "total" ? columns.map((column) => ({ ...column, leaves })) : columns;
  });
}

function amountAt(cells: readonly Cell[], place: number): AmountCell | undefined {
  const cell = cells[place];
  return cell?.kind === "amount" ? cell : undefined;
}

function isSumOf({ amount, facts }: AmountCell, wanted: readonly ExpenditureFact[]): boolean {
  const own = new Set(facts);
  const sameFacts = own.size === facts.length && facts.length === wanted.length && wanted.every((fact) => own.has(fact));
  return sameFacts && (facts.length === 0 || amount.equals(sum(facts.map((fact) => fact.amount))));
}

function isTotalOf(cell: AmountCell | undefined, lines: Facts, takes: FactTest | undefined): boolean {
  return cell === undefined || isSumOf(cell, takes === undefined ? cell.facts : [...lines].filter(takes));
}

function factsOfLines(rows: readonly TableRow[], place: number): Facts {
  return new Set(rows.flatMap(({ kind, cells }) => (kind === "line" ? (amountAt(cells, place)?.facts ?? []) : [])));
}

/** Whether a row or one below it is not printed where it has no money; its facts of 0 are then in totals only. */
function mayBeLeftOut(row: RowSpec): boolean {
  return ("onlyFilled" in row && row.onlyFilled === true) || ("below" in row && row.below.some(mayBeLeftOut));
}

/** Whether the cells of a side are the total's; a label with a word in it is printed otherwise than it is written. */
function isLabelled(cells: readonly Cell[], columns: readonly PlacedColumn[], label: string): boolean {
  if (label.includes("{{")) return true;
  return columns.some(({ place }) => cells[place]?.text === label);
}

/** The facts that some sections may hold; nothing where one of their rows does not say it. */
function testOfSections(side: SideSpec, names: readonly string[]): FactTest | undefined {
  if (names.length === 0) return () => true;
  const rows = side.sections.filter(({ name }) => names.includes(name)).flatMap((section) => section.rows);
  const tests = rows.flatMap((row) => (row.kind === "total" ? [] : [testOfRow(row)]));
  if (tests.some((test) => test === undefined)) return undefined;
  return (fact) => tests.some((test) => test?.(fact));
}

function testOfRow(row: Exclude<RowSpec, TotalRowSpec>): FactTest | undefined {
  return "where" in row && row.where !== undefined ? testOf(row.where) : undefined;
}
