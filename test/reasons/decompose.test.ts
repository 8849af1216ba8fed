import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayed, inUnit, sum } from "../../src/base/money.ts";
import { derive } from "../../src/derive/derive.ts";
import type { Budget } from "../../src/model/budget.ts";
import { signedDifference } from "../../src/model/decomposition.ts";
import type { Derived } from "../../src/model/derived.ts";
import { DRAFT_PHRASES, formatNamed, type Standard } from "../../src/model/standard.ts";
import { budgets, type StandardName } from "../arbitrary/budget.ts";
import { modelOf } from "../arbitrary/model.ts";
import { classificationOf, cleanValue } from "../derive/support.ts";
import { compiled, ROOT } from "../support/compile.ts";
import { compiledYears, LAST, NOW, yearText } from "./support.ts";

const FILES = { 清远县区: "lianzhou", 四平: "siping", 随州: "suizhou" } as const;
const STANDARDS = Object.keys(FILES) as (keyof typeof FILES)[];

/** Each standard as a budget of its own has it. */
const standards = new Map<StandardName, Standard>(STANDARDS.map((name) => [name, compiled(join(ROOT, "budgets", `${FILES[name]}.yaml`)).standard]));
const standardNamed = (name: StandardName): Standard => standards.get(name) as Standard;

const RUNS = Number(process.env.REASON_RUNS ?? 50);

/** Two random budgets as one with last year's file; projects are the same where their names are. */
function derivedYears(now: Budget, before: Budget, standard: StandardName): Derived {
  const facts = before.facts.map((fact) => {
    const own = now.projects.find(({ name }) => name === fact.project?.name) ?? fact.project;
    return { ...fact, ...(own && { project: own }), lastYear: true as const };
  });
  const lastYearFile = { facts, inputs: before.inputs, reasons: new Map(), before: { stated: new Map() }, link: now.span, file: now.span.file };
  return cleanValue(derive({ ...now, lastYearFile }, standardNamed(standard), classificationOf(now.year)));
}

describe.each(STANDARDS)("%s: over random pairs of budgets", (standard) => {
  const pairs = fc
    .tuple(budgets(standard), budgets(standard))
    .map(([now, before]) => [modelOf(now, new Map()), modelOf({ ...before, year: now.year }, new Map())] as const);

  test("contributions add up exactly to the change of every figure, in order, none twice and none of nothing", () => {
    let compared = 0;
    fc.assert(
      fc.property(pairs, ([now, before]) => {
        const derived = derivedYears(now, before, standard);
        for (const [name, { amount, facts }] of derived.figures) {
          const decomposition = derived.contributions(name);
          const base = derived.lastYear.get(name);
          expect(decomposition === undefined).toBe(base === undefined);
          if (decomposition === undefined || base === undefined || facts.length === 0) continue;
          compared += 1;
          const { contributions, rest, basis } = decomposition;
          const differences = contributions.map((each) => each.current.minus(each.base));
          expect(basis).toBe("facts");
          expect(rest.isZero()).toBe(true);
          expect(sum(differences).equals(amount.minus(base))).toBe(true);
          expect(differences.some((each) => each.isZero())).toBe(false);
          const sizes = differences.map((each) => each.abs());
          expect(sizes.every((size, index) => index === 0 || size.lessThanOrEqualTo(sizes[index - 1] ?? size))).toBe(true);
          expect(new Set(contributions.map(({ kind, code, name: own }) => `${kind}|${code}|${own}`)).size).toBe(contributions.length);
        }
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS);
  });

  test("what a draft says adds up to the displayed change, read from its words alone", () => {
    const format = formatNamed(standardNamed(standard).formats);
    let drafted = 0;
    fc.assert(
      fc.property(pairs, ([now, before]) => {
        const derived = derivedYears(now, before, standard);
        for (const [name, { amount }] of derived.figures) {
          const decomposition = derived.contributions(name);
          const base = derived.lastYear.get(name);
          if (decomposition === undefined || base === undefined) continue;
          const { words, named, rest } = derived.draft(decomposition, format);
          const change = displayed(amount, format.amount).minus(displayed(base, format.amount));
          expect(named.some(({ change: { difference } }) => difference.isZero())).toBe(false);
          expect(
            sum(named.map((part) => signedDifference(part.change)))
              .plus(rest)
              .equals(change),
          ).toBe(true);
          if (words === "") continue;
          drafted += 1;
          expect(inUnit(changeSaid(words), format.amount.unit).equals(change), `${words} ≠ ${change}`).toBe(true);
          expect(words).not.toMatch(/(?<![\d.])0(?:\.0+)?万元/);
        }
      }),
      { numRuns: RUNS },
    );
    expect(drafted).toBeGreaterThan(RUNS);
  });
});

/** The sum (元) of what a draft says, by a reader of its own: an amount counts as less where the word before it says so. */
function changeSaid(words: string) {
  const amounts = [...words.matchAll(/(增加|减少|(?:新增|取消)项目“[^”]*”)([\d,]+(?:\.\d+)?)(万元|元)/g)].map(([, kind = "", digits = "", unit]) => {
    const less = kind === "减少" || kind.startsWith("取消");
    const value = sum([])
      .plus(digits.replaceAll(",", ""))
      .times(unit === "万元" ? "10000" : "1");
    return less ? value.negated() : value;
  });
  return sum(amounts);
}

describe("a change where last year is known by a few amounts", () => {
  const stated = (amounts: Readonly<Record<string, string>>): string =>
    yearText({
      ...NOW,
      head: `上年数:\n${Object.entries(amounts)
        .map(([name, amount]) => `  ${name}: ${amount}\n`)
        .join("")}`,
    });
  const NONE = { "因公出国（境）费": "0", 公务用车购置费: "0", 公务用车运行维护费: "0", 公务接待费: "10,000", 机关运行经费: "0" };
  const partsIn = (text: string, name: string): string[] => {
    const { reasons } = compiledYears(text);
    const decomposition = reasons?.derived.contributions(name);
    const parts = decomposition?.contributions.map((each) => `${each.name} ${each.current.minus(each.base).toFixed()}`) ?? [];
    return [decomposition?.basis ?? "", ...parts, decomposition?.rest.toFixed() ?? ""];
  };

  test.each([
    [{ ...NONE, 收入总计: "250万元", 支出总计: "250万元" }, ["parts", "公务接待费 10000", "99030"]],
    [{ ...NONE, 收入总计: "250万元", 支出总计: "250万元", 基本支出: "167.2万元", 项目支出: "82.8万元" }, ["parts", "项目支出 160000", "基本支出 -50970", "0"]],
    [{ ...NONE, 收入总计: "250万元", 支出总计: "250万元", 人员经费: "161.2万元" }, ["parts", "人员经费 -61000", "公务接待费 10000", "160030"]],
  ])("%j", (amounts, wanted) => {
    expect(partsIn(stated(amounts), "收入总计")).toEqual(wanted);
  });

  test("nothing is said where nothing is known", () => {
    expect(partsIn(stated({ ...NONE, 收入总计: "250万元", 支出总计: "250万元" }), "公务接待费")).toEqual(["nothing", "10000"]);
  });
});

test("every phrase of a draft, in the sentences' format", () => {
  const { reasons } = compiledYears(yearText(NOW), yearText(LAST));
  const asked = reasons?.asked.find(({ name }) => name === "收入总计");
  const draft = asked && reasons?.derived.draft(asked.decomposition(), asked.format).words;
  expect(draft).toBe(
    "新增项目“热线系统建设”20万元、项目“大厅运行经费”增加5万元、绩效工资增加2万元，取消项目“旧系统维护费”9万元、基本工资减少8.1万元，其他增加1万元",
  );
  expect(DRAFT_PHRASES.length).toBe(10);
});

test("同口径调整 is told by itself, and the parts still add up", () => {
  const head = `${NOW.head}同口径调整:\n  收入总计:\n    上年数: 280万元\n    原因: 职能划入\n`;
  const { reasons } = compiledYears(yearText({ ...NOW, head }), yearText(LAST));
  const asked = reasons?.asked.find(({ name }) => name === "收入总计");
  const draft = asked && reasons?.derived.draft(asked.decomposition(), asked.format);
  // 250万元 by last year's file.
  expect(draft?.words).toMatch(/，其他增加1万元，上年数按同口径调增30万元$/);
  expect([draft?.adjustment.toFixed(), draft?.rest.toFixed()]).toEqual(["30", "1"]);
  const lower = compiledYears(yearText({ ...NOW, head: head.replace("280", "240") }), yearText(LAST)).reasons;
  const other = lower?.asked.find(({ name }) => name === "收入总计");
  expect(other && lower?.derived.draft(other.decomposition(), other.format).words).toMatch(/上年数按同口径调减10万元$/);
});
