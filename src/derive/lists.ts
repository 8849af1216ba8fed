import { displayed, sum } from "../base/money.ts";
import type { Figure } from "../model/figure.ts";
import type { ListMember, ListSpec } from "../model/list.ts";
import { testOf } from "../model/selection.ts";
import type { Standard } from "../model/standard.ts";
import type { AxisRowSpec } from "../model/table.ts";
import { type MemberContext, membersOf } from "./table/members.ts";

/** Derives every list of a standard: the members that have money, or all where the list says so. */
export function deriveLists(standard: Standard, figures: ReadonlyMap<string, Figure>, context: MemberContext): ReadonlyMap<string, readonly ListMember[]> {
  const lists = new Map<string, readonly ListMember[]>();
  for (const [name, spec] of standard.lists) {
    const members = spec.figures === undefined ? axisMembers(spec, context) : figureMembers(spec.figures, figures);
    lists.set(name, spec.zeros ? members : members.filter(({ amount }) => !displayed(amount, standard.formats.sentence).isZero()));
  }
  return lists;
}

function figureMembers(names: ReadonlyMap<string, string>, figures: ReadonlyMap<string, Figure>): ListMember[] {
  return [...names].flatMap(([name, label]) => {
    const figure = figures.get(name);
    return figure ? [{ name: label, code: "", facts: figure.facts, amount: figure.amount, figure: name }] : [];
  });
}

function axisMembers(spec: ListSpec, context: MemberContext): ListMember[] {
  const axis: AxisRowSpec = {
    kind: "axis",
    axis: spec.axis ?? "功能科目",
    levels: spec.level ? [spec.level] : [],
    labels: spec.labels,
    where: spec.where,
    numbered: false,
    indent: 0,
    onlyFilled: false,
    below: [],
    span: spec.span,
  };
  const facts = context.budget.facts.filter(testOf(spec.where));
  return membersOf(axis, 0, facts, context).map((member) => ({
    name: member.attributes.名称 ?? "",
    code: member.attributes.编码 ?? "",
    facts: member.facts,
    amount: sum(member.facts.map(({ amount }) => amount)),
    ...(member.project && { project: member.project }),
  }));
}
