import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/base/suggest.ts";
import { EXPENDITURE_NATURES, FUND_SOURCES } from "../../src/model/expenditure.ts";

/** Keys that a budget file may have, group by group: a typo is only ever compared with the keys of its own place. */
const GROUPS: readonly (readonly string[])[] = [
  ["标准", "年度", "文种", "单位", "批复", "上年数", "下属单位", "原因", "表注", "概况", "政府采购", "国有资产", ...EXPENDITURE_NATURES],
  ["名称", "性质", "级别"],
  ["项目名称", "支出", "项目类别", "项目编码", "重点项目", "绩效目标"],
  ["主要职责", "机构设置", "预算构成"],
  ["截至", "固定资产", "房屋", "车辆", "单价100万元以上设备", "拟购置金额", "拟购置内容"],
  ["收入总计", "支出总计", "三公经费", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务用车购置及运行维护费", "公务接待费", "机关运行经费"],
  [...FUND_SOURCES, ...FUND_SOURCES.map((source) => `${source}上年结转`)],
];

const WRONG = [..."的一是在不了有和人这中大为上个国我以要他时来用们"];

interface Typo {
  readonly word: string;
  readonly meant: string;
  readonly known: readonly string[];
}

/** One character left out, put in or put in another's place. */
const typos: fc.Arbitrary<Typo> = fc
  .record({
    group: fc.constantFrom(...GROUPS),
    word: fc.nat(),
    at: fc.nat(),
    wrong: fc.constantFrom(...WRONG),
    edit: fc.constantFrom("leave out", "put in", "replace"),
  })
  .map(({ group, word, at, wrong, edit }) => {
    const meant = group[word % group.length] ?? "";
    const characters = [...meant];
    const place = at % characters.length;
    const put = edit === "leave out" ? [] : [wrong];
    characters.splice(place, edit === "put in" ? 0 : 1, ...put);
    return { word: characters.join(""), meant, known: group };
  })
  .filter(({ word, known }) => !known.includes(word));

test("at least 95 % of one-edit typos of a budget's keys are corrected", () => {
  const sample = fc.sample(typos, { seed: 44, numRuns: 200 });
  const missed = sample.filter(({ word, meant, known }) => nearest(word, known) !== meant);
  expect(sample.length).toBe(200);
  expect(missed.length, missed.map(({ word, meant, known }) => `${word}: ${nearest(word, known)}, not ${meant}`).join("\n")).toBeLessThanOrEqual(10);
});

describe("nearest", () => {
  test.each([
    ["年渡", "年度"],
    ["基本支", "基本支出"],
    ["一般公共预箅", "一般公共预算"],
    ["对附属单位补肋支出", "对附属单位补助支出"],
    ["上缴上级", "上缴上级支出"],
    ["经营支出", "事业单位经营支出"],
    ["基本", "基本支出"],
    ["支出", undefined],
    ["完全不同的词", undefined],
    ["", undefined],
  ])("of %s is %s", (word, expected) => {
    expect(nearest(word, ["年度", "一般公共预算", ...EXPENDITURE_NATURES])).toBe(expected);
  });

  test("of several as near is the first", () => {
    expect(nearest("单X", ["单位", "单价"])).toBe("单位");
  });
});

test("didYouMean asks, or is silent", () => {
  expect(didYouMean("年渡", ["年度"])).toBe("是不是想写“年度”？");
  expect(didYouMean("全然无关", ["年度"])).toBeUndefined();
});
