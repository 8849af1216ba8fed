import { type Diagnostic, error, note, warning } from "../../base/diagnostic.ts";
import type { ProjectRule } from "../../model/accounts.ts";
import type { Project } from "../../model/budget.ts";
import { wordsOf } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";

/** 起始年度 and 终止年度: in order, around this year, and more than one year where the project is said to go on. */
export function reconcileProjectYears({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.project;
  return rule === undefined ? [] : budget.projects.flatMap((project) => ofProject(project, budget.year, rule));
}

function ofProject(project: Project, year: number, rule: ProjectRule): Diagnostic[] {
  const first = yearOf(project, rule.firstYear);
  const last = yearOf(project, rule.lastYear);
  const name = `项目“${project.name}”`;
  const place = project.inputs.get(rule.lastYear)?.span ?? project.inputs.get(rule.firstYear)?.span;
  if (first !== undefined && last !== undefined && first > last)
    return [error("project-years", `${name}的${rule.firstYear} ${first} 在${rule.lastYear} ${last} 之后`, place, { hint: "改正写错的年份" })];
  if ((first !== undefined && first > year) || (last !== undefined && last < year)) {
    const years = [first ?? "", last ?? ""].join("—");
    return [warning("project-years", `${name}的年度是 ${years}，不包括 ${year} 年，${year} 年却安排了支出`, place, { hint: "核对起止年度" })];
  }
  const lasting = [...rule.lasting].flatMap(([key, words]) => words.filter((word) => wordsOf(project.inputs.get(key)) === word));
  const [word] = lasting;
  if (word === undefined || first !== last || first === undefined) return [];
  return [
    note("project-years", `${name}写的是${word}，却在 ${first} 年当年起、当年止；起止年度对不对？`, place, { hint: "核对起止年度；按年度申报的，不用改" }),
  ];
}

/** 2023, 2023年, 2023年1月; nothing where the words begin with no year. */
function yearOf(project: Project, key: string): number | undefined {
  const digits = /^(\d{4})(?!\d)/.exec(wordsOf(project.inputs.get(key)).trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
