import type { Budget, ExpenditureFact, Project, Unit } from "../../model/budget.ts";
import { type Classification, codeAt } from "../../model/classification.ts";
import { EXPENDITURE_NATURES, FUND_SOURCES } from "../../model/expenditure.ts";
import type { AxisRowSpec, RowAttribute } from "../../model/table.ts";
import type { Text } from "../../model/text.ts";

/** What a row is about, as its text columns print it. */
export type Attributes = Readonly<Partial<Record<RowAttribute, string>>>;

/** One member of an axis: a row's attributes and which facts are its. */
export interface Member {
  readonly attributes: Attributes;
  readonly facts: readonly ExpenditureFact[];
}

/** What members are worded with. */
export interface MemberContext {
  readonly budget: Budget;
  readonly classification: Classification;
  /** Prints a project's own text, in which 【项目金额】 is that project's. */
  readonly printText: (text: Text, facts: readonly ExpenditureFact[]) => string;
}

/** The members of an axis that facts fall into, in their order, at one level of a 科目 axis. */
export function membersOf(spec: AxisRowSpec, levelIndex: number, facts: readonly ExpenditureFact[], context: MemberContext): Member[] {
  if (spec.axis === "功能科目" || spec.axis === "经济科目") return categoryMembers(spec, levelIndex, facts, context);
  if (spec.axis === "单位") return group(context.budget.units, (fact) => fact.unit, facts, unitAttributes);
  if (spec.axis === "项目") {
    return group(
      context.budget.projects,
      (fact) => fact.project,
      facts,
      (project, own) => projectAttributes(project, own, context),
    );
  }
  const order: readonly string[] = spec.axis === "支出性质" ? EXPENDITURE_NATURES : FUND_SOURCES;
  const wordOf = (fact: ExpenditureFact): string => (spec.axis === "支出性质" ? fact.nature : fact.source);
  return group(order, wordOf, facts, (word) => ({ 名称: spec.labels.get(word) ?? word }));
}

function group<Key>(
  order: readonly Key[],
  keyOf: (fact: ExpenditureFact) => Key | undefined,
  facts: readonly ExpenditureFact[],
  attributesOf: (key: Key, facts: readonly ExpenditureFact[]) => Attributes,
): Member[] {
  const byKey = new Map<Key, ExpenditureFact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === undefined) continue;
    const own = byKey.get(key);
    if (own) own.push(fact);
    else byKey.set(key, [fact]);
  }
  return order.flatMap((key) => {
    const own = byKey.get(key);
    return own === undefined ? [] : [{ attributes: attributesOf(key, own), facts: own }];
  });
}

function categoryMembers(spec: AxisRowSpec, levelIndex: number, facts: readonly ExpenditureFact[], context: MemberContext): Member[] {
  const level = spec.levels[levelIndex] ?? "项";
  const categories = spec.axis === "功能科目" ? context.classification.functional : context.classification.economic;
  const codeOf = (fact: ExpenditureFact): string | undefined => {
    const code = spec.axis === "功能科目" ? fact.functional : fact.economic;
    return code === undefined ? undefined : codeAt(code, level);
  };
  const attributes = (code: string): Attributes => {
    const name = spec.labels.get(code) ?? categories.get(code)?.name ?? "";
    return { 名称: name, 编码: code, 编码名称: `[${code}]${name}` };
  };
  if (spec.only !== undefined) {
    return spec.only.map((code) => ({ attributes: attributes(code), facts: facts.filter((fact) => codeOf(fact) === code) }));
  }
  const codes = [...new Set(facts.flatMap((fact) => codeOf(fact) ?? []))].sort();
  return group(codes, codeOf, facts, attributes);
}

function unitAttributes(unit: Unit): Attributes {
  return { 名称: unit.name, 单位名称: unit.name };
}

function projectAttributes(project: Project, facts: readonly ExpenditureFact[], context: MemberContext): Attributes {
  const category = project.category ?? "";
  return {
    名称: project.name,
    项目类别: category,
    名称类别: category === "" ? project.name : `${project.name}（${category}）`,
    单位名称: project.unit.name,
    绩效目标: project.goal === undefined ? "" : context.printText(project.goal, facts),
  };
}
