import fc from "fast-check";
import { expect, test } from "vitest";
import type { AmountCell } from "../../src/model/table.ts";
import { budgets, type PlainBudget, type StandardName } from "../arbitrary/budget.ts";
import { LAST_YEAR, modelOf } from "../arbitrary/model.ts";
import { sumOf } from "./oracle.ts";
import { amountsOf, cellBeside, comparable, composed, derived, fenOf, paragraphsBy, rowOf, tableOf } from "./support.ts";

const anyBudget: fc.Arbitrary<PlainBudget> = fc.constantFrom<StandardName>("清远", "清远县区").chain(budgets);

test("tables agree wherever they print the same figure", () => {
  fc.assert(
    fc.property(anyBudget, (plain) => {
      const all = derived(modelOf(plain, LAST_YEAR), plain.standard);
      const total = (key: string): AmountCell[] => amountsOf(rowOf(tableOf(all, key), "合计"));
      const beside = (key: string, label: string): AmountCell => cellBeside(tableOf(all, key), label);
      const threePublic = amountsOf(rowOf(tableOf(all, "08"), "“三公”经费"));
      const same: [string, AmountCell | undefined, AmountCell | undefined][] = [
        ["表1 收入总计 = 表1 支出总计", beside("01", "收入总计"), beside("01", "支出总计")],
        ["表1 收入总计 = 表2 合计", beside("01", "收入总计"), total("02")[0]],
        ["表2 合计 = 表3 合计", total("02")[0], total("03")[0]],
        ["表4 收入总计 = 表4 支出总计", beside("04", "收入总计"), beside("04", "支出总计")],
        ["表4 收入总计 = 表1 预算拨款", beside("04", "收入总计"), beside("01", "一、预算拨款")],
        ["表4 一般公共预算 = 表2 一般公共预算", beside("04", "一、一般公共预算"), total("02")[1]],
        ["表6 合计 = 表5 基本支出", total("06")[0], total("05")[1]],
        ["表7 合计 = 表5 项目支出", total("07")[0], total("05")[2]],
        ["表11 合计 = 表3 基本支出", total("11")[0], total("03")[1]],
      ];
      for (const [what, one, other] of same) {
        expect(one?.text, what).toBe(other?.text);
        expect(one && fenOf(one), what).toBe(other && fenOf(other));
      }
      const fen = (cell: AmountCell | undefined): bigint => (cell === undefined ? -1n : fenOf(cell));
      // 表5, 表9 and 表10 leave out what is kept for the next year; 表2 and 表4 do not.
      const funds = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
      const kept = funds.map((fund) => sumOf(plain.facts.filter((fact) => fact.source === fund && fact.nature === "结转下年")));
      const spent = ["05", "09", "10"].map((key, index) => (kept[index] ?? 0n) + fen(total(key)[0]));
      expect(spent).toEqual(total("02").slice(1, 4).map(fen));
      expect(spent.reduce((sum, amount) => sum + amount)).toBe(fen(beside("04", "收入总计")));
      expect(fen(total("11")[0]) + fen(total("12")[0])).toBe(fen(total("03")[0]));
      expect(threePublic.slice(1).reduce((sum, cell) => sum + fenOf(cell), 0n)).toBe(fen(threePublic[0]));
    }),
    { seed: 11, numRuns: 120 },
  );
});

/** 1,234.50 as the sentences print it: 1,234.5. */
const withoutZeros = (cell: AmountCell | undefined): string | undefined => cell?.text.replace(/\.00$|(?<=\.\d)0$/, "");

test("表8 and the sentences print the same amounts", () => {
  fc.assert(
    fc.property(anyBudget, (plain) => {
      const budget = modelOf(plain, LAST_YEAR);
      const all = derived(budget, plain.standard);
      const paragraphs = paragraphsBy(composed(budget, plain.standard, all), 2);
      const said = (heading: string, words: string): string | undefined => new RegExp(`${words}([\\d,.]+)万元`).exec(paragraphs.get(heading) ?? "")?.[1];
      const shown = (key: string, label: string): string | undefined => withoutZeros(amountsOf(rowOf(tableOf(all, key), label))[0]);
      const THREE = "二、“三公”经费安排情况";
      const pairs: [string | undefined, string | undefined][] = [
        [said(THREE, "财政拨款安排“三公”经费"), shown("08", "“三公”经费")],
        [said(THREE, "因公出国（境）费"), shown("08", "其中：（一）因公出国（境）支出")],
        [said(THREE, "公务用车购置及运行维护费"), shown("08", "（二）公务用车购置及运行维护支出")],
        [said(THREE, "（公务用车购置费"), shown("08", "1. 公务用车购置费")],
        [said(THREE, "；公务用车运行维护费"), shown("08", "2. 公务用车运行维护费")],
        [said(THREE, "；公务接待费"), shown("08", "（三）公务接待费支出")],
        [said("三、机关运行经费安排情况", "机关运行经费安排"), shown("08", "行政经费")],
        [said("一、部门预算收支增减变化情况", "收入预算"), withoutZeros(cellBeside(tableOf(all, "01"), "收入总计"))],
        [said("一、部门预算收支增减变化情况", "支出预算"), withoutZeros(cellBeside(tableOf(all, "01"), "支出总计"))],
      ];
      for (const [sentence, table] of pairs) expect(sentence).toBe(table);
    }),
    { seed: 12, numRuns: 60 },
  );
});

test("the order of facts never matters", () => {
  const shuffled = anyBudget.chain((plain) =>
    fc.record({ plain: fc.constant(plain), facts: fc.shuffledSubarray([...plain.facts], { minLength: plain.facts.length, maxLength: plain.facts.length }) }),
  );
  fc.assert(
    fc.property(shuffled, ({ plain, facts }) => {
      const one = composed(modelOf(plain, LAST_YEAR), plain.standard);
      const other = composed(modelOf({ ...plain, facts }, LAST_YEAR), plain.standard);
      expect(comparable(other)).toBe(comparable(one));
    }),
    { seed: 13, numRuns: 60 },
  );
});
