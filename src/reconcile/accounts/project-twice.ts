import { distance } from "fastest-levenshtein";
import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { ExpenditureFact, Project } from "../../model/budget.ts";
import type { Reconciled } from "../reconciled.ts";
import { spentFacts, totalOf } from "./money.ts";
import { moneyOf } from "./projects.ts";
import { shown } from "./shown.ts";

/** Two projects of a unit with near names and the same money in the same 科目: perhaps one, written twice. */
export function reconcileRepeatedProjects({ budget }: Reconciled): Diagnostic[] {
  const seen = new Map<string, Project[]>();
  return [...moneyOf({ facts: spentFacts(budget) })].flatMap(([project, facts]) => {
    const key = fingerprint(project, facts);
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, project]);
    const twin = before.find(({ name }) => areNear(name, project.name));
    return twin === undefined ? [] : [told(project, twin, facts)];
  });
}

function told(project: Project, before: Project, facts: readonly ExpenditureFact[]): Diagnostic {
  const message = `项目“${project.name}”和“${before.name}”名称相近，金额同是 ${shown(totalOf(facts))}；是不是同一个项目写了两次？`;
  return note("project-twice", message, project.span, {
    hint: "是同一个项目就删掉一个；确是两个项目的，不用改",
    related: [{ message: "前一个在这里", span: before.span }],
  });
}

function fingerprint({ unit }: Project, facts: readonly ExpenditureFact[]): string {
  return [unit.name, totalOf(facts).toFixed(), ...facts.map(({ economic = "" }) => economic).sort()].join("|");
}

/** Names of some length that differ in a character or two; those that differ in what tells things apart, 一期 and 二期, are two. */
function areNear(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || distance(one, other) > 2) return false;
  return one === other || withoutMarks(one) !== withoutMarks(other);
}

function withoutMarks(name: string): string {
  return name.replace(/[\d一二三四五六七八九十甲乙丙丁东南西北上下前后A-Za-z]/g, "");
}
