import { displayed, type Money, sum } from "../base/money.ts";
import { CATEGORY_LEVELS, type Classification, codeAt, levelOf, nameOf } from "../model/classification.ts";
import type { Figure } from "../model/figure.ts";
import type { ListMember, ListSpec } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import type { CategoryAxis, Standard } from "../model/standard.ts";
import type { AxisRowSpec } from "../model/table.ts";
import { type Member, type MemberContext, membersOf } from "./table/members.ts";

export interface ListContext extends MemberContext {
  readonly figures: ReadonlyMap<string, Figure>;
  /** Last year's amounts (元) by figure. */
  readonly lastYear: ReadonlyMap<string, Money>;
}

/** Derives every list of a standard: the members that have money, or all where the list says so. */
export function deriveLists(standard: Standard, context: ListContext): ReadonlyMap<string, readonly ListMember[]> {
  const lists = new Map<string, readonly ListMember[]>();
  for (const [name, spec] of standard.lists) {
    const members = spec.figures === undefined ? axisMembers(spec, context) : figureMembers(spec.figures, context);
    lists.set(name, spec.zeros ? members : members.filter(({ amount }) => !displayed(amount, standard.formats.sentence).isZero()));
  }
  return lists;
}

function figureMembers(names: ReadonlyMap<string, string>, { figures, lastYear }: ListContext): ListMember[] {
  return [...names].flatMap(([name, label]) => {
    const figure = figures.get(name);
    const before = lastYear.get(name);
    return figure ? [{ name: label, code: "", facts: figure.facts, amount: figure.amount, ...(before && { lastYear: before }), figure: name }] : [];
  });
}

function axisMembers(spec: ListSpec, context: ListContext): ListMember[] {
  const axis = axisOf(spec);
  const takes = testOf(spec.where);
  const now = membersOf(axis, 0, context.budget.facts.filter(takes), context);
  const before = context.budget.lastYearFile && membersOf(axis, 0, context.budget.lastYearFile.facts.filter(takes), context);
  const members = spec.zeros && before ? withGone(now, before) : now;
  const lastYears = before && new Map(before.map((member) => [identityOf(member), member.facts]));
  return members.map((member) => {
    const { attributes, facts, category, project } = member;
    const code = attributes.编码 ?? "";
    const lastYearFacts = lastYears && (lastYears.get(identityOf(member)) ?? []);
    const lastYear = lastYearFacts === undefined ? context.budget.lastYear.get(code)?.amount : sum(lastYearFacts.map(({ amount }) => amount));
    return {
      name: attributes.名称 ?? "",
      code,
      facts,
      amount: sum(facts.map(({ amount }) => amount)),
      ...(category && { levels: levelsOf(code, category.axis, context.classification) }),
      ...(lastYear && { lastYear }),
      ...(lastYearFacts && { lastYearFacts }),
      ...(project && { project }),
    };
  });
}

/** This year's members with those that only last year had, whose money is 0 now, at their places by code. */
function withGone(now: readonly Member[], before: readonly Member[]): Member[] {
  const known = new Set(now.map(identityOf));
  const gone = before.filter((member) => !known.has(identityOf(member))).map((member): Member => ({ ...member, facts: [] }));
  const all = [...now, ...gone];
  return all.every(({ category }) => category !== undefined) ? all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : all;
}

function axisOf({ axis = "功能科目", level, labels, where, span }: ListSpec): AxisRowSpec {
  return { kind: "axis", axis, levels: level ? [level] : [], labels, where, numbered: false, indent: 0, onlyFilled: false, below: [], span };
}

/** A member of one year is that of another that is the same project, else has the same code and name. */
function identityOf(member: Member): object | string {
  return member.project ?? keyOf(member);
}

function keyOf({ attributes }: Member): string {
  return `${attributes.编码 ?? ""} ${attributes.名称 ?? ""}`;
}

/** 一般公共服务支出, 政府办公厅（室）及相关机构事务, 行政运行: the names on the way to a code. */
function levelsOf(code: string, axis: CategoryAxis, classification: Classification): NonNullable<ListMember["levels"]> {
  const own = levelOf(code);
  const depth = own === undefined ? 0 : CATEGORY_LEVELS.indexOf(own) + 1;
  return Object.fromEntries(CATEGORY_LEVELS.slice(0, depth).map((level) => [level, nameOf(codeAt(code, level), axis, classification)]));
}
