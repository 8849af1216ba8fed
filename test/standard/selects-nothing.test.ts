import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meet } from "../../src/check/standard/selects-nothing.ts";
import type { ExpenditureFact } from "../../src/model/budget.ts";
import { EXPENDITURE_NATURES, FUND_SOURCES, MONEY_YEARS } from "../../src/model/expenditure.ts";
import { type Selection, testOf } from "../../src/model/selection.ts";

const CODES = ["201", "20101", "20103", "2010301", "2010399", "208", "20805", "2080505"];

function some(values: readonly string[]): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
}

const selections: fc.Arbitrary<Selection> = fc.record(
  { 支出性质: some(EXPENDITURE_NATURES), 资金来源: some(FUND_SOURCES), 资金年度: some(MONEY_YEARS), 功能科目: some(CODES) },
  { requiredKeys: [] },
);

const facts = fc
  .record({
    nature: fc.constantFrom(...EXPENDITURE_NATURES),
    source: fc.constantFrom(...FUND_SOURCES),
    moneyYear: fc.constantFrom(...MONEY_YEARS),
    functional: fc.constantFrom(...CODES.filter((code) => code.length === 7)),
  })
  .map((fact) => fact as unknown as ExpenditureFact);

describe("two selections at once", () => {
  it("take a fact when both do, and are impossible only when no fact can be taken by both", () => {
    fc.assert(
      fc.property(selections, selections, facts, (outer, inner, fact) => {
        const met = meet(outer, inner);
        const takenByBoth = testOf(outer)(fact) && testOf(inner)(fact);
        expect("both" in met && testOf(met.both)(fact)).toBe(takenByBoth);
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[Selection, Selection, object]>([
    [{}, { 资金来源: ["事业收入"] }, { both: { 资金来源: ["事业收入"] } }],
    [{ 资金来源: ["一般公共预算"] }, { 资金来源: ["事业收入"] }, { conflict: "资金来源" }],
    [{ 功能科目: ["201"] }, { 功能科目: ["20103", "208"] }, { both: { 功能科目: ["20103"] } }],
    [{ 经济科目: ["30201"] }, { 经济科目: ["302"] }, { both: { 经济科目: ["30201"] } }],
    [{ 经济科目: ["301"] }, { 经济科目: ["302"] }, { conflict: "经济科目" }],
    [{ 支出性质: ["基本支出"] }, { 支出性质: [] }, { conflict: "支出性质" }],
  ])("%j and %j", (outer, inner, expected) => {
    expect(meet(outer, inner)).toEqual(expected);
  });
});
