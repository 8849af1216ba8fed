import fc from "fast-check";
import { budgets, fen, type PlainBudget, type PlainFact, type StandardName } from "../arbitrary/budget.ts";
import { categoriesOf } from "../arbitrary/categories.ts";
import { CHANGED_FIGURES, yuan } from "../arbitrary/model.ts";
import { COMPARED, fileText, itemsArbitrary, type PlainItem } from "../arbitrary/stated-yaml.ts";
import { yamlOf } from "../arbitrary/yaml.ts";
import { printedOf } from "./numbers.ts";

/** A budget with what is known of the year before: a file of its own, or stated amounts. */
export interface TwoYears {
  readonly now: PlainYear;
  readonly before: PlainYear | ReadonlyMap<string, bigint>;
  /** 分 of last year as this year's scope would have had it, of a figure that is part of no other. */
  readonly adjusted?: { readonly figure: string; readonly amount: bigint };
}

export interface PlainYear {
  readonly plain: PlainBudget;
  /** 分 that are stated as such: 机关运行经费 of one form, 流动资产 of another. */
  readonly stated: bigint;
  readonly procured: readonly PlainItem[];
  /** What this year itself states of its last: 分 by figure. */
  readonly lastYear: ReadonlyMap<string, bigint>;
}

type Twist = (amount: bigint) => bigint;

/** What becomes of an amount within a year: nothing, little, all, or anything. */
const twist: fc.Arbitrary<Twist> = fc.oneof(
  { weight: 3, arbitrary: fc.constant((amount: bigint) => amount) },
  { weight: 3, arbitrary: fc.bigInt(-20_000n, 20_000n).map((step) => (amount: bigint) => (amount + step < 0n ? 0n : amount + step)) },
  { weight: 2, arbitrary: fc.constant(() => 0n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 5_001n).map((few) => () => few) },
  { weight: 2, arbitrary: fen.map((any) => () => any) },
  { weight: 1, arbitrary: fc.bigInt(2n, 30n).map((times) => (amount: bigint) => amount / times) },
);

function figuresOf(standard: StandardName): readonly string[] {
  return standard === "四平" || standard === "随州" ? COMPARED[standard] : CHANGED_FIGURES;
}

const amountsOf = (standard: StandardName): fc.Arbitrary<ReadonlyMap<string, bigint>> =>
  fc
    .array(fc.oneof(fc.constant(0n), fen), { minLength: figuresOf(standard).length, maxLength: figuresOf(standard).length })
    .map((amounts) => new Map(figuresOf(standard).map((name, index) => [name, amounts[index] ?? 0n])));

/** A random budget of a standard and its last year, in which each fact was the same, nearly so, nothing, or something else. */
export function twoYears(standard: StandardName): fc.Arbitrary<TwoYears> {
  return fc
    .record({
      plain: budgets(standard).filter(({ year }) => year > 2023),
      stated: fen,
      procured: itemsArbitrary,
      lastYear: amountsOf(standard),
      twists: fc.array(twist, { minLength: 40, maxLength: 40 }),
      kept: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 24, maxLength: 24 }),
      byFile: fc.boolean(),
      adjusted: fc.option(fen, { nil: undefined, freq: 2 }),
    })
    .map(({ plain, stated, procured, lastYear, twists, kept, byFile, adjusted }) => {
      const now: PlainYear = { plain, stated, procured, lastYear };
      const before: PlainYear = {
        plain: { ...plain, year: plain.year - 1, facts: factsBefore(plain, twists, kept) },
        stated: twists[39]?.(stated) ?? 0n,
        procured: procured.map(({ price, ...item }, index) => ({ ...item, price: twists[38 - index]?.(price) ?? 0n })),
        lastYear,
      };
      const adjustment = adjusted !== undefined && { adjusted: { figure: standard === "随州" ? "公用经费" : "机关运行经费", amount: adjusted } };
      return { now, before: byFile ? before : statedBefore(standard, now, twists), ...adjustment };
    });
}

/** Facts of the year before; its list of 科目 may not know all of them, and some are new this year. */
function factsBefore({ facts, year }: PlainBudget, twists: readonly Twist[], kept: readonly number[]): PlainFact[] {
  const { functional, economic } = categoriesOf(year - 1);
  const known = facts.map((fact, index) => ({ ...fact, fen: twists[index]?.(fact.fen) ?? 0n }));
  const there = known.filter((fact) => functional.has(fact.functional) && (fact.economic === undefined || economic.has(fact.economic)));
  const some = there.filter((_, index) => kept[index] !== 0);
  // A unit that has money has had some: without any, nothing tells what it is.
  const units = new Set(facts.map(({ unit }) => unit));
  for (const { unit } of some) units.delete(unit);
  const others = [...units].flatMap((unit) => known.find((fact) => fact.unit === unit) ?? []);
  return [...some, ...others.map((fact) => ({ ...fact, functional: "2010301", economic: "30299" }))];
}

/** Last year's amounts as a file states them, near what this year's are where a reader of the plain facts can tell. */
function statedBefore(standard: StandardName, { plain, stated, procured }: PlainYear, twists: readonly Twist[]): ReadonlyMap<string, bigint> {
  const sum = (test: (fact: PlainFact) => boolean): bigint => plain.facts.filter(test).reduce((total, each) => total + each.fen, 0n);
  const codes: Readonly<Record<string, readonly string[]>> = {
    "因公出国（境）费": ["30212"],
    公务用车购置费: ["31013", "30913"],
    公务用车运行维护费: ["30231"],
    公务接待费: ["30217"],
  };
  const usual = (name: string): bigint => {
    if (name in codes) return sum(({ economic, source }) => codes[name]?.includes(economic ?? "") === true && source === "一般公共预算");
    if (name === "政府采购") return procured.reduce((total, { count, price }) => total + count * price, 0n);
    if (name === "机关运行经费" || name === "资产总额") return stated;
    if (name === "财政拨款") return sum(({ source }) => APPROPRIATIONS.includes(source));
    if (name === "非财政拨款") return sum(({ source }) => !APPROPRIATIONS.includes(source));
    return sum(({ nature }) => name.endsWith("总计") || nature === name);
  };
  return new Map(figuresOf(standard).map((name, index) => [name, twists[index]?.(usual(name)) ?? 0n]));
}

const APPROPRIATIONS: readonly string[] = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];

/** A year as the file that an officer would write; `link` names last year's file. */
export function textOfYear({ plain, stated, procured, lastYear }: PlainYear, before: ReadonlyMap<string, bigint> | { readonly link: string }): string {
  const whole = plain.standard === "四平" || plain.standard === "随州" ? fileText({ plain, lastYear, procured }) : yamlOf(plain);
  // A unit without others under it may publish as a department or as a unit.
  const kind = plain.units.length === 1 && plain.projects.length % 2 === 0 ? "单位预算" : "部门预算";
  const text = whole
    .replace("文种: 部门预算", `文种: ${kind}`)
    .replace(/财政拨款预算: .*|流动资产: .*/, (line) => `${line.slice(0, line.indexOf(":"))}: ${yuan(stated)}元`);
  if (!("link" in before)) {
    const lines = [...before].map(([name, amount]) => `  ${name}: ${yuan(amount)}元\n`);
    return text.replace(/^上年数:\n(?: {2}.*\n)+/m, `上年数:\n${lines.join("")}`);
  }
  // Last year's file knows the year before it, too.
  return text.replace(/^上年数:\n(?: {2}.*\n)+/m, `上年文件: ${before.link}\n`).replace(/^前年数:\n(?: {2}.*\n)+/m, "");
}

/** The same with 同口径调整. */
export function withAdjustment(text: string, { adjusted }: TwoYears): string {
  if (adjusted === undefined) return text;
  return `${text}同口径调整:\n  ${adjusted.figure}:\n    上年数: ${yuan(adjusted.amount)}元\n    原因: 职能划转\n`;
}

/** Wholes of which a file states the parts. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  公务用车: ["公务用车购置费", "公务用车运行维护费"],
  三公经费: ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"],
  收入总计: ["财政拨款", "非财政拨款"],
};

/** What the stated amounts are on paper, in hundredths of 万元: exact sums, each rounded once. */
export function printedBefore(stated: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> {
  const wholes = Object.entries(WHOLES).flatMap(([name, parts]): [string, bigint][] => {
    const amounts = parts.flatMap((part) => stated.get(part) ?? []);
    return stated.has(name) || amounts.length < parts.length ? [] : [[name, amounts.reduce((total, each) => total + each, 0n)]];
  });
  return new Map([...stated, ...wholes].map(([name, amount]) => [name, printedOf(amount)]));
}
