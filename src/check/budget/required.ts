import type { Span } from "../../base/span.ts";
import type { Budget, Project } from "../../model/budget.ts";
import { hintForMissing, whereOf } from "../../model/missing-input.ts";
import type { Standard } from "../../model/standard.ts";
import type { Findings } from "../reader.ts";

/** What a file states, as far as it is asked for here. */
interface Stated extends Pick<Budget, "inputs" | "projects" | "units" | "places" | "span"> {
  /** A name that is missing and was named here is not asked for again where it is used. */
  readonly unread: Set<string>;
}

const PROJECT = "项目支出/";
const UNIT = "单位/";

/** Keys of 单位 that a standard may ask for. */
const UNIT_PARTS = { 简称: "shortName", 编码: "code" } as const;

/** Inputs that the standard declares as required: each that is missing is named with its key. */
export function requireInputs(standard: Standard, stated: Stated, findings: Findings): void {
  for (const { name } of standard.required) {
    if (name.startsWith(UNIT)) requireOfUnits(name.slice(UNIT.length) as keyof typeof UNIT_PARTS, standard, stated, findings);
    else if (name.startsWith(PROJECT)) requireOfProjects(name.slice(PROJECT.length), standard, stated, findings);
    else requireInput(name, standard, stated, findings);
  }
}

function requireInput(name: string, standard: Standard, { inputs, unread, places, span }: Stated, findings: Findings): void {
  const input = standard.inputs.get(name);
  if (input === undefined || inputs.has(name) || unread.has(name)) return;
  unread.add(name);
  const place: Span = places.get(input.section) ?? span;
  findings.error("missing-input", `标准“${standard.name}”要求写“${whereOf(input)}”，文件里没有写`, place, hintForMissing(input));
}

function requireOfUnits(key: keyof typeof UNIT_PARTS, standard: Standard, { units }: Stated, findings: Findings): void {
  for (const unit of units) {
    if (unit[UNIT_PARTS[key]] !== undefined || unit.unread?.has(key)) continue;
    findings.error("missing-input", `标准“${standard.name}”要求写单位的“${key}”，“${unit.name}”没有写`, unit.span, `在它的“名称”下面补一行“${key}: …”`);
  }
}

function statedOf(project: Project, key: string): boolean {
  const own: Readonly<Record<string, unknown>> = { 绩效目标: project.goal, 项目编码: project.code, 项目类别: project.category };
  return own[key] !== undefined || project.inputs.has(key);
}

function requireOfProjects(key: string, standard: Standard, { projects }: Stated, findings: Findings): void {
  for (const project of projects) {
    if (statedOf(project, key) || project.unread?.has(key)) continue;
    findings.error("missing-input", `标准“${standard.name}”要求每个项目写“${key}”，项目“${project.name}”没有写`, project.span, `在这个项目下补一行“${key}: …”`);
  }
}
