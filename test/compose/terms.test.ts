import { describe, expect, it } from "vitest";
import type { BudgetDocument } from "../../src/model/document.ts";
import { budgetText, compileTiny, documentOfTiny, findingsOfTiny, type Tiny } from "../support/tiny-standard.ts";

const MONEY = `基本支出:
  2080505:
    30108: 10,000
  2010301:
    30201: 20,000
    30205: 0
结转下年:
  2110101:
    一般公共预算: 10,000
`;

const DEFINITIONS = `功能科目:
  行政运行: 按名称的行政运行。
  "2010301": 按编码的行政运行。
  机关事业单位基本养老保险缴费支出: 养老，{{年度}}年。
  一般公共服务支出: 一般公共服务。
  社会保障和就业支出: 社保。
经济科目:
  "30108": 缴费。
  水费: 用水。
  "30201": 办公。
`;

interface Given {
  readonly terms: string;
  readonly table?: string;
  readonly definitions?: string;
}

const TABLE =
  "title: 表\nwhere: { 支出性质: 基本支出 }\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 功能科目, levels: [类, 款, 项] }]\n";
const ECONOMIC = TABLE.replace("功能科目, levels: [类, 款, 项]", "经济科目, levels: [类, 款]");

function tinyOf({ terms, table = TABLE, definitions = DEFINITIONS }: Given): Tiny {
  const document =
    'title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content: [{ table: "1" }]\n  - section: 名词解释\n    content: [{ terms: true }]\n';
  return { files: { "document.yaml": document, "tables/1.yaml": table, "terms.yaml": terms, "definitions.yaml": definitions } };
}

const termsIn = ({ parts }: BudgetDocument): string[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "term" ? [block.ordinal + block.term + block.separator + block.definition] : [])));

const terms = (given: Given, head = ""): string[] => termsIn(documentOfTiny(tinyOf(given), { budget: budgetText(MONEY, { head }) }));

describe("terms of the 科目 that the tables print", () => {
  it("are in the order of codes; a code's definition goes before a name's; words are filled in", () => {
    expect(terms({ terms: "- { axis: 功能科目, level: 项 }\n" })).toEqual([
      "一、行政运行：按编码的行政运行。",
      "二、机关事业单位基本养老保险缴费支出：养老，2024年。",
    ]);
  });

  it("are of their level, of either kind of 科目, those with facts of 0 too", () => {
    expect(terms({ terms: "- { axis: 功能科目, level: 类 }\n" })).toEqual(["一、一般公共服务支出：一般公共服务。", "二、社会保障和就业支出：社保。"]);
    expect(terms({ terms: "- { axis: 经济科目, level: 款 }\n", table: ECONOMIC })).toEqual([
      "一、机关事业单位基本养老保险缴费：缴费。",
      "二、办公费：办公。",
      "三、水费：用水。",
    ]);
  });

  it("are only those that a row prints: not what the table leaves out, nor another kind of 科目, nor a fixed row without money", () => {
    const fixed = TABLE.replace("levels: [类, 款, 项]", 'levels: [类], only: ["201", "203", "208"]');
    expect(terms({ terms: "- { axis: 功能科目, level: 类 }\n", table: fixed })).toHaveLength(2);
    expect(terms({ terms: "- { axis: 经济科目, level: 款 }\n" })).toEqual([]);
    expect(terms({ terms: "- { axis: 功能科目, level: 项 }\n", table: ECONOMIC })).toEqual([]);
  });

  it("stand among fixed ones, all numbered together", () => {
    const list = '- { term: 甲, definition: 指甲。 }\n- { axis: 功能科目, level: 类 }\n- { term: 乙, definition: "指{{年度}}年的乙。" }\n';
    expect(terms({ terms: list })).toEqual([
      "一、甲：指甲。",
      "二、一般公共服务支出：一般公共服务。",
      "三、社会保障和就业支出：社保。",
      "四、乙：指2024年的乙。",
    ]);
  });

  it("without a definition are complained of, with the place of their money, and left out", () => {
    const tiny = tinyOf({ terms: "- { axis: 功能科目, level: 项 }\n", definitions: '功能科目:\n  "2010301": 甲。\n' });
    const { value, diagnostics } = compileTiny(tiny, { budget: budgetText(MONEY) });
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      "warning term-undefined 表里印了科目 2080505 机关事业单位基本养老保险缴费支出，标准“小标准”的名词解释里没有它",
    ]);
    expect(diagnostics[0]?.span?.file.text.slice(diagnostics[0].span.start, diagnostics[0].span.end)).toBe("10,000");
    expect(value && termsIn(value.document)).toEqual(["一、行政运行：甲。"]);
  });
});

describe("the unit's own definitions", () => {
  it("go before the standard's, by name or with the code before it, and print the figures that they name", () => {
    const head = "名词解释:\n  2010301 行政运行: 本局的，【基本支出】。\n  甲: 本局的甲。\n";
    expect(terms({ terms: "- { term: 甲, definition: 指甲。 }\n- { axis: 功能科目, level: 项 }\n" }, head)).toEqual([
      "一、甲：本局的甲。",
      "二、行政运行：本局的，3万元。",
      "三、机关事业单位基本养老保险缴费支出：养老，2024年。",
    ]);
  });

  it("define what the standard does not", () => {
    const definitions = '功能科目:\n  "2010301": 甲。\n';
    const head = "名词解释:\n  机关事业单位基本养老保险缴费支出: 本局的。\n";
    expect(terms({ terms: "- { axis: 功能科目, level: 项 }\n", definitions }, head)).toEqual([
      "一、行政运行：甲。",
      "二、机关事业单位基本养老保险缴费支出：本局的。",
    ]);
  });

  it("that nothing prints are a warning", () => {
    const given = tinyOf({ terms: "- { axis: 功能科目, level: 项 }\n" });
    expect(findingsOfTiny(given, { budget: budgetText(MONEY, { head: "名词解释:\n  行政运营: 本局的。\n" }) })).toEqual([
      "term-unused 名词解释里没有“行政运营”，文件里写的说明没有用上",
    ]);
  });
});

describe("when: a term only where there is something", () => {
  it.each([
    ["a figure with money", "基本支出", ["一、甲：指甲。"]],
    ["a figure without", "项目支出", []],
    ["a list with members", "有类", ["一、甲：指甲。"]],
    ["a list without", "无类", []],
    ["an input that is given", "封面日期", ["一、甲：指甲。"]],
    ["an input that is not", "主要职责", []],
    ["下属单位", "下属单位", []],
  ])("%s", (_, when, expected) => {
    const tiny = tinyOf({ terms: `- { term: 甲, definition: 指甲。, when: ${when} }\n` });
    const lists = "有类: { axis: 功能科目, level: 类 }\n无类: { axis: 功能科目, level: 类, where: { 支出性质: 项目支出 } }\n";
    const document = documentOfTiny({ files: { ...tiny.files, "lists.yaml": lists } }, { budget: budgetText(MONEY, { head: "公开:\n  封面日期: 二月\n" }) });
    expect(termsIn(document)).toEqual(expected);
  });
});
