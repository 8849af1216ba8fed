import { entryOf, type MapEntry, type MapNode, type Node, type ScalarNode } from "../../base/node.ts";
import type { ExpenditureFact, Project, Unit } from "../../model/budget.ts";
import { type KeySpec, MONEY_KEYS, namesOf, UNIT_KEYS } from "../../model/budget-grammar.ts";
import type { Classification } from "../../model/classification.ts";
import { EXPENDITURE_NATURES, type ExpenditureNature, UNIT_LEVELS, UNIT_NATURES } from "../../model/expenditure.ts";
import type { Standard } from "../../model/standard.ts";
import { asList, asMap, asOneOf, asScalar, type Findings, fieldsOf, unreadKeys } from "../reader.ts";
import { readMoney } from "./money.ts";
import { readProjects } from "./projects.ts";

export interface UnitMoney {
  readonly unit: Unit;
  readonly projects: readonly Project[];
  readonly facts: readonly ExpenditureFact[];
  /** Whether a project's name could not be read. */
  readonly unnamed: boolean;
}

/** Reads 单位: its 名称 and 性质. */
export function readUnit(node: Node, findings: Findings): Unit | undefined {
  const map = asMap(node, "单位", findings);
  return map && unitOf(map, UNIT_KEYS, "“单位”", findings);
}

function unitOf(map: MapNode, keys: readonly KeySpec[], what: string, findings: Findings): Unit | undefined {
  const fields = fieldsOf(map, namesOf(keys), what, findings);
  const nature = fields.get("性质");
  const natureWord = nature && asOneOf(nature.value, "性质", UNIT_NATURES, findings);
  const level = fields.get("级别")?.value;
  const levelWord = level && asOneOf(level, "级别", UNIT_LEVELS, findings);
  const texts = readTexts(fields, keys, findings);
  const nameText = texts.get("名称");
  const shortName = texts.get("简称")?.text.trim();
  const code = texts.get("编码")?.text.trim();
  const unread = unreadKeys(fields, { 简称: shortName, 编码: code });
  return (
    nameText &&
    natureWord && {
      name: nameText.text,
      ...(shortName !== undefined && { shortName }),
      ...(code !== undefined && { code }),
      nature: natureWord,
      ...(level && levelWord && { level: { value: levelWord, span: level.span } }),
      ...(unread.size > 0 && { unread }),
      span: nameText.span,
    }
  );
}

/** Every key under which the grammar has words; also those that no form prints must have some. */
function readTexts(fields: ReadonlyMap<string, MapEntry>, keys: readonly KeySpec[], findings: Findings): ReadonlyMap<string, ScalarNode> {
  return new Map(
    keys.flatMap(({ key, value }) => {
      const entry = value.kind === "text" ? fields.get(key) : undefined;
      const text = entry && asScalar(entry.value, key, findings, `单位的${key}`);
      return text ? [[key, text] as const] : [];
    }),
  );
}

/** Reads the money of one unit: everything under 基本支出, 项目支出 and the other natures. */
export function readUnitMoney(map: MapNode, unit: Unit, standard: Standard, classification: Classification, findings: Findings): UnitMoney {
  const projects: Project[] = [];
  const facts: ExpenditureFact[] = [];
  let unnamed = false;
  for (const nature of EXPENDITURE_NATURES) {
    const value = entryOf(map, nature)?.value;
    if (value === undefined) continue;
    if (nature === "项目支出") {
      const read = readProjects(value, unit, standard, classification, findings);
      projects.push(...read.projects);
      facts.push(...read.facts);
      unnamed = read.unnamed;
    } else {
      facts.push(...readNature(value, nature, unit, classification, findings));
    }
  }
  return { unit, projects, facts, unnamed };
}

function readNature(value: Node, nature: ExpenditureNature, unit: Unit, classification: Classification, findings: Findings): ExpenditureFact[] {
  return readMoney(value, nature, { classification, nature, unit, findings });
}

/** Reads 下属单位: each with its own 名称, 性质 and money. */
export function readSubordinateUnits(node: Node, department: Unit, standard: Standard, classification: Classification, findings: Findings): UnitMoney[] {
  const list = asList(node, "下属单位", findings);
  const names = new Map<string, Unit>([[department.name, department]]);
  return (list?.items ?? []).flatMap((item) => {
    const map = asMap(item, "下属单位", findings);
    const read = map && unitOf(map, [...UNIT_KEYS, ...MONEY_KEYS], "下属单位", findings);
    const unit = read && { ...read, subordinate: true as const };
    const first = unit && names.get(unit.name);
    if (unit && first)
      findings.error("duplicate-unit", `有两个单位都叫“${unit.name}”`, unit.span, "合并成一个，或者改正名称", [{ message: "前一个在这里", span: first.span }]);
    if (unit) names.set(unit.name, unit);
    return map && unit ? [readUnitMoney(map, unit, standard, classification, findings)] : [];
  });
}
