import fc from "fast-check";
import { EXPENDITURE_NATURES, type ExpenditureNature, FUND_SOURCES, type FundSource, type MoneyYear, type UnitNature } from "../../src/model/expenditure.ts";
import { categoriesOf } from "./categories.ts";

/** A budget as plain data, amounts in whole 分: what the oracle reads, and what is made into a Budget or a file. */
export interface PlainBudget {
  readonly year: number;
  readonly standard: StandardName;
  readonly units: readonly PlainUnit[];
  readonly projects: readonly PlainProject[];
  readonly facts: readonly PlainFact[];
}

export type StandardName = "清远" | "清远县区" | "四平" | "随州";

export interface PlainUnit {
  readonly name: string;
  readonly nature: UnitNature;
}

export interface PlainProject {
  readonly name: string;
  readonly category?: string;
  readonly key: boolean;
  /** Whether it has a 绩效目标, which names 【项目金额】. */
  readonly goal: boolean;
  /** Index of its unit. */
  readonly unit: number;
}

export interface PlainFact {
  readonly functional: string;
  readonly economic?: string;
  readonly nature: ExpenditureNature;
  /** Index of its project. */
  readonly project?: number;
  readonly source: FundSource;
  readonly moneyYear: MoneyYear;
  /** Index of its unit. */
  readonly unit: number;
  readonly fen: bigint;
}

export const YEARS = [2023, 2024, 2025] as const;

/** 三公 and 行政经费 live on few of the codes, so these are drawn more often than the rest. */
const FIGURE_CODES = ["30212", "31013", "30913", "30231", "30217", "30201", "30299", "31002", "30307"];

const WITHOUT_ECONOMIC: readonly ExpenditureNature[] = ["对附属单位补助支出", "上缴上级支出", "结转下年"];

/** 分, from 0 to 10^9 元, often on an edge of rounding to 0.01 万元 (100 元). */
export const fen: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt(0n, 100_000_000_000n) },
  { weight: 3, arbitrary: fc.bigInt(0n, 3_000_000n) },
  { weight: 2, arbitrary: fc.bigInt(0n, 2_000n).map((halves) => halves * 5_000n) },
  { weight: 2, arbitrary: fc.constantFrom(0n, 1n, 4_999n, 5_000n, 5_001n, 9_999n, 14_999n, 15_000n, 995_000n, 99_995_000n, 100_000_000_000n) },
);

interface RawFact {
  readonly functional: number;
  readonly neighbour: number;
  readonly economic: number;
  readonly figureCode: number | undefined;
  readonly nature: ExpenditureNature;
  readonly project: number;
  readonly source: FundSource;
  readonly moneyYear: MoneyYear;
  readonly unit: number;
  readonly fen: bigint;
}

const unitNature = fc.constantFrom<UnitNature>("行政单位", "参公事业单位", "事业单位");

const rawFact: fc.Arbitrary<RawFact> = fc.record({
  functional: fc.nat(4),
  neighbour: fc.nat(2),
  economic: fc.nat(200),
  figureCode: fc.option(fc.nat(FIGURE_CODES.length - 1), { nil: undefined, freq: 2 }),
  nature: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<ExpenditureNature>("基本支出", "项目支出") },
    { weight: 1, arbitrary: fc.constantFrom(...EXPENDITURE_NATURES) },
  ),
  project: fc.nat(5),
  source: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<FundSource>("一般公共预算", "政府性基金预算", "国有资本经营预算") },
    { weight: 3, arbitrary: fc.constantFrom(...FUND_SOURCES) },
  ),
  moneyYear: fc.constantFrom<MoneyYear>("本年", "上年结转"),
  unit: fc.nat(3),
  fen,
});

const raw = fc.record({
  year: fc.constantFrom(...YEARS),
  units: fc.array(unitNature, { minLength: 1, maxLength: 4 }),
  projects: fc.array(fc.record({ unit: fc.nat(3), key: fc.boolean(), goal: fc.boolean(), category: fc.boolean() }), { maxLength: 4 }),
  /** Places in the list of 项; neighbours of them share 款 and 类. */
  functional: fc.array(fc.nat(2_000), { minLength: 1, maxLength: 5 }),
  facts: fc.array(rawFact, { minLength: 1, maxLength: 24 }),
});

type Raw = typeof raw extends fc.Arbitrary<infer Value> ? Value : never;

/** Random budgets at the finest grain, of facts that the tables of a standard have a place for. */
export function budgets(standard: StandardName): fc.Arbitrary<PlainBudget> {
  return raw.map((value) => budgetOf(value, standard));
}

function budgetOf(value: Raw, standard: StandardName): PlainBudget {
  const units = value.units.map((nature, index) => ({ name: index === 0 ? "测试市某局" : `测试市某局下属${index}`, nature }));
  const all = value.projects.map(
    ({ category, ...rest }, index): PlainProject => ({
      ...rest,
      // A 重点项目 is published with its goal.
      goal: rest.goal || rest.key,
      name: `项目${index + 1}`,
      ...(category && { category: "运转类" }),
      unit: rest.unit % units.length,
    }),
  );
  const facts = onePerGrain(value.facts.map((fact) => factOf(fact, value, units.length, all, standard)));
  // A project without money has no row anywhere, and no file can state it.
  const used = all.map((_, index) => index).filter((index) => facts.some(({ project }) => project === index));
  // A file lists its projects unit by unit.
  used.sort((a, b) => (all[a]?.unit ?? 0) - (all[b]?.unit ?? 0) || a - b);
  return {
    year: value.year,
    standard,
    units,
    projects: used.flatMap((index) => all[index] ?? []),
    facts: facts.map(({ project, ...fact }) => (project === undefined ? fact : { ...fact, project: used.indexOf(project) })),
  };
}

function factOf(fact: RawFact, { year, functional }: Raw, unitCount: number, projects: readonly PlainProject[], standard: StandardName): PlainFact {
  const { items: codes, economicItems: economics } = categoriesOf(year);
  const at = (functional[fact.functional % functional.length] ?? 0) + fact.neighbour;
  const code = codes[at % codes.length] ?? "";
  const index = fact.project % Math.max(1, projects.length);
  const project = projects[index];
  const nature = fact.nature === "项目支出" && project === undefined ? "基本支出" : fact.nature;
  const economic = fact.figureCode === undefined ? economics[fact.economic % economics.length] : FIGURE_CODES[fact.figureCode];
  // Under one 功能科目 a file either goes on to 经济科目 or does not.
  const plain = WITHOUT_ECONOMIC.includes(nature) && Number(code) % 2 === 0;
  return placed(standard, {
    functional: code,
    ...(!plain && economic !== undefined && { economic }),
    nature,
    ...(nature === "项目支出" && { project: index }),
    source: fact.source,
    moneyYear: fact.moneyYear,
    unit: nature === "项目支出" ? (project?.unit ?? 0) : fact.unit % unitCount,
    fen: fact.fen,
  });
}

const APPROPRIATIONS: readonly FundSource[] = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

/** 类 of 经济科目 that 人员经费 and 公用经费 of a form hold together. */
const BASIC_CLASSES: Readonly<Record<"四平" | "随州", readonly string[]>> = {
  四平: ["301", "302", "303", "307", "310", "399"],
  随州: ["301", "302", "303", "310"],
};

/** A fact such as the tables of a standard have a place for: what a form does not foresee no file can state. */
function placed(standard: StandardName, fact: PlainFact): PlainFact {
  if (standard === "清远") return fact;
  if (standard === "清远县区") return fact.nature === "基本支出" && fact.source === "国有资本经营预算" ? { ...fact, source: "一般公共预算" } : fact;
  const usual = ["基本支出", "项目支出", "结转下年"].includes(fact.nature);
  const source = !usual && APPROPRIATIONS.includes(fact.source) && fact.moneyYear === "本年" ? "事业收入" : fact.source;
  const outside = fact.nature === "基本支出" && !BASIC_CLASSES[standard].some((code) => fact.economic?.startsWith(code));
  return {
    ...fact,
    source,
    ...(outside && { economic: "30299" }),
    // 随州 has no 外交支出, and counts what was saved in earlier years as 上年结转.
    ...(standard === "随州" && fact.functional.startsWith("202") && { functional: "2010301", economic: outside ? "30299" : (fact.economic ?? "30299") }),
    ...(standard === "随州" && source === "用事业基金弥补收支差额" && { moneyYear: "上年结转" as const }),
  };
}

function onePerGrain(facts: readonly PlainFact[]): PlainFact[] {
  const seen = new Set<string>();
  return facts.filter(({ fen: _, ...grain }) => {
    const key = Object.values(grain).join("|");
    return !seen.has(key) && seen.add(key);
  });
}
