import type { PlainBudget, PlainFact } from "../arbitrary/budget.ts";
import { categoriesOf, LISTED_CLASSES, type Names } from "../arbitrary/categories.ts";

/*
 * What the 清远 forms print, worked out a second time: whole 分 in BigInt, selections and labels written
 * out here from the published forms. Nothing of this reads the project's sources or templates.
 */

export type Test = (fact: PlainFact) => boolean;

export const sumOf = (facts: readonly PlainFact[]): bigint => facts.reduce((total, { fen }) => total + fen, 0n);

/** Whole 分 as whole hundredths of 万元 (100 元), half up; no budget has negative amounts. */
export const hundredths = (fen: bigint): bigint => (fen + 5_000n) / 10_000n;

const grouped = (whole: bigint): string => {
  const digits = String(whole);
  const first = digits.length % 3 || 3;
  const rest = digits.slice(first).match(/\d{3}/g) ?? [];
  return [digits.slice(0, first), ...rest].join(",");
};

/** Hundredths as 1,234.50, the style of the tables. */
export const printed = (value: bigint): string => `${grouped(value / 100n)}.${String(value % 100n).padStart(2, "0")}`;

/** Hundredths as 1,234.5, the style of the sentences. */
export const trimmed = (value: bigint): string =>
  printed(value)
    .replace(/\.00$/, "")
    .replace(/(\.\d)0$/, "$1");

const source =
  (...names: string[]): Test =>
  (fact) =>
    names.includes(fact.source);
const nature =
  (...names: string[]): Test =>
  (fact) =>
    names.includes(fact.nature);
const both =
  (...tests: Test[]): Test =>
  (fact) =>
    tests.every((test) => test(fact));
const all: Test = () => true;

const APPROPRIATION = source("一般公共预算", "政府性基金预算", "国有资本经营预算");
const SPECIAL_ACCOUNT = source("教育收费", "其他专户收入");
const OWN_MONEY = source("事业收入", "事业单位经营收入", "其他收入", "上级补助收入", "附属单位上缴收入", "用事业基金弥补收支差额");
/** What is kept for the next year is no expenditure of this one. */
const IN_YEAR: Test = (fact) => fact.nature !== "结转下年";
const SOURCES =
  "一般公共预算 政府性基金预算 国有资本经营预算 教育收费 其他专户收入 事业收入 事业单位经营收入 其他收入 上级补助收入 附属单位上缴收入 用事业基金弥补收支差额";
const NATURES = "基本支出 项目支出 事业单位经营支出 对附属单位补助支出 上缴上级支出 结转下年";

const OPERATING_CODES = (
  "30201 30202 30205 30206 30207 30208 30209 30211 30212 30213 30214 30215 30216 30217 30218 30224 30229 30231 30239 " + "30307 31002 31003 31007 31013 31019"
).split(" ");

const economic =
  (...codes: string[]): Test =>
  (fact) =>
    fact.economic !== undefined && codes.includes(fact.economic);

/** Figures that sentences name, as tests of facts; those of 机关运行经费 need the units' natures. */
export function figureTest(name: string, { units }: PlainBudget): Test {
  const tests: Record<string, Test> = {
    收入总计: all,
    支出总计: all,
    "因公出国（境）费": both(APPROPRIATION, economic("30212")),
    公务用车购置费: both(APPROPRIATION, economic("31013", "30913")),
    公务用车运行维护费: both(APPROPRIATION, economic("30231")),
    公务用车购置及运行维护费: both(APPROPRIATION, economic("31013", "30913", "30231")),
    公务接待费: both(APPROPRIATION, economic("30217")),
    三公经费: both(APPROPRIATION, economic("30212", "31013", "30913", "30231", "30217")),
    机关运行经费: both(APPROPRIATION, economic(...OPERATING_CODES), (fact) => units[fact.unit]?.nature !== "事业单位"),
  };
  const test = tests[name];
  if (test === undefined) throw new Error(`no such figure: ${name}`);
  return test;
}

const NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六".split(" ");

type Rows = readonly (readonly string[])[];

/** The rows of every table by its file's name, as the texts of their cells. */
export function expectedTables(budget: PlainBudget): ReadonlyMap<string, Rows> {
  return new Map<string, Rows>([
    ["01", incomeAndExpenditure(budget)],
    [
      "02",
      byFunction(
        budget.facts,
        budget,
        SOURCES.split(" ").map((name) => source(name)),
        true,
      ),
    ],
    [
      "03",
      byFunction(
        budget.facts,
        budget,
        NATURES.split(" ").map((name) => nature(name)),
        true,
      ),
    ],
    ["04", appropriations(budget)],
    ["05", glued(byFunction(budget.facts.filter(both(source("一般公共预算"), IN_YEAR)), budget, OF_WHICH, false))],
    ["06", byEconomics(budget, "基本支出")],
    ["07", byEconomics(budget, "项目支出")],
    ["08", threePublic(budget)],
    ["09", byFunction(budget.facts.filter(both(source("政府性基金预算"), IN_YEAR)), budget, OF_WHICH, false)],
    ["10", byFunction(budget.facts.filter(both(source("国有资本经营预算"), IN_YEAR)), budget, OF_WHICH, false)],
    ["11", basic(budget)],
    ["12", projectsAndOthers(budget)],
    ["key-projects", keyProjects(budget)],
  ]);
}

const OF_WHICH: readonly Test[] = [all, nature("基本支出"), nature("项目支出")];

const cell = (facts: readonly PlainFact[]): string => printed(hundredths(sumOf(facts)));
const cells = (facts: readonly PlainFact[], columns: readonly Test[]): string[] => columns.map((test) => cell(facts.filter(test)));

/** Two sides, section by section; the shorter is filled with blanks. */
function sideBySide(left: readonly Rows[], right: readonly Rows[]): string[][] {
  return left.flatMap((rows, section) => {
    const others = right[section] ?? [];
    return Array.from({ length: Math.max(rows.length, others.length) }, (_, row) => [...(rows[row] ?? ["", ""]), ...(others[row] ?? ["", ""])]);
  });
}

type Line = readonly [label: string, test: Test];

const lines = (facts: readonly PlainFact[], rows: readonly Line[], first: number): string[][] =>
  rows.map(([label, test], index) => [`${NUMERALS[first + index]}、${label}`, cell(facts.filter(test))]);

function incomeAndExpenditure({ facts, year }: PlainBudget): string[][] {
  const income: Line[] = [
    ["预算拨款", APPROPRIATION],
    ["财政专户拨款", SPECIAL_ACCOUNT],
    ["其他资金", source("事业收入", "事业单位经营收入", "其他收入")],
  ];
  const other: Line[] = ["上级补助收入", "附属单位上缴收入", "用事业基金弥补收支差额"].map((name): Line => [name, source(name)]);
  const ownYear: Test = nature("基本支出", "项目支出", "事业单位经营支出");
  const outside: Line[] = ["对附属单位补助支出", "上缴上级支出", "结转下年"].map((name): Line => [name, nature(name)]);
  const inYear: Test = (fact) => income.some(([, test]) => test(fact));
  return sideBySide(
    [lines(facts, income, 0), [["本年收入合计", cell(facts.filter(inYear))]], lines(facts, other, 3), [["收入总计", cell(facts)]]],
    [classes(facts, year, LISTED_CLASSES, ownYear), [["本年支出合计", cell(facts.filter(ownYear))]], lines(facts, outside, 23), [["支出总计", cell(facts)]]],
  );
}

function classes(facts: readonly PlainFact[], year: number, codes: readonly string[], own: Test): string[][] {
  const names = categoriesOf(year).functional;
  const rows = codes.map((code): Line => [names.get(code) ?? "", both(own, ({ functional }) => functional.startsWith(code))]);
  return lines(facts, rows, 0);
}

function appropriations({ facts, year }: PlainBudget): string[][] {
  const own = facts.filter(APPROPRIATION);
  const swapped = [...LISTED_CLASSES.filter((code) => code < "222"), "222", "223", "224", "229"];
  const income = ["一般公共预算", "政府性基金预算", "国有资本经营预算"].map((name): Line => [name, source(name)]);
  return sideBySide(
    [lines(own, income, 0), [["本年收入合计", cell(own)]], [], [["收入总计", cell(own)]]],
    [
      classes(own, year, swapped, IN_YEAR),
      [["本年支出合计", cell(own.filter(IN_YEAR))]],
      lines(own, [["结转下年", nature("结转下年")]], 23),
      [["支出总计", cell(own)]],
    ],
  );
}

/** 类, 款 and 项 that have facts, in the order of their codes, each above what it holds. */
function codesOf(codes: readonly string[], lengths: readonly number[]): string[] {
  return [...new Set(codes.flatMap((code) => lengths.map((length) => code.slice(0, length))))].sort();
}

function byFunction(facts: readonly PlainFact[], { year }: PlainBudget, columns: readonly Test[], total: boolean): string[][] {
  const tests = total ? [all, ...columns] : columns;
  const names = categoriesOf(year).functional;
  const rows = codesOf(
    facts.map(({ functional }) => functional),
    [3, 5, 7],
  );
  return [
    ["", "合计", ...cells(facts, tests)],
    ...rows.map((code) => [
      code,
      names.get(code) ?? "",
      ...cells(
        facts.filter(({ functional }) => functional.startsWith(code)),
        tests,
      ),
    ]),
  ];
}

/** [201]一般公共服务支出: code and name in one cell. */
const glued = (rows: Rows): string[][] => rows.map(([code = "", name = "", ...rest]) => [code === "" ? name : `[${code}]${name}`, ...rest]);

function byEconomics({ facts, year }: PlainBudget, wanted: string): string[][] {
  const own = facts.filter(both(source("一般公共预算"), nature(wanted)));
  const names: Names = categoriesOf(year).economic;
  const rows = codesOf(
    own.map((fact) => fact.economic ?? ""),
    [3, 5],
  );
  return [["合计", cell(own)], ...rows.map((code) => [`[${code}]${names.get(code)}`, cell(own.filter((fact) => fact.economic?.startsWith(code)))])];
}

function threePublic(budget: PlainBudget): string[][] {
  const rows = [
    ["行政经费", "机关运行经费"],
    ["“三公”经费", "三公经费"],
    ["其中：（一）因公出国（境）支出", "因公出国（境）费"],
    ["（二）公务用车购置及运行维护支出", "公务用车购置及运行维护费"],
    ["1. 公务用车购置费", "公务用车购置费"],
    ["2. 公务用车运行维护费", "公务用车运行维护费"],
    ["（三）公务接待费支出", "公务接待费"],
  ];
  const columns = [all, source("一般公共预算"), source("政府性基金预算"), source("国有资本经营预算")];
  return rows.map(([label = "", figure = ""]) => [label, ...cells(budget.facts.filter(figureTest(figure, budget)), columns)]);
}

const TABLE_11: readonly Test[] = [
  all,
  APPROPRIATION,
  source("一般公共预算"),
  source("政府性基金预算"),
  source("国有资本经营预算"),
  SPECIAL_ACCOUNT,
  OWN_MONEY,
];

function basic(budget: PlainBudget): string[][] {
  const facts = budget.facts.filter(nature("基本支出"));
  const columns = budget.standard === "清远" ? TABLE_11 : TABLE_11.filter((_, index) => index !== 4);
  const names = categoriesOf(budget.year).economic;
  const units = budget.units.flatMap(({ name }, unit) => {
    const own = facts.filter((fact) => fact.unit === unit);
    if (own.length === 0) return [];
    const codes = [...new Set(own.map((fact) => fact.economic?.slice(0, 3) ?? ""))].sort();
    const label = (code: string): string => (code === "301" ? "工资和福利支出" : (names.get(code) ?? ""));
    return [
      [name, ...cells(own, columns)],
      ...codes.map((code) => [
        label(code),
        ...cells(
          own.filter((fact) => fact.economic?.startsWith(code)),
          columns,
        ),
      ]),
    ];
  });
  return [["合计", ...cells(facts, columns)], ...units];
}

const projectLabel = ({ name, category }: PlainBudget["projects"][number]): string => (category === undefined ? name : `${name}（${category}）`);

function goalOf(project: PlainBudget["projects"][number], facts: readonly PlainFact[]): string {
  return project.goal ? `确保工作完成，每年拨付${trimmed(hundredths(sumOf(facts)))}万元经费。` : "";
}

function projectsAndOthers(budget: PlainBudget): string[][] {
  const facts = budget.facts.filter((fact) => fact.nature !== "基本支出");
  const others = NATURES.split(" ").slice(2);
  const units = budget.units.flatMap(({ name }, unit) => {
    const own = facts.filter((fact) => fact.unit === unit);
    if (own.length === 0) return [];
    const projects = budget.projects.flatMap((project, index) => {
      const inner = own.filter((fact) => fact.project === index);
      return inner.length === 0 ? [] : [[projectLabel(project), ...cells(inner, TABLE_11), goalOf(project, inner)]];
    });
    const rest = others.flatMap((word) => {
      const inner = own.filter((fact) => fact.nature === word);
      return inner.length === 0 ? [] : [[word, ...cells(inner, TABLE_11), ""]];
    });
    return [[name, ...cells(own, TABLE_11), ""], ...projects, ...rest];
  });
  return [["合计", ...cells(facts, TABLE_11), ""], ...units];
}

function keyProjects({ projects, facts }: PlainBudget): string[][] {
  const rows = projects.flatMap((project, index) => {
    const own = facts.filter((fact) => fact.project === index);
    return project.key ? [[projectLabel(project), trimmed(hundredths(sumOf(own))), goalOf(project, own)]] : [];
  });
  return rows.length === 0 ? [["无", "0", "无"]] : rows;
}
