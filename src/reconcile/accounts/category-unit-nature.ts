import type { Diagnostic } from "../../base/diagnostic.ts";
import { isAmong, type UnitNatureRule } from "../../model/accounts.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";
import { grouped, spentFacts } from "./money.ts";
import { REPORT } from "./severity.ts";

/** 行政 and 事业 科目 against the unit's 性质: each unit and 科目 is told once. */
export function reconcileUnitNatures({ budget, standard, classification }: Reconciled): Diagnostic[] {
  const own = spentFacts(budget).filter(({ nature }) => nature === "基本支出" || nature === "项目支出");
  return grouped(own, ({ unit, functional }) => `${unit.name}|${functional}`).flatMap(([fact]) => {
    if (fact === undefined) return [];
    const name = nameOf(fact.functional, "功能科目", classification);
    const rule = standard.accounts.unitNatures.find((each) => isAmong({ code: fact.functional, name }, each));
    return rule === undefined || rule.units.includes(fact.unit.nature) ? [] : [told(fact, name, rule)];
  });
}

function told({ functional, functionalSpan, unit }: ExpenditureFact, name: string, { units, instead, severity }: UnitNatureRule): Diagnostic {
  const message = `科目 ${functional} ${name} 是${units.join("、")}用的，“${unit.name}”是${unit.nature}`;
  const asked = severity === "note" ? `${message}；是不是应当用“${instead}”？` : message;
  const civil = unit.nature === "事业单位" && units.includes("参公事业单位") ? "；参照公务员法管理的，把“性质”写成“参公事业单位”" : "";
  return REPORT[severity]("category-unit-nature", asked, functionalSpan, {
    hint: `换成“${instead}”${civil}`,
    related: [{ message: `单位的性质写的是${unit.nature}`, span: unit.span }],
  });
}
