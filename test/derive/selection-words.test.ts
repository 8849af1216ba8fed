import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, paragraphsOf, rowsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

const project = (name: string, amount: string, more = ""): string => `  - 项目名称: ${name}\n${more}    支出:\n      2010302:\n        30201: ${amount}\n`;
const kinds = (category: string, type: string): string => `    项目类别: ${category}\n    项目类型: ${type}\n`;

/** 1万元 of no project, projects of 2, 4 and 8万元, one of the last without 类别 or 类型; below 16 of no project and one of 32万元. */
const MONEY = `基本支出:
  2010301:
    30201: 10,000
项目支出:
${project("甲", "20,000", kinds("特定目标类", "常年性项目"))}${project("乙", "40,000", kinds("运转类", "一次性项目"))}${project("丙", "80,000")}下属单位:
  - 名称: 某所
    性质: 事业单位
    基本支出:
      2010350:
        30201: 160,000
    项目支出:
${project("丁", "320,000", kinds("特定目标类", "一次性项目"))
  .split("\n")
  .map((line) => (line === "" ? "" : `    ${line}`))
  .join("\n")}`;

const BUDGET = budgetText(MONEY);
const figure = (where: string): Tiny => ({ files: { "figures.yaml": `数: { where: { ${where} } }\n`, "sentences/1.hbs": "{{数额 数}}" } });

describe("what a selection may ask of a fact's project and unit", () => {
  it.each([
    ["项目类别: 特定目标类", 34],
    ["项目类别: 运转类", 4],
    ["项目类别: [特定目标类, 运转类]", 38],
    ["项目类别: 人员类", 0],
    ["项目类型: 常年性项目", 2],
    ["项目类型: 一次性项目", 36],
    ["项目类型: 一次性项目, 项目类别: 特定目标类", 32],
    ["单位层级: 本级", 15],
    ["单位层级: 下属", 48],
    ["单位层级: [本级, 下属]", 63],
    ["单位层级: 下属, 项目类别: 特定目标类", 32],
    ["单位层级: 本级, 支出性质: 基本支出", 1],
  ])("%s: %i", (where, amount) => {
    expect(paragraphsOf(documentOfTiny(figure(where), { budget: BUDGET }))).toEqual([String(amount)]);
  });

  it("of 单位层级 only two words are known; 类别 and 类型 are the unit's own", () => {
    expect(findingsOfTiny(figure("单位层级: 上级"), { budget: BUDGET })[0]).toMatch(/^unknown-word /);
    expect(findingsOfTiny(figure("单位级别: 下属"), { budget: BUDGET })[0]).toMatch(/^unknown-key /);
  });

  it("they select rows and columns as well", () => {
    const table = `title: 表
columns:
  - { heading: 项目, text: 名称 }
  - { heading: 合计, role: total }
  - { heading: 本级, where: { 单位层级: 本级 } }
  - { heading: 下属, where: { 单位层级: 下属 } }
rows:
  - { line: 特定目标, where: { 项目类别: 特定目标类 } }
  - { line: 运转, where: { 项目类别: 运转类 } }
  - { rest: 其他 }
  - { total: 合计 }
`;
    const document = documentOfTiny({ files: { "tables/1.yaml": table } }, { budget: BUDGET });
    expect(tablesOf(document).flatMap(rowsOf)).toEqual(["特定目标|34.00|2.00|32.00", "运转|4.00|4.00|0.00", "其他|25.00|9.00|16.00", "合计|63.00|15.00|48.00"]);
  });
});
