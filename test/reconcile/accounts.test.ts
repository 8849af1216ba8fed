import { describe, expect, test } from "vitest";
import { exact } from "../../src/base/money.ts";
import { foldOf } from "../../src/reconcile/accounts/fold.ts";
import { shown } from "../../src/reconcile/accounts/shown.ts";
import { codesWith, findingsWith } from "./support.ts";

describe("an amount in a message", () => {
  test.each([
    ["0", "0元"],
    ["100", "0.01万元"],
    ["150.5", "150.5元"],
    ["26700", "2.67万元"],
    ["1697274.19", "1,697,274.19元"],
    ["12345600", "1,234.56万元"],
  ])("%s is %s", (amount, words) => expect(shown(exact(amount))).toBe(words));
});

describe("about ten thousand times", () => {
  test.each([
    ["10000", "1", 1],
    ["1", "10000", -1],
    ["3000", "1", 1],
    ["2999", "1", 0],
    ["30000", "1", 1],
    ["30001", "1", 0],
    ["0", "1", 0],
    ["1", "0", 0],
  ])("%s and %s: %i", (one, other, fold) => expect(foldOf(exact(one), exact(other))).toBe(fold));
});

const basic = (lines: string): string => `基本支出:\n  2010350 事业运行:\n    30201 办公费: 10,000\n${lines}`;
const project = (lines: string, money = "10,000"): string =>
  `基本支出:\n  2010350:\n    30201: 0\n项目支出:\n  - 项目名称: 大厅运行\n${lines}    支出:\n      2010399:\n        30201: ${money}\n`;
const twins = (one: string, other: string): string =>
  ["项目支出:", ...[one, other].map((name) => `  - 项目名称: ${name}\n    支出:\n      2010399:\n        30213: 5,000`), ""].join("\n");
const overview = (lines: string): string => `概况:\n  主要职责: 承担测试。\n${lines}`;

describe("the rules are silent", () => {
  test.each([
    ["on 2080505 with 30112, which some places book there", basic("  2080505:\n    30112: 800\n")],
    ["on lines of 0", basic("  2101101:\n    30110: 0\n  2210201:\n    30101: 0\n")],
    ["on wages too small to judge", basic("    30101: 90,000\n")],
    ["on wages whose insurance stands with 0", basic("    30101: 200,000\n    30108: 0\n    30110: 0\n    30113: 0\n")],
    ["on projects that differ in a numeral", twins("网络改造一期", "网络改造二期")],
    ["on projects of short names", twins("甲项目", "乙项目")],
    ["on years that are words", project("    起始年度: 长期\n    终止年度: 长期\n")],
    ["on a project of several years", project("    项目属性: 持续性项目\n    起始年度: 2023年\n    终止年度: 2025年\n")],
    ["on a total budget that is less by what rounding does", project("    项目总预算: 1.23万元\n", "12,345")],
    ["on sources that add up", project("    申请当年预算拨款: 0.6万元\n    非税资金拨款: 4,000\n")],
    ["on texts that speak of other things", overview("  机构设置: 内设办公室等7个机构，事业编制6名。\n")],
    ["on a project with a goal", project("    重点项目: 是\n    绩效目标: 运行正常\n")],
  ])("%s", (_what, changes) => expect(codesWith(changes)).toEqual([]));

  test("on what has been doubted already: 83.12 元 or 万元", () => {
    const lines = ["30101: 831,200", "30103: 432,700", "30107: 890,900", "30201: 229,800", "30228: 55,000", "30211: 20.5"];
    const found = findingsWith(`基本支出:\n  2010350:\n${lines.map((line) => `    ${line}\n`).join("")}`);
    expect(found.filter(({ code }) => code === "unit-doubtful")).toHaveLength(1);
    expect(found.filter(({ code }) => code === "ten-thousand-fold")).toEqual([]);
  });
});

const subordinate = (count: number): string =>
  [
    "下属单位:",
    ...Array.from({ length: count }, (_, index) => `  - 名称: 某所${index}\n    性质: 事业单位\n    基本支出:\n      2010350:\n        30201: 10,000`),
    "",
  ].join("\n");

describe("下属单位 counted in words", () => {
  test.each([
    ["预算包括本级和所属2个预算单位。", 2, []],
    ["预算包括本级和所属两个预算单位。", 2, []],
    ["预算包括本级和所属十二家单位。", 2, ["warning subordinates-differ"]],
    ["预算包括本级和所属1个预算单位。", 0, ["warning subordinates-differ"]],
    ["本部门没有下属单位。", 2, ["warning subordinates-differ"]],
    ["本部门没有下属单位。", 0, []],
  ])("%s beside %i of them", (words, count, codes) => {
    const changes = `${count > 0 ? subordinate(count) : ""}${overview(`  机构设置: 办公室。\n  预算构成: ${words}\n`)}`;
    expect(codesWith(changes)).toEqual(codes);
  });
});

describe("where one thing is wrong, one thing is said", () => {
  test("project money on one 运行 科目 is told once, with every place", () => {
    const found = findingsWith(
      `基本支出:\n  2010350:\n    30201: 4,000\n${twins("大厅设备维修", "网络租用费用").replaceAll("2010399", "2010350").replaceAll("5,000", "3,000")}`,
    );
    expect(found.map(({ code, related }) => [code, related?.length])).toEqual([["category-expenditure-nature", 1]]);
  });

  test("last year's amounts in the wrong unit are told once", () => {
    const lastYear = [
      "收入总计: 1元",
      "支出总计: 1元",
      "因公出国（境）费: 0",
      "公务用车购置费: 0",
      "公务用车运行维护费: 0",
      "公务接待费: 0",
      "机关运行经费: 0",
    ];
    const found = findingsWith(`上年数:\n${lastYear.map((line) => `  ${line}\n`).join("")}`);
    expect(found.map(({ code, related }) => [code, related?.length])).toEqual([["ten-thousand-fold", 1]]);
  });

  test("a 科目 of another nature is told once a unit, however many lines", () => {
    const found = findingsWith("基本支出:\n  2010301 行政运行:\n    30201: 5,000\n    30202: 5,000\n");
    expect(found.map(({ code }) => code)).toEqual(["category-unit-nature"]);
  });

  test("an approval that contradicts others names them", () => {
    const [first] = findingsWith("批复:\n  支出总计: 2.00万元\n  基本支出: 1.00万元\n  项目支出: 0.00万元\n");
    expect(first?.code).toBe("approval-differs");
    expect(first?.hint).toContain("批复的几个数自己就对不上");
    expect(first?.related?.map(({ message }) => message)).toEqual(["“基本支出”批复 1.00万元", "“项目支出”批复 0.00万元"]);
  });
});
