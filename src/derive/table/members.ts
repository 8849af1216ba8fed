import type { Budget, ExpenditureFact, Project, Unit } from "../../model/budget.ts";
import { type CategoryLevel, type Classification, codeAt, levelOf, nameOf } from "../../model/classification.ts";
import { EXPENDITURE_NATURES, FUND_SOURCE_GROUPS, FUND_SOURCES } from "../../model/expenditure.ts";
import type { CategoryAxis } from "../../model/standard.ts";
import { wordsOf } from "../../model/stated.ts";
import type { AxisRowSpec, RowAttribute } from "../../model/table.ts";
import type { Text } from "../../model/text.ts";

/** What a row is about, as its text columns print it. */
export type Attributes = Readonly<Partial<Record<RowAttribute, string>>>;

/** One member of an axis: a row's attributes and which facts are its. */
export interface Member {
  readonly attributes: Attributes;
  readonly facts: readonly ExpenditureFact[];
  readonly category?: { readonly axis: CategoryAxis; readonly code: string };
  readonly level?: CategoryLevel;
  readonly project?: Project;
}

/** What members are worded with. */
export interface MemberContext {
  readonly budget: Budget;
  readonly classification: Classification;
  /** Prints a project's own text, in which 【项目金额】 is that project's. */
  readonly printText: (text: Text, facts: readonly ExpenditureFact[]) => string;
}

/** The members of an axis that facts fall into, in their order, at one level of a 科目 axis. */
export function membersOf(spec: AxisRowSpec, levelIndex: number, facts: readonly ExpenditureFact[], context: MemberContext, within = ""): Member[] {
  const { budget } = context;
  switch (spec.axis) {
    case "功能科目":
    case "经济科目":
      return categoryMembers(spec, spec.axis, levelIndex, facts, context, within);
    case "单位":
      return group(
        chosen(
          withOthers(budget.units, facts, (fact) => fact.unit),
          spec,
          ({ name }) => name,
        ),
        (fact) => fact.unit,
        facts,
        spec,
        (unit, own) => ({ attributes: unitAttributes(unit), facts: own }),
      );
    case "项目":
      return group(
        chosen(
          withOthers(budget.projects, facts, (fact) => fact.project),
          spec,
          ({ name }) => name,
        ),
        (fact) => fact.project,
        facts,
        spec,
        (project, own) => ({
          attributes: projectAttributes(project, own, context),
          facts: own,
          project,
        }),
      );
    case "一级项目":
      return group(
        chosen(parentsOf(withOthers(budget.projects, facts, (fact) => fact.project)), spec, (name) => name),
        (fact) => fact.project && parentOf(fact.project),
        facts,
        spec,
        wordMember(spec),
      );
    case "支出性质":
      return group(
        chosen<string>(EXPENDITURE_NATURES, spec, (word) => word),
        (fact) => fact.nature,
        facts,
        spec,
        wordMember(spec),
      );
    case "资金来源":
      return sourceMembers(spec, facts);
  }
}

/** This year's units or projects, and behind them those that only last year's money has. */
function withOthers<Key>(own: readonly Key[], facts: readonly ExpenditureFact[], keyOf: (fact: ExpenditureFact) => Key | undefined): readonly Key[] {
  return [...new Set([...own, ...facts.flatMap((fact) => keyOf(fact) ?? [])])];
}

/** Exactly the members that a standard lists, in its order, or all. */
function chosen<Key>(all: readonly Key[], { only }: AxisRowSpec, nameOf: (key: Key) => string): readonly Key[] {
  return only === undefined ? all : only.flatMap((name) => all.filter((key) => nameOf(key) === name));
}

function wordMember(spec: AxisRowSpec): (word: string, facts: readonly ExpenditureFact[]) => Member {
  return (word, facts) => ({ attributes: { 名称: spec.labels.get(word) ?? word }, facts });
}

/** A listed group such as 财政拨款 is one member with the facts of all its sources. */
function sourceMembers(spec: AxisRowSpec, facts: readonly ExpenditureFact[]): Member[] {
  const member = wordMember(spec);
  if (spec.only === undefined) return group<string>(FUND_SOURCES, (fact) => fact.source, facts, spec, member);
  return spec.only.map((word) => {
    const sources: readonly string[] = FUND_SOURCE_GROUPS[word] ?? [word];
    return member(
      word,
      facts.filter(({ source }) => sources.includes(source)),
    );
  });
}

function group<Key>(
  order: readonly Key[],
  keyOf: (fact: ExpenditureFact) => Key | undefined,
  facts: readonly ExpenditureFact[],
  { only }: Pick<AxisRowSpec, "only">,
  memberOf: (key: Key, facts: readonly ExpenditureFact[]) => Member,
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
    const own = byKey.get(key) ?? (only === undefined ? undefined : []);
    return own === undefined ? [] : [memberOf(key, own)];
  });
}

function categoryMembers(
  spec: AxisRowSpec,
  axis: CategoryAxis,
  levelIndex: number,
  facts: readonly ExpenditureFact[],
  context: MemberContext,
  within: string,
): Member[] {
  const level = spec.levels[levelIndex] ?? "项";
  const codeOf = (fact: ExpenditureFact): string | undefined => {
    const code = axis === "功能科目" ? fact.functional : fact.economic;
    return code === undefined ? undefined : codeAt(code, level);
  };
  const member = (code: string, own: readonly ExpenditureFact[]): Member => {
    const name = spec.labels.get(code) ?? nameOf(code, axis, context.classification);
    return { attributes: categoryAttributes(code, name), facts: own, category: { axis, code }, level };
  };
  // Of several levels each takes the codes of its own, below the row at hand; a level without any takes what has money.
  const listed = spec.only?.filter((code) => levelNamed(code, spec.axis) === level && code.startsWith(within)) ?? [];
  if (spec.only?.some((code) => levelNamed(code, spec.axis) === level)) {
    return listed.map((code) =>
      member(
        code,
        facts.filter((fact) => codeOf(fact) === code),
      ),
    );
  }
  const codes = [...new Set(facts.flatMap((fact) => codeOf(fact) ?? []))].sort();
  return group(codes, codeOf, facts, {}, member);
}

function levelNamed(code: string, axis: AxisRowSpec["axis"]): CategoryLevel | undefined {
  return axis === "经济科目" && code.length > 3 ? "款" : levelOf(code);
}

/** A code whole, and in the parts that forms with 类, 款 and 项 columns print. */
function categoryAttributes(code: string, name: string): Attributes {
  return { 名称: name, 编码: code, 编码名称: `[${code}]${name}`, 类编码: code.slice(0, 3), 款编码: code.slice(3, 5), 项编码: code.slice(5, 7) };
}

function unitAttributes(unit: Unit): Attributes {
  return { 名称: unit.name, 编码: unit.code ?? "" };
}

/** 一级项目 of a project; one without is its own. */
export function parentOf({ name, inputs }: Project): string {
  return wordsOf(inputs.get("一级项目")) || name;
}

function parentsOf(projects: readonly Project[]): string[] {
  return [...new Set(projects.map(parentOf))];
}

function projectAttributes(project: Project, facts: readonly ExpenditureFact[], context: MemberContext): Attributes {
  const category = project.category ?? "";
  return {
    名称: project.name,
    编码: project.code ?? "",
    项目编码: project.code ?? "",
    项目类别: category,
    名称类别: category === "" ? project.name : `${project.name}（${category}）`,
    一级项目: parentOf(project),
    单位名称: project.unit.name,
    单位编码: project.unit.code ?? "",
    绩效目标: project.goal === undefined ? "" : context.printText(project.goal, facts),
  };
}
