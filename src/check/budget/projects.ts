import { hasErrors } from "../../base/diagnostic.ts";
import { sum } from "../../base/money.ts";
import type { MapEntry, MapNode, Node } from "../../base/node.ts";
import type { ExpenditureFact, Project, Unit } from "../../model/budget.ts";
import { namesOf, PROJECT_KEYS, YES_OR_NO } from "../../model/budget-grammar.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { InputSpec, StatedValue } from "../../model/stated.ts";
import { PROJECT_AMOUNT, type Text } from "../../model/text.ts";
import { asList, asMap, asOneOf, asScalar, type Findings, fieldsOf, unreadKeys } from "../reader.ts";
import { type KnownNames, readParagraphs } from "../text.ts";
import { readInput } from "./inputs.ts";
import { readMoney } from "./money.ts";
import { figureNames } from "./names.ts";
import { shareMoney } from "./shared-money.ts";

/** Reads 项目支出: each project with its money and its 绩效目标. */
export function readProjects(
  node: Node,
  unit: Unit,
  standard: Standard,
  classification: Classification,
  findings: Findings,
): { readonly projects: Project[]; readonly facts: ExpenditureFact[]; readonly unnamed: boolean } {
  const projects: Project[] = [];
  const facts: ExpenditureFact[] = [];
  const byName = new Map<string, Project>();
  const items = asList(node, "项目支出", findings)?.items ?? [];
  for (const item of items) {
    const map = asMap(item, "项目", findings);
    const project = map && readProject(map, unit, standard, findings);
    const money = map?.entries.find((entry) => entry.key.text === "支出");
    const before = findings.diagnostics.length;
    // Money is read even where the project has no name, so that all of a file's mistakes come in one run.
    const own = money ? readMoney(money.value, "支出", { classification, nature: "项目支出", unit, ...(project && { project }), findings }) : [];
    const unreadMoney = hasErrors(findings.diagnostics.slice(before));
    if (project === undefined) continue;
    refuseRepeatedName(project, byName.get(project.name), findings);
    byName.set(project.name, project);
    projects.push(project);
    facts.push(...own);
    // Where the money itself is not all read, what its parts add up to says nothing.
    if (money === undefined || unreadMoney) continue;
    shareMoney(project, sum(own.map(({ amount }) => amount)), standard, findings);
  }
  return { projects, facts, unnamed: projects.length < items.length };
}

function refuseRepeatedName(project: Project, first: Project | undefined, findings: Findings): void {
  if (first === undefined || first.category !== project.category) return;
  findings.error("duplicate-project", `有两个项目都叫“${project.name}”`, project.span, "合并成一个项目，或者改正名称", [
    { message: "前一个在这里", span: first.span },
  ]);
}

function readProject(map: MapNode, unit: Unit, standard: Standard, findings: Findings): Project | undefined {
  const specs = [...standard.projectInputs.values()];
  const keys = specs.map(({ key }) => key);
  const fields = fieldsOf(map, namesOf(PROJECT_KEYS, keys), "项目", findings, map.entries[0]?.key.span);
  const scalar = (key: string): string | undefined => {
    const entry = fields.get(key);
    return entry && asScalar(entry.value, key, findings, `这个项目的${key.replace(/^项目/, "")}`)?.text;
  };
  const keyEntry = fields.get("重点项目");
  const isKey = keyEntry && asOneOf(keyEntry.value, "重点项目", YES_OR_NO, findings);
  const onceEntry = fields.get("一次性");
  // Only the writing of next year's file asks for it; a wrong word is a mistake nevertheless.
  if (onceEntry) asOneOf(onceEntry.value, "一次性", YES_OR_NO, findings);
  const goal = readGoal(fields.get("绩效目标")?.value, standard, findings);
  const name = scalar("项目名称");
  const nameSpan = fields.get("项目名称")?.value.span;
  const category = scalar("项目类别");
  const code = scalar("项目编码");
  const lastYearName = scalar("上年名称");
  const lastYearPlace = fields.get("上年名称")?.value.span;
  const inputs = readProjectInputs(fields, specs, figureNames(standard, [PROJECT_AMOUNT]), findings);
  if (name === undefined || nameSpan === undefined) return undefined;
  const values = {
    项目类别: category,
    项目编码: code,
    上年名称: lastYearName,
    绩效目标: goal,
    ...Object.fromEntries(specs.map(({ key }) => [key, inputs.get(key)])),
  };
  const unread = unreadKeys(fields, values);
  return {
    name,
    ...(category !== undefined && { category }),
    ...(code !== undefined && { code }),
    ...(lastYearName !== undefined && lastYearPlace && { lastYearName: { value: lastYearName, span: lastYearPlace } }),
    key: isKey === "是",
    ...(goal && { goal }),
    inputs,
    ...(unread.size > 0 && { unread }),
    unit,
    span: nameSpan,
  };
}

function readProjectInputs(
  fields: ReadonlyMap<string, MapEntry>,
  specs: readonly InputSpec[],
  names: KnownNames,
  findings: Findings,
): ReadonlyMap<string, StatedValue> {
  return new Map(
    specs.flatMap((spec) => {
      const node = fields.get(spec.key)?.value;
      const value = node && readInput(node, spec, names, findings);
      return value === undefined ? [] : [[spec.key, value] as const];
    }),
  );
}

/** A goal of several lines is one text: the forms give it one cell. */
function readGoal(node: Node | undefined, standard: Standard, findings: Findings): Text | undefined {
  const paragraphs = node && readParagraphs(node, "绩效目标", figureNames(standard, [PROJECT_AMOUNT]), findings);
  const [first] = paragraphs ?? [];
  if (paragraphs === undefined || first === undefined) return undefined;
  const runs = paragraphs.flatMap((paragraph, index) => (index === 0 ? paragraph.runs : [{ text: "\n" }, ...paragraph.runs]));
  return { runs, span: first.span };
}
