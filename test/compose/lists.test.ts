import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, paragraphsOf, type Tiny } from "../support/tiny-standard.ts";

/** 201 3万元, 208 1万元, 212 6万元 by two projects, 221 nothing; a subordinate unit with 事业收入. */
const MONEY = `基本支出:
  2080505:
    30108: 10,000
  2010301:
    30201: 20,000
    30205: 10,000
  2210201:
    30113: 0
项目支出:
  - 项目名称: 修缮
    项目编码: X1
    项目类别: 运转类
    项目类型: 阶段性项目
    项目总预算: 9万元
    绩效目标: 花掉【项目金额】。
    支出:
      2120101:
        30213:
          一般公共预算: 40,000
  - 项目名称: 扫描
    支出:
      2120101:
        30213:
          一般公共预算: 5,000
          事业收入: 15,000
`;

const UNITS = `下属单位:
  - 名称: 甲所
    性质: 事业单位
    基本支出:
      2010350:
        30201: 0
  - 名称: 乙所
    性质: 事业单位
    基本支出:
      2010350:
        30201: 0
`;

interface Said {
  readonly lists?: string;
  readonly figures?: string;
  readonly sentence: string;
  /** What stands behind `sentence: one` in document.yaml. */
  readonly repeated?: string;
  readonly money?: string;
  readonly pack?: Files;
}

function tinyOf({ lists = "", figures = "", sentence, repeated = "", pack = {} }: Said): Tiny {
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { sentence: one${repeated} }\n`;
  return {
    pack,
    files: {
      "document.yaml": document,
      "sentences/one.hbs": sentence,
      ...(lists !== "" && { "lists.yaml": lists }),
      ...(figures !== "" && { "figures.yaml": figures }),
    },
  };
}

/** The paragraphs that one sentence prints. */
const said = (how: Said): string[] => paragraphsOf(documentOfTiny(tinyOf(how), { budget: budgetText(how.money ?? MONEY) }));

describe("lists over an axis", () => {
  it.each([
    ["类, in the order of codes, without those that display as 0", "{ axis: 功能科目, level: 类 }", "一般公共服务支出、社会保障和就业支出、城乡社区支出"],
    ["款", "{ axis: 经济科目, level: 款 }", "机关事业单位基本养老保险缴费、办公费、水费、维修（护）费"],
    ["项", "{ axis: 功能科目, level: 项, where: { 支出性质: 基本支出 } }", "行政运行、机关事业单位基本养老保险缴费支出"],
    ["only what the selection takes", "{ axis: 功能科目, level: 类, where: { 支出性质: 项目支出 } }", "城乡社区支出"],
    ["the selection of a figure", "{ axis: 功能科目, level: 类, figure: 基本支出 }", "一般公共服务支出、社会保障和就业支出"],
    [
      "zeros: true lists those with facts of 0 too",
      "{ axis: 功能科目, level: 类, zeros: true }",
      "一般公共服务支出、社会保障和就业支出、城乡社区支出、住房保障支出",
    ],
    ["names of a standard's own", '{ axis: 功能科目, level: 类, labels: { "212": 城乡 } }', "一般公共服务支出、社会保障和就业支出、城乡"],
    ["项目, in the order of the file", "{ axis: 项目 }", "修缮、扫描"],
    ["支出性质", "{ axis: 支出性质 }", "基本支出、项目支出"],
    ["资金来源", "{ axis: 资金来源 }", "一般公共预算、事业收入"],
    ["单位", "{ axis: 单位 }", "某局"],
    ["nothing where there is nothing", "{ axis: 项目, where: { 支出性质: 结转下年 } }", ""],
    ["a separator of its own", '{ axis: 项目, separator: " / " }', "修缮/扫描"],
    [
      "how one prints",
      '{ axis: 项目, item: "{{序号}}.{{名称}}（{{编码}}）{{金额 本项}}，占{{占比 本项 支出总计}}", separator: ； }',
      "1.修缮（X1）4万元，占40%；2.扫描（）2万元，占20%",
    ],
    ["简称 is the name without 支出", '{ axis: 功能科目, level: 类, item: "{{简称}}{{数额 本项}}" }', "一般公共服务3、社会保障和就业1、城乡社区6"],
    [
      "the words of a project: its own and what the file states of it",
      '{ axis: 项目, item: "{{项目名称}}|{{项目编码}}|{{项目类别}}|{{单位名称}}|{{项目类型}}|{{项目总预算}}|{{绩效目标}}" }',
      "修缮|X1|运转类|某局|阶段性项目|9|花掉4万元。、扫描|||某局|||",
    ],
  ])("%s", (_, list, expected) => {
    expect(said({ lists: `单: ${list}\n`, sentence: "{{名单 单}}：" })).toEqual([`${expected}：`]);
  });

  it("一级项目 are counted once", () => {
    const money = MONEY.replace("    项目类型", "    一级项目: 大楼\n    项目类型").replace("  - 项目名称: 扫描\n", "  - 项目名称: 扫描\n    一级项目: 大楼\n");
    expect(said({ lists: "一级: { axis: 一级项目 }\n二级: { axis: 项目 }\n", sentence: "{{名单 一级}}{{个数 一级}}{{个数 二级}}", money })).toEqual(["大楼12"]);
  });
});

describe("lists of figures", () => {
  const LIST = '种类: { figures: { 事业收入数: 事业收入, 一般公共预算: 拨款, 政府性基金预算: 基金 }, item: "{{名称}}{{金额 本项}}", separator: ； }\n';
  const FIGURES = "事业收入数: { where: { 资金来源: 事业收入 } }\n";

  it("lists those that have money, under their names, in their order", () => {
    expect(said({ lists: LIST, figures: FIGURES, sentence: "{{名单 种类}}{{个数 种类}}" })).toEqual(["事业收入1.5万元；拨款8.5万元2"]);
  });

  it("zeros: true lists all", () => {
    expect(said({ lists: LIST.replace("separator", "zeros: true, separator"), figures: FIGURES, sentence: "{{名单 种类}}" })).toEqual([
      "事业收入1.5万元；拨款8.5万元；基金0万元",
    ]);
  });
});

describe("flags of lists", () => {
  it.each([
    ["two", "{ axis: 项目 }", "有、"],
    ["one", "{ axis: 项目, where: { 资金来源: 事业收入 } }", "有、只有一项、"],
    ["none", "{ axis: 项目, where: { 资金来源: 其他收入 } }", "无、"],
  ])("%s", (_, list, expected) => {
    expect(said({ lists: `单: ${list}\n`, sentence: "{{#if 单.有}}有、{{/if}}{{#if 单.无}}无、{{/if}}{{#if 单.只有一项}}只有一项、{{/if}}" })).toEqual([
      expected,
    ]);
  });

  it("inside its own item a list's flags are those of the list, not of one member", () => {
    const lists = (where: string): string => `单: { axis: 项目, item: "{{名称}}{{#unless 单.只有一项}}{{金额 本项}}{{/unless}}"${where} }\n`;
    expect(said({ lists: lists(""), sentence: "{{名单 单}}" })).toEqual(["修缮4万元、扫描2万元"]);
    expect(said({ lists: lists(", where: { 资金来源: 事业收入 }"), sentence: "{{名单 单}}" })).toEqual(["扫描"]);
  });

  it("下属单位 are those of the file, without the department itself", () => {
    const sentence = "{{#if 下属单位.有}}{{个数 下属单位}}个：{{名单 下属单位}}{{#if 下属单位.只有一项}}！{{/if}}{{else}}没有{{/if}}";
    expect(said({ sentence })).toEqual(["没有"]);
    expect(said({ sentence, money: MONEY + UNITS })).toEqual(["2个：甲所、乙所"]);
    expect(said({ sentence, money: MONEY + UNITS.slice(0, UNITS.indexOf("  - 名称: 乙所")) })).toEqual(["1个：甲所！"]);
  });
});

describe("a sentence for each member", () => {
  it("is repeated, and the figures in it are the member's", () => {
    const sentence = "{{序号}}、{{名称}}{{金额 本项}}：拨款{{金额 一般公共预算}}，事业收入{{金额 事业数}}，占全部{{占比 事业数 事业数}}。";
    expect(said({ lists: "单: { axis: 项目 }\n", figures: "事业数: { where: { 资金来源: 事业收入 } }\n", sentence, repeated: ", each: 单" })).toEqual([
      "1、修缮4万元：拨款4万元，事业收入0万元，占全部0%。",
      "2、扫描2万元：拨款0.5万元，事业收入1.5万元，占全部100%。",
    ]);
  });

  it("its flags are the member's", () => {
    const sentence = "{{名称}}{{#if 事业数.有}}有事业收入{{else}}没有{{/if}}{{#if 项目编码.有}}{{项目编码}}{{/if}}";
    expect(said({ lists: "单: { axis: 项目 }\n", figures: "事业数: { where: { 资金来源: 事业收入 } }\n", sentence, repeated: ", each: 单" })).toEqual([
      "修缮没有X1",
      "扫描有事业收入",
    ]);
  });

  it("lists in it are narrowed to the member's money", () => {
    const lists = '单: { axis: 项目 }\n来源: { axis: 资金来源 }\n种类: { figures: { 一般公共预算: 拨款, 事业数: 事业 }, item: "{{名称}}{{数额 本项}}" }\n';
    const sentence = "{{名称}}：{{名单 来源}}（{{个数 来源}}），{{名单 种类}}{{#if 种类.只有一项}}！{{/if}}";
    expect(said({ lists, figures: "事业数: { where: { 资金来源: 事业收入 } }\n", sentence, repeated: ", each: 单" })).toEqual([
      "修缮：一般公共预算（1），拨款4！",
      "扫描：一般公共预算、事业收入（2），拨款0.5、事业1.5",
    ]);
  });

  it("of several lines makes several paragraphs of each, and an empty line none", () => {
    expect(said({ lists: "单: { axis: 项目 }\n", sentence: "{{名称}}\n\n{{#if 项目编码.有}}编码{{项目编码}}{{/if}}\n", repeated: ", each: 单" })).toEqual([
      "修缮",
      "编码X1",
      "扫描",
    ]);
  });

  it("is not there where the list is empty", () => {
    expect(said({ lists: "单: { axis: 项目, where: { 支出性质: 结转下年 } }\n", sentence: "甲{{名称}}", repeated: ", each: 单" })).toEqual([]);
  });

  it("主要用于 is the text of the 类 at hand", () => {
    const lists = "类: { axis: 功能科目, level: 类, where: { 支出性质: 基本支出 } }\n";
    const money = `${MONEY}主要用于:\n  201 一般公共服务支出: 办公【金额单位】。\n  208: 养老。\n`.replace("【金额单位】", "");
    expect(said({ lists, sentence: "{{简称}}（类）{{金额 本项}}，主要用于{{文字 主要用于}}。", repeated: ", each: 类", money })).toEqual([
      "一般公共服务（类）3万元，主要用于办公。",
      "社会保障和就业（类）1万元，主要用于养老。",
    ]);
    expect(
      findingsOfTiny(tinyOf({ lists, sentence: "{{名称}}{{文字 主要用于}}", repeated: ", each: 类" }), {
        budget: budgetText(`${MONEY}主要用于:\n  201: 办公。\n`),
      }),
    ).toEqual(["missing-input 标准“小标准”要写每个功能科目（类）的“主要用于”，208 社会保障和就业支出没有写"]);
  });
});

it("a list whose item prints the list, by itself or by way of another, is refused once", () => {
  const circle = '单: { axis: 项目, item: "{{名单 乙}}{{名单 乙}}" }\n乙: { axis: 项目, item: "{{名单 单}}{{名单 单}}" }\n';
  const findings = findingsOfTiny(tinyOf({ lists: circle, sentence: "{{名单 单}}。" }), { budget: budgetText(MONEY) });
  expect(findings.map((finding) => finding.split(" ")[0])).toEqual(["template-circle"]);
});
