import type { Diagnostic } from "../../base/diagnostic.ts";
import type { PairRule } from "../../model/accounts.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";
import { spentFacts } from "./money.ts";
import { REPORT } from "./severity.ts";

/** 功能科目 and 经济科目 that go together: 住房公积金 is 住房公积金 in both. Only 基本支出, where the pairs are fixed. */
export function reconcilePairs({ budget, standard, classification }: Reconciled): Diagnostic[] {
  const { pairs } = standard.accounts;
  return spentFacts(budget).flatMap((fact) => {
    const { functional, economic, nature, span } = fact;
    if (nature !== "基本支出" || economic === undefined) return [];
    const broken = pairs.filter((pair) => isBroken(pair, fact));
    const rule = broken.find(({ of }) => of === "功能科目") ?? broken[0];
    if (rule === undefined) return [];
    const bound = `${rule.of === "功能科目" ? functional : economic} ${nameOf(rule.code, rule.of, classification)}`;
    const other = rule.of === "功能科目" ? "经济科目" : "功能科目";
    const code = rule.of === "功能科目" ? economic : functional;
    const wanted = rule.with.map((each) => `${each} ${nameOf(each, other, classification)}`).join("、");
    const message = `${rule.of} ${bound} 一般配${other} ${wanted}，这里配的是 ${code} ${nameOf(code, other, classification)}`;
    return [REPORT[rule.severity]("category-pair", message, span, { hint: "核对两个科目，改正其中一个" })];
  });
}

function isBroken({ of, code, with: others }: PairRule, { functional, economic = "" }: ExpenditureFact): boolean {
  const [bound, other] = of === "功能科目" ? [functional, economic] : [economic, functional];
  return bound.startsWith(code) && !others.some((each) => other.startsWith(each));
}
