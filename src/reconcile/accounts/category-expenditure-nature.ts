import type { Diagnostic } from "../../base/diagnostic.ts";
import { isAmong } from "../../model/accounts.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";
import { grouped, spentFacts, totalOf } from "./money.ts";
import { REPORT } from "./severity.ts";
import { shown } from "./shown.ts";

/** Project money on a 运行 项, and 基本支出 on a 项 that is for projects: each unit and 科目 is told once. */
export function reconcileExpenditureNatures({ budget, standard, classification }: Reconciled): Diagnostic[] {
  return grouped(spentFacts(budget), ({ unit, functional, nature }) => `${unit.name}|${functional}|${nature}`).flatMap((facts) => {
    const [first] = facts;
    if (first === undefined) return [];
    const name = nameOf(first.functional, "功能科目", classification);
    const rule = standard.accounts.natures.find((each) => each.not === first.nature && isAmong({ code: first.functional, name }, each));
    if (rule === undefined) return [];
    const message = `科目 ${first.functional} ${name} 不列${rule.not}，这里列了${rule.not} ${shown(totalOf(facts))}`;
    return [REPORT[rule.severity]("category-expenditure-nature", message, first.functionalSpan, { hint: `换成${rule.instead}`, ...relatedOf(facts) })];
  });
}

function relatedOf([, ...others]: readonly ExpenditureFact[]): Pick<Diagnostic, "related"> {
  if (others.length === 0) return {};
  return { related: others.map(({ amount, project, span }) => ({ message: `${project ? `项目“${project.name}”` : "这里"}有 ${shown(amount)}`, span })) };
}
