import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, paragraphsOf, type Tiny, type Written } from "../support/tiny-standard.ts";

const PHRASES = `changes:
  变化:
    增加: 增加{{差额}}，增长{{幅度}}
    减少: 减少{{差额}}，下降{{幅度}}
    持平: 持平
    基数为零: 增加{{差额}}（不可比）
`;

function tinyOf(list: string, sentence: string): Tiny {
  const document =
    "title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { sentence: one, each: 单 }\n";
  return { files: { "document.yaml": document, "lists.yaml": list, "sentences/one.hbs": sentence, "phrases.yaml": PHRASES } };
}

const CATEGORIES = tinyOf("单: { axis: 功能科目, level: 项 }\n", "{{名称}}{{金额 本项}}，上年{{上年数 本项}}，{{变化 本项}}。");

const MONEY = "基本支出:\n  2010301:\n    30201: 30,000\n  2080505:\n    30108: 10,000\n";
const BEFORE = "基本支出:\n  2010301:\n    30201: 20,000\n  2010303:\n    30201: 50,000\n";

const withFile = (money: string, before: string): Written => ({
  budget: budgetText(money, { head: "上年文件: 2023.yaml\n" }),
  beside: { "2023.yaml": budgetText(before, { year: 2023 }) },
});

const said = (tiny: Tiny, written: Written): string[] => paragraphsOf(documentOfTiny(tiny, written));

describe("the change of the member at hand", () => {
  it("is against last year's money of the same 科目; one that had none has no base", () => {
    expect(said(CATEGORIES, withFile(MONEY, BEFORE))).toEqual([
      "行政运行3万元，上年2万元，增加1万元，增长50%。",
      "机关事业单位基本养老保险缴费支出1万元，上年0万元，增加1万元（不可比）。",
    ]);
  });

  it("of a 科目 that only last year had is told where the list has zeros, at its place by code", () => {
    const tiny = tinyOf("单: { axis: 功能科目, level: 项, zeros: true }\n", "{{名称}}{{金额 本项}}，{{变化 本项}}。");
    expect(said(tiny, withFile(MONEY, BEFORE))).toEqual([
      "行政运行3万元，增加1万元，增长50%。",
      "机关服务0万元，减少5万元，下降100%。",
      "机关事业单位基本养老保险缴费支出1万元，增加1万元（不可比）。",
    ]);
  });

  it("is against what 上年数 states under its code, where there is no file", () => {
    const head = "上年数:\n  2010301 行政运行: 4万元\n  2080505: 1万元\n";
    expect(said(CATEGORIES, { budget: budgetText(MONEY, { head }) })).toEqual([
      "行政运行3万元，上年4万元，减少1万元，下降25%。",
      "机关事业单位基本养老保险缴费支出1万元，上年1万元，持平。",
    ]);
  });

  it("is asked for, 科目 by 科目, where nothing is known of it", () => {
    const tiny = tinyOf("单: { axis: 功能科目, level: 项 }\n", "{{名称}}{{变化 本项}}。");
    expect(findingsOfTiny(tiny, { budget: budgetText(MONEY, { head: "上年数:\n  2010301: 4万元\n" }) })).toEqual([
      "last-year-missing 缺少“2080505 机关事业单位基本养老保险缴费支出”的上年数，“部分”要写它比上年增减多少",
    ]);
  });

  it("of a project is against the same project's", () => {
    const project = (name: string, amount: string): string => `  - 项目名称: ${name}\n    支出:\n      2010302:\n        30201: ${amount}\n`;
    const tiny = tinyOf("单: { axis: 项目 }\n", "{{名称}}{{变化 本项}}。");
    const now = `项目支出:\n${project("甲", "30,000")}${project("乙", "20,000")}`;
    const before = `项目支出:\n${project("乙", "40,000")}${project("甲", "20,000")}`;
    expect(said(tiny, withFile(now, before))).toEqual(["甲增加1万元，增长50%。", "乙减少2万元，下降50%。"]);
  });
});

describe("inside what is about one member", () => {
  const PROJECTS = (first: string, second: string): string => `项目支出:
  - 项目名称: 甲
    支出:
      2010302:
        30201:
          一般公共预算: ${first}
  - 项目名称: 乙
    支出:
      2010302:
        30201:
          一般公共预算: ${second}
`;

  it("the change of a figure is never that of the whole document beside the member's amount", () => {
    const tiny = tinyOf("单: { axis: 项目 }\n", "{{名称}}{{金额 财政拨款}}，{{变化 财政拨款}}。");
    const written: Written = { budget: budgetText(PROJECTS("10,000", "20,000"), { head: "上年数:\n  财政拨款: 9万元\n" }) };
    // Neither project changed by 6万元: either it is refused, or last year's amount of the project is asked for.
    expect(findingsOfTiny(tiny, written)).not.toEqual([]);
  });

  it("last year's amount of an inner list's member is that of the part at hand", () => {
    const lists = '单: { axis: 项目 }\n来源: { axis: 资金来源, item: "{{名称}}{{金额 本项}}，{{变化 本项}}" }\n';
    const tiny = tinyOf(lists, "{{名称}}：{{名单 来源}}。");
    expect(said(tiny, withFile(PROJECTS("10,000", "20,000"), PROJECTS("20,000", "70,000")))).toEqual([
      "甲：一般公共预算1万元，减少1万元，下降50%。",
      "乙：一般公共预算2万元，减少5万元，下降71.43%。",
    ]);
  });
});

describe("words of the levels of a 科目", () => {
  it("are those of its 类, 款 and 项, with and without 支出", () => {
    const tiny = tinyOf('单: { axis: 功能科目, level: 项, where: { 功能科目: "208" } }\n', "{{类名称}}|{{类简称}}|{{款名称}}|{{款简称}}|{{项名称}}|{{简称}}");
    expect(said(tiny, { budget: budgetText(MONEY) })).toEqual([
      "社会保障和就业支出|社会保障和就业|行政事业单位养老支出|行政事业单位养老|机关事业单位基本养老保险缴费支出|机关事业单位基本养老保险缴费",
    ]);
  });

  it("are empty below its own level", () => {
    const tiny = tinyOf('单: { axis: 功能科目, level: 类, where: { 功能科目: "208" } }\n', "{{类名称}}|{{款名称}}|{{项名称}}。");
    expect(said(tiny, { budget: budgetText(MONEY) })).toEqual(["社会保障和就业支出||。"]);
  });
});
