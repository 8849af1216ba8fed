import { ordinal } from "../../base/chinese.ts";
import type { ExpenditureFact, Project } from "../../model/budget.ts";
import type { CategoryLevel } from "../../model/classification.ts";
import { fillLabel } from "../../model/document-words.ts";
import { implies, type Selection, testOf } from "../../model/selection.ts";
import type { AxisRowSpec, LineRowSpec, RestRowSpec, RowSpec, SectionSpec, TotalRowSpec, ZeroStyle } from "../../model/table.ts";
import { type Attributes, type Member, type MemberContext, membersOf } from "./members.ts";

/** A row before its cells: what it is about and which facts it sums. */
export interface RowDraft {
  readonly kind: "line" | "total";
  readonly attributes: Attributes;
  /** What a line or total says of itself, in the first column that is no code. */
  readonly label?: string;
  readonly indent: number;
  readonly facts: readonly ExpenditureFact[];
  /** A leaf row has no rows below it that hold the same facts again. */
  readonly leaf: boolean;
  readonly zero?: ZeroStyle;
  readonly category?: Member["category"];
  readonly level?: CategoryLevel;
  readonly project?: Project;
  /** The figure that the row is. */
  readonly figure?: string;
  /** Whether it holds all money of its table. */
  readonly whole?: boolean;
  /** Whether the label stands across all text columns before the first amount. */
  readonly across?: boolean;
}

export interface RowContext extends MemberContext {
  /** The shapes of numbered rows' ordinals by depth: 一、, （一）. */
  readonly ordinals: readonly string[];
  /** Words that labels may have in them. */
  readonly words: ReadonlyMap<string, string>;
}

type Row = Exclude<RowSpec, TotalRowSpec>;

/** Counts the numbered rows of one list; a side's sections are counted together. */
interface Counter {
  readonly depth: number;
  count: number;
}

/** The rows of a side, section by section. Totals stand where they are declared and sum the leaves of the sections that they name. */
export function draftSections(sections: readonly SectionSpec[], facts: readonly ExpenditureFact[], context: RowContext, where: Selection): RowDraft[][] {
  const drafter = new Drafter(context, where);
  const counter: Counter = { depth: 0, count: 0 };
  const drafts = sections.map(({ rows }) => drafter.list(rows, facts, 0, counter));
  const leavesOf = (names: readonly string[]): ExpenditureFact[] =>
    drafts.flatMap((rows, index) => (names.length === 0 || names.includes(sections[index]?.name ?? "") ? rows.flatMap(leafFacts) : []));
  return drafts.map((rows) => rows.flatMap((row) => (Array.isArray(row) ? row : drafter.total(row, leavesOf(row.of)))));
}

function leafFacts(row: TotalRowSpec | RowDraft[]): ExpenditureFact[] {
  return Array.isArray(row) ? row.flatMap((draft) => (draft.leaf ? draft.facts : [])) : [];
}

class Drafter {
  private readonly context: RowContext;
  /** The selection of the table. */
  private readonly outer: Selection;

  constructor(context: RowContext, outer: Selection) {
    this.context = context;
    this.outer = outer;
  }

  /** The rows of one list in order; 其余 takes what the others leave. */
  list(
    rows: readonly RowSpec[],
    facts: readonly ExpenditureFact[],
    depth: number,
    counter: Counter,
    inherited: Attributes = {},
  ): (TotalRowSpec | RowDraft[])[] {
    const taken = new Set<ExpenditureFact>();
    const needsRest = rows.some(({ kind }) => kind === "rest");
    if (needsRest) for (const row of rows) if (row.kind === "line" || row.kind === "axis") for (const fact of this.leaves(row, facts, depth)) taken.add(fact);
    const others = (): ExpenditureFact[] => facts.filter((fact) => !taken.has(fact));
    return rows.map((row) => (row.kind === "total" ? row : this.rows(row, row.kind === "rest" ? others() : facts, depth, counter, inherited)));
  }

  total(spec: TotalRowSpec, facts: readonly ExpenditureFact[]): RowDraft[] {
    if (spec.onlyFilled && facts.length === 0) return [];
    const label = this.label(spec.label);
    const looks = { ...(spec.zero && { zero: spec.zero }), ...(spec.across && { across: true }), ...(spec.of.length === 0 && { whole: true }) };
    return [{ kind: "total", attributes: this.coded(spec), label, indent: 0, facts, leaf: false, ...looks }];
  }

  private leaves(row: LineRowSpec | AxisRowSpec, facts: readonly ExpenditureFact[], depth: number): ExpenditureFact[] {
    return this.rows(row, facts, depth, { depth: 0, count: 0 }, {}).flatMap((draft) => (draft.leaf ? draft.facts : []));
  }

  private rows(spec: Row, facts: readonly ExpenditureFact[], depth: number, counter: Counter, inherited: Attributes): RowDraft[] {
    if (spec.kind === "items") return [];
    if (spec.kind === "axis") return this.axis(spec, facts.filter(testOf(spec.where)), depth, 0, counter, inherited);
    if (spec.onlyFilled && this.own(spec, facts, depth).length === 0) return [];
    return this.line(spec, facts, depth, counter, inherited);
  }

  /** The facts of a line: its selection's, or those of the rows below it. */
  private own(spec: LineRowSpec | RestRowSpec, facts: readonly ExpenditureFact[], depth: number): readonly ExpenditureFact[] {
    if (spec.kind === "rest") return facts.filter(testOf(spec.where));
    if (spec.where !== undefined) return facts.filter(testOf(spec.where));
    const below = this.list(spec.below, facts, depth, { depth: 1, count: 0 });
    const leaves = new Set(below.flatMap(leafFacts));
    return facts.filter((fact) => leaves.has(fact));
  }

  private line(spec: LineRowSpec | RestRowSpec, facts: readonly ExpenditureFact[], depth: number, counter: Counter, inherited: Attributes): RowDraft[] {
    const own = this.own(spec, facts, depth);
    const label = this.ordinal(spec.numbered, counter) + this.label(spec.label);
    const below = spec.kind === "line" ? this.below(spec.below, own, depth, counter, inherited) : [];
    const leaf = spec.kind === "rest" || spec.below.length === 0;
    const top = counter.depth === 0 && spec.kind === "line";
    const figure = top && spec.where && implies(spec.where, this.outer) ? spec.figure : undefined;
    const whole = top && spec.where !== undefined && Object.keys(spec.where).length === 0;
    const draft: RowDraft = {
      kind: "line",
      attributes: { ...inherited, ...this.coded(spec) },
      label,
      indent: depth + spec.indent,
      facts: own,
      leaf,
      ...(spec.zero && { zero: spec.zero }),
    };
    return [{ ...draft, ...(figure !== undefined && { figure }), ...(whole && { whole }) }, ...below];
  }

  private below(rows: readonly RowSpec[], facts: readonly ExpenditureFact[], depth: number, counter: Counter, inherited: Attributes): RowDraft[] {
    const inner = this.list(rows, facts, depth + 1, { depth: counter.depth + 1, count: 0 }, inherited);
    return inner.flatMap((row) => (Array.isArray(row) ? row : []));
  }

  private axis(
    spec: AxisRowSpec,
    facts: readonly ExpenditureFact[],
    depth: number,
    levelIndex: number,
    counter: Counter,
    inherited: Attributes,
    within = "",
  ): RowDraft[] {
    const narrowest = levelIndex >= spec.levels.length - 1;
    return membersOf(spec, levelIndex, facts, this.context, within).flatMap((member, index): RowDraft[] => {
      if (spec.onlyFilled && member.facts.length === 0) return [];
      const name = member.attributes.名称 ?? "";
      const unit = spec.axis === "单位" ? { 单位名称: name, 单位编码: member.attributes.编码 ?? "" } : inherited;
      const number = this.ordinal(spec.numbered && levelIndex === 0, counter);
      const attributes = { ...inherited, 编码名称: name, 名称类别: name, ...member.attributes, 序号: String(index + 1), 名称: number + name };
      const inner = narrowest
        ? this.below(spec.below, member.facts, depth, counter, unit)
        : this.axis(spec, member.facts, depth + 1, levelIndex + 1, counter, unit, member.category?.code);
      const leaf = narrowest && spec.below.length === 0;
      const { category, level, project } = member;
      const own: RowDraft = {
        kind: "line",
        attributes,
        indent: depth + spec.indent,
        facts: member.facts,
        leaf,
        ...(spec.zero && { zero: spec.zero }),
        ...(category && { category }),
        ...(level && { level }),
        ...(project && { project }),
      };
      return [own, ...inner];
    });
  }

  /** The code that a line or total says of itself. */
  private coded(spec: LineRowSpec | RestRowSpec | TotalRowSpec): Attributes {
    return "code" in spec && spec.code !== undefined ? { 编码: this.label(spec.code) } : {};
  }

  private label(label: string): string {
    return fillLabel(label, this.context.words);
  }

  /** The number of a numbered row: 一、 at the first depth, （一） at the next. */
  private ordinal(wanted: boolean, counter: Counter): string {
    if (!wanted) return "";
    counter.count += 1;
    const { ordinals } = this.context;
    return ordinal(ordinals[Math.min(counter.depth, ordinals.length - 1)] ?? "", counter.count);
  }
}
