import { type ExpenditureFact, hasGoals } from "./budget.ts";
import { wordsOf } from "./stated.ts";

/** What a selection may ask of a fact; each is a word of the budget file or its 科目. */
export const SELECTION_KEYS = [
  "支出性质",
  "资金来源",
  "资金年度",
  "功能科目",
  "经济科目",
  "单位性质",
  "单位层级",
  "项目类别",
  "项目类型",
  "重点项目",
  "绩效目标",
] as const;
export type SelectionKey = (typeof SELECTION_KEYS)[number];

/** 选择: facts for which every key holds one of its values. 科目 codes match as prefixes, so 302 takes all its 款. */
export type Selection = Readonly<Partial<Record<SelectionKey, readonly string[]>>>;

export type FactTest = (fact: ExpenditureFact) => boolean;

type Attribute = (fact: ExpenditureFact) => string;

const ATTRIBUTES: Record<Exclude<SelectionKey, "功能科目" | "经济科目">, Attribute> = {
  支出性质: (fact) => fact.nature,
  资金来源: (fact) => fact.source,
  资金年度: (fact) => fact.moneyYear,
  单位性质: (fact) => fact.unit.nature,
  单位层级: (fact) => (fact.unit.subordinate ? "下属" : "本级"),
  项目类别: (fact) => fact.project?.category ?? "",
  项目类型: (fact) => (fact.project === undefined ? "" : wordsOf(fact.project.inputs.get("项目类型"))),
  重点项目: (fact) => (fact.project?.key ? "是" : "否"),
  绩效目标: (fact) => (fact.project !== undefined && hasGoals(fact.project) ? "有" : "无"),
};

function keyTest(key: SelectionKey, values: readonly string[]): FactTest {
  if (key === "功能科目") return (fact) => values.some((code) => fact.functional.startsWith(code));
  if (key === "经济科目") return (fact) => values.some((code) => fact.economic?.startsWith(code));
  const wanted = new Set(values);
  const attribute = ATTRIBUTES[key];
  return (fact) => wanted.has(attribute(fact));
}

/** Whether every fact of one selection is one of another's, as far as their words tell: 三公经费 within 财政拨款. */
export function implies(narrow: Selection, wide: Selection): boolean {
  return SELECTION_KEYS.every((key) => {
    const values = wide[key];
    if (values === undefined) return true;
    const codes = key === "功能科目" || key === "经济科目";
    return narrow[key]?.every((value) => values.some((each) => (codes ? value.startsWith(each) : value === each))) ?? false;
  });
}

/** Whether no fact can be one of both selections, as far as their words tell: 公务接待费 and 公务用车购置费. */
export function excludes(one: Selection, other: Selection): boolean {
  return SELECTION_KEYS.some((key) => {
    const [some, others] = [one[key], other[key]];
    if (some === undefined || others === undefined) return false;
    const codes = key === "功能科目" || key === "经济科目";
    return some.every((value) => others.every((each) => (codes ? !value.startsWith(each) && !each.startsWith(value) : value !== each)));
  });
}

/** A selection as a test on facts. An empty selection takes every fact. */
export function testOf(selection: Selection): FactTest {
  const tests = SELECTION_KEYS.flatMap((key) => {
    const values = selection[key];
    return values === undefined ? [] : [keyTest(key, values)];
  });
  return (fact) => tests.every((test) => test(fact));
}
