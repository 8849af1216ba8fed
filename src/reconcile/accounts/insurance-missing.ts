import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { CompanionRule } from "../../model/accounts.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";
import { grouped, isUnder, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/**
 * Wages without what goes with them, unit by unit. Where all of it lacks, the bureau may pay it for the unit: then the rule asks.
 * A 科目 that stands with 0 is stated, and not missing.
 */
export function reconcileCompanions({ budget, standard, classification }: Reconciled): Diagnostic[] {
  const units = grouped(budget.facts, ({ unit }) => unit.name);
  return standard.accounts.companions.flatMap((rule) =>
    units.flatMap((facts) => {
      const paid = facts.filter((fact) => fact.nature === "基本支出" && isUnder(fact, [rule.code]));
      const missing = rule.with.filter((code) => !facts.some((fact) => isUnder(fact, [code])));
      if (missing.length === 0 || totalOf(paid).lessThan(rule.from)) return [];
      const named = missing.map((code) => `${code} ${nameOf(code, "经济科目", classification)}`).join("、");
      return told(paid, rule, nameOf(rule.code, "经济科目", classification), missing, named);
    }),
  );
}

function told(paid: readonly ExpenditureFact[], { code, with: all }: CompanionRule, name: string, missing: readonly string[], named: string): Diagnostic[] {
  const [first] = paid;
  if (first === undefined) return [];
  const report = missing.length === all.length ? note : warning;
  const message = `“${first.unit.name}”有 ${code} ${name} ${shown(totalOf(paid))}，没有 ${named}；是不是漏了？`;
  return [report("insurance-missing", message, first.span, { hint: "补上漏写的科目；由别的单位或者财政统一缴纳的，不用补" })];
}
