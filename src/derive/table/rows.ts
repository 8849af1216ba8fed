import { ordinal } from "../../base/chinese.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { testOf } from "../../model/selection.ts";
import type { AxisRowSpec, LineRowSpec, RowSpec, SectionSpec, TotalRowSpec } from "../../model/table.ts";
import { type Attributes, type MemberContext, membersOf } from "./members.ts";

/** A row before its cells: what it is about and which facts it sums. */
export interface RowDraft {
  readonly kind: "line" | "total";
  readonly attributes: Attributes;
  readonly indent: number;
  readonly facts: readonly ExpenditureFact[];
  /** A leaf row has no rows below it that hold the same facts again. */
  readonly leaf: boolean;
}

export interface RowContext extends MemberContext {
  /** The shape of a numbered row's ordinal: 一、. */
  readonly ordinal: string;
}

/** The rows of a side, section by section. Numbers run through all sections of a side. */
export function draftSections(sections: readonly SectionSpec[], facts: readonly ExpenditureFact[], context: RowContext): RowDraft[][] {
  const drafter = new Drafter(context);
  const drafts = sections.map((section) => section.rows.map((row) => (row.kind === "total" ? row : drafter.rows(row, facts, 0))));
  const leavesOf = (names: readonly string[]): ExpenditureFact[] =>
    drafts.flatMap((rows, index) => (names.length === 0 || names.includes(sections[index]?.name ?? "") ? rows.flatMap(leafFacts) : []));
  return drafts.map((rows) => rows.flatMap((row) => (Array.isArray(row) ? row : [totalDraft(row, leavesOf(row.of))])));
}

function leafFacts(row: TotalRowSpec | RowDraft[]): ExpenditureFact[] {
  return Array.isArray(row) ? row.flatMap((draft) => (draft.leaf ? draft.facts : [])) : [];
}

function totalDraft(spec: TotalRowSpec, facts: readonly ExpenditureFact[]): RowDraft {
  return { kind: "total", attributes: labelled(spec.label), indent: 0, facts, leaf: false };
}

function labelled(label: string): Attributes {
  return { 名称: label, 编码名称: label, 名称类别: label };
}

class Drafter {
  private readonly context: RowContext;
  private number = 0;

  constructor(context: RowContext) {
    this.context = context;
  }

  rows(spec: Exclude<RowSpec, TotalRowSpec>, facts: readonly ExpenditureFact[], depth: number): RowDraft[] {
    return spec.kind === "line" ? [this.line(spec, facts, depth)] : this.axis(spec, facts.filter(testOf(spec.where)), depth, 0);
  }

  private line(spec: LineRowSpec, facts: readonly ExpenditureFact[], depth: number): RowDraft {
    const attributes = this.numbered(spec.numbered, labelled(spec.label));
    return { kind: "line", attributes, indent: depth + spec.indent, facts: facts.filter(testOf(spec.where)), leaf: true };
  }

  private axis(spec: AxisRowSpec, facts: readonly ExpenditureFact[], depth: number, levelIndex: number): RowDraft[] {
    const narrowest = levelIndex >= spec.levels.length - 1;
    return membersOf(spec, levelIndex, facts, this.context).flatMap((member) => {
      const inner = narrowest
        ? spec.below.flatMap((row) => (row.kind === "total" ? [] : this.rows(row, member.facts, depth + 1)))
        : this.axis(spec, member.facts, depth + 1, levelIndex + 1);
      const attributes = this.numbered(spec.numbered, { ...labelled(member.attributes.名称 ?? ""), ...member.attributes });
      const leaf = narrowest && spec.below.length === 0;
      return [{ kind: "line" as const, attributes, indent: depth + spec.indent, facts: member.facts, leaf }, ...inner];
    });
  }

  private numbered(wanted: boolean, attributes: Attributes): Attributes {
    if (!wanted) return attributes;
    this.number += 1;
    return { ...attributes, 名称: ordinal(this.context.ordinal, this.number) + (attributes.名称 ?? "") };
  }
}
