import { displayed, type Money, sum } from "../base/money.ts";
import type { ListMember } from "../model/list.ts";
import { factsIn, type Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { moneyOf } from "./words.ts";

/** The members of a list where it stands: of the whole document, or what of them belongs to the member at hand. */
export function membersIn(name: string, setting: Setting, sources: Sources): readonly ListMember[] {
  const outer = setting.scope?.member;
  const spec = sources.standard.lists.get(name);
  const whole = sources.derived.lists.get(name) ?? [];
  if (outer === undefined || spec === undefined || setting.scope?.list === name) return whole;
  const members = spec.figures === undefined ? whole.map((member) => narrowed(member, outer)).filter(hasMoney) : figuresIn(spec.figures, setting, sources);
  return spec.zeros ? members : members.filter(({ amount }) => !displayed(amount, setting.format.amount).isZero());
}

/** What of a member belongs to another, in both years. What the file states of it as a whole is not known of a part. */
function narrowed({ lastYear: _whole, lastYearFacts, ...member }: ListMember, outer: ListMember): ListMember {
  const facts = common(member.facts, outer.facts);
  const before = lastYearFacts && outer.lastYearFacts && common(lastYearFacts, outer.lastYearFacts);
  const own = { ...member, facts, amount: total(facts) };
  return before === undefined ? own : { ...own, lastYear: total(before), lastYearFacts: before };
}

/** What has nothing to do with the member at hand, this year or last, is not listed even where zeros are. */
function hasMoney({ facts, lastYearFacts }: ListMember): boolean {
  return facts.length > 0 || (lastYearFacts?.length ?? 0) > 0;
}

function common(some: ListMember["facts"], others: ListMember["facts"]): ListMember["facts"] {
  const within = new Set(others);
  return some.filter((fact) => within.has(fact));
}

function total(facts: ListMember["facts"]): Money {
  return sum(facts.map(({ amount }) => amount));
}

function figuresIn(figures: ReadonlyMap<string, string>, setting: Setting, sources: Sources): ListMember[] {
  return [...figures].flatMap(([figure, name]) => {
    const amount = sources.derived.figures.has(figure) ? moneyOf(figure, setting, sources) : undefined;
    return amount === undefined ? [] : [{ name, code: "", facts: factsIn(setting) ?? [], amount, figure }];
  });
}
