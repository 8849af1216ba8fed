import { displayed, sum } from "../base/money.ts";
import type { ListMember } from "../model/list.ts";
import { factsIn, type Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { moneyOf } from "./words.ts";

/** The members of a list where it stands: of the whole document, or what of them belongs to the member at hand. */
export function membersIn(name: string, setting: Setting, sources: Sources): readonly ListMember[] {
  const facts = factsIn(setting);
  const spec = sources.standard.lists.get(name);
  const whole = sources.derived.lists.get(name) ?? [];
  if (facts === undefined || spec === undefined || setting.scope?.list === name) return whole;
  const members = spec.figures === undefined ? whole.map((member) => narrowed(member, facts)) : figuresIn(spec.figures, setting, sources);
  return spec.zeros ? members : members.filter(({ amount }) => !displayed(amount, setting.format.amount).isZero());
}

function narrowed(member: ListMember, facts: ListMember["facts"]): ListMember {
  const within = new Set(facts);
  const own = member.facts.filter((fact) => within.has(fact));
  return { ...member, facts: own, amount: sum(own.map(({ amount }) => amount)) };
}

function figuresIn(figures: ReadonlyMap<string, string>, setting: Setting, sources: Sources): ListMember[] {
  return [...figures].flatMap(([figure, name]) => {
    const amount = sources.derived.figures.has(figure) ? moneyOf(figure, setting, sources) : undefined;
    return amount === undefined ? [] : [{ name, code: "", facts: factsIn(setting) ?? [], amount, figure }];
  });
}
