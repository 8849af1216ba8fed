import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { type Money, sum } from "../../base/money.ts";
import type { ProcurementRule } from "../../model/accounts.ts";
import type { Budget } from "../../model/budget.ts";
import { type Item, wordsOf } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { isUnder, spentFacts, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** 政府采购 against the money that it could be paid from: of the whole budget, else of each project that the 明细 names. */
export function reconcileProcurementMoney({ budget, derived, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.procurement;
  const procured = rule && derived.figures.get(rule.total)?.amount;
  if (rule === undefined || procured === undefined || procured.isZero()) return [];
  const payable = totalOf(spentFacts(budget).filter((fact) => !isUnder(fact, rule.notFrom)));
  if (procured.greaterThan(payable)) {
    const message = `政府采购 ${shown(procured)}，超过能用来采购的支出 ${shown(payable)}`;
    const hint = "能用来采购的是人员经费以外的支出；核对采购的数和支出的科目";
    return [warning("procurement-exceeds", message, budget.places.get("政府采购") ?? budget.span, { hint })];
  }
  return ofProjects(budget, rule);
}

function ofProjects(budget: Budget, rule: ProcurementRule): Diagnostic[] {
  const stated = budget.inputs.get(rule.details);
  const items = stated?.kind === "items" ? stated.items : [];
  return budget.projects.flatMap((project) => {
    const own = items.filter((item) => wordsOf(item.fields.get(rule.project)) === project.name);
    const [first] = own;
    // Projects of one name in several units are not told apart by the 明细.
    const facts = budget.facts.filter((fact) => fact.project?.name === project.name);
    const procured = sum(own.map((item) => amountOf(item, rule.amount)));
    if (first === undefined || procured.lessThanOrEqualTo(totalOf(facts))) return [];
    const message = `项目“${project.name}”的采购合计 ${shown(procured)}，超过项目金额 ${shown(totalOf(facts))}`;
    const place = first.fields.get(rule.project)?.span ?? first.span;
    const related = [{ message: `项目在这里，共 ${shown(totalOf(facts))}`, span: project.span }];
    return [warning("procurement-exceeds", message, place, { hint: "核对数量、单价和项目金额；由几个项目出钱的采购，分开写", related })];
  });
}

function amountOf(item: Item, field: string): Money {
  const value = item.fields.get(field);
  return value?.kind === "amount" ? value.amount : sum([]);
}
