import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, paragraphsOf, type Tiny } from "../support/tiny-standard.ts";

interface Said {
  readonly files?: Files;
  readonly pack?: Files;
  readonly money: string;
  readonly head?: string;
}

/** `more` is what stands behind `sentence: one` in document.yaml. */
function tinyOf(sentence: string, { files = {}, pack = {} }: Pick<Said, "files" | "pack">, more = ""): Tiny {
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { sentence: one${more} }\n`;
  return { pack, files: { "document.yaml": document, "sentences/one.hbs": sentence, ...files } };
}

const said = (sentence: string, how: Said, more = ""): string[] =>
  paragraphsOf(documentOfTiny(tinyOf(sentence, how, more), { budget: budgetText(how.money, how) }));

const office = (amount: string): string => `基本支出:\n  2010301:\n    30201: ${amount}\n`;

describe("the format of a paragraph", () => {
  const format = (sentence: string, others = ""): string => `
  table: { unit: 万元, decimals: 2, trim: false, separator: false }
  sentence: ${sentence}
  percentage: { decimals: 2, trim: whole }
${others}`;
  const SHORT = "{ unit: 万元, decimals: 2, trim: true, separator: false }";

  it.each([
    ["zeros at the end dropped", "{ unit: 万元, decimals: 2, trim: true, separator: true }", "12,345,000", "1,234.5万元"],
    ["zeros kept", "{ unit: 万元, decimals: 2, trim: false, separator: false }", "12,345,000", "1234.50万元"],
    ["whole: 2.00 is 2", "{ unit: 万元, decimals: 2, trim: whole, separator: false }", "20,000", "2万元"],
    ["whole: 2.50 stays", "{ unit: 万元, decimals: 2, trim: whole, separator: false }", "25,000", "2.50万元"],
    ["zero: what stands for 0", '{ unit: 万元, decimals: 2, trim: false, separator: false, zero: "0" }', "0", "0万元"],
    ["zero: and for what displays as 0", '{ unit: 万元, decimals: 2, trim: false, separator: false, zero: "0" }', "49.99元", "0万元"],
    ["zero: 0.01 is none", '{ unit: 万元, decimals: 2, trim: false, separator: false, zero: "0" }', "50元", "0.01万元"],
    ["other decimals", "{ unit: 万元, decimals: 1, trim: false, separator: false }", "12,500", "1.3万元"],
    ["元", "{ unit: 元, decimals: 0, trim: false, separator: true }", "12345.5元", "12,346元"],
    ["亿元", "{ unit: 亿元, decimals: 4, trim: true, separator: false }", "12,345,000", "0.1235亿元"],
  ])("%s", (_, sentence, amount, expected) => {
    expect(said("{{金额 支出总计}}", { pack: { formats: format(sentence) }, money: office(amount) })).toEqual([expected]);
  });

  const OTHERS = `  others:
    元: { unit: 元, decimals: 0, trim: false, separator: true }
    整: { unit: 万元, decimals: 0, trim: false, separator: false, percentage: { decimals: 0, trim: false } }`;
  const ALL = "{{金额 支出总计}}|{{数额 支出总计}}|{{金额单位}}|{{占比 一般公共预算 支出总计}}|{{变化 支出总计}}";
  const how: Said = {
    pack: { formats: format(SHORT, OTHERS) },
    files: { "phrases.yaml": 'changes:\n  变化: { 增加: "增{{差额}}{{幅度}}（{{本年数}}、{{上年数}}）", 减少: 减, 持平: 平, 基数为零: 零 }\n' },
    head: "上年数:\n  支出总计: 1.26万元\n",
    money: "基本支出:\n  2010301:\n    30201: 14,900\n事业单位经营支出:\n  2010301:\n    30201:\n      事业单位经营收入: 10,000\n",
  };

  it.each([
    ["", "2.49万元|2.49|万元|59.84%|增1.23万元97.62%（2.49万元、1.26万元）"],
    [", format: 元", "24,900元|24,900|元|59.84%|增12,300元97.62%（24,900元、12,600元）"],
    [", format: 整", "2万元|2|万元|50%|增1万元100%（2万元、1万元）"],
  ])("a named format%s is in force for amounts, shares, changes and the word 金额单位", (more, expected) => {
    expect(said(ALL, how, more)).toEqual([expected]);
  });

  it("figures that an officer names in 【】 print in the format of the place", () => {
    const files = { "inputs.yaml": "说明: { 事由: { kind: 文字 } }\n" };
    const given: Said = { ...how, files, head: "说明:\n  事由: 共【支出总计】。\n" };
    expect(said("{{文字 事由}}", given, ", format: 元")).toEqual(["共24,900元"]);
    expect(said("{{文字 事由}}", given)).toEqual(["共2.49万元"]);
  });
});

describe("占比", () => {
  const two = (first: string, second: string): string =>
    `基本支出:\n  2010301:\n    30201: ${first}\n事业单位经营支出:\n  2010301:\n    30201:\n      事业单位经营收入: ${second}\n`;

  it.each([
    ["10,000", "20,000", "33.33%"],
    ["20,000", "10,000", "66.67%"],
    ["10,000", "0", "100%"],
    ["0", "10,000", "0%"],
    // of what is displayed: 0.01 of 0.03, whatever the fen are
    ["149元", "149元", "33.33%"],
    ["1元", "10,000", "0%"],
  ])("%s of it and %s: %s", (first, second, expected) => {
    expect(said("{{占比 基本支出 支出总计}}", { money: two(first, second) })).toEqual([expected]);
  });

  it("of nothing is 0%, and never an exception", () => {
    expect(said("{{占比 基本支出 支出总计}}", { money: two("0", "0") })).toEqual(["0%"]);
  });
});

describe("words of a change", () => {
  const PHRASES = `changes:
  变化:
    增加: 比上年增加{{差额}}，增长{{幅度}}，原因是{{原因}}
    减少: 比上年减少{{差额}}，下降{{幅度}}，原因是{{原因}}
    持平: 与上年持平
    基数为零: 比上年增加{{差额}}（不可比），因为{{原因}}
    均为零: 两年都没有
  简:
    增加: 增{{差额}}
    减少: 减{{差额}}
    持平: 平
    基数为零: 零起{{差额}}
  细:
    增加: 增{{幅度}}
    减少: 减{{幅度}}
    微增: 增不足{{最小幅度}}
    微减: 减不足{{最小幅度}}
    持平: 平
    基数为零: 零起
`;
  const changed = (now: string, before: string, phrase = "变化"): string[] =>
    said(`{{${phrase} 支出总计}}`, {
      files: { "phrases.yaml": PHRASES },
      money: office(now),
      head: `上年数:\n  支出总计: ${before}\n原因:\n  支出总计: 业务变化\n`,
    });

  it.each([
    ["20,000", "1万元", "比上年增加1万元，增长100%，原因是业务变化"],
    ["10,000", "4万元", "比上年减少3万元，下降75%，原因是业务变化"],
    ["10,000", "1万元", "与上年持平"],
    ["10,000", "0", "比上年增加1万元（不可比），因为业务变化"],
    ["0", "0", "两年都没有"],
    ["49.99元", "0", "两年都没有"],
    ["50元", "0", "比上年增加0.01万元（不可比），因为业务变化"],
    ["10,000", "49.99元", "比上年增加1万元（不可比），因为业务变化"],
  ])("%s ← %s: %s", (now, before, words) => {
    expect(changed(now, before)).toEqual([words]);
  });

  it("均为零 is worded as 持平 where a standard has no word for it", () => {
    expect(changed("0", "0", "简")).toEqual(["平"]);
  });

  it.each([
    ["100,000,100", "变化", "比上年增加0.01万元，增长0%，原因是业务变化"],
    ["100,000,100", "细", "增不足0.01%"],
    ["99,999,900", "细", "减不足0.01%"],
    ["100,005,000", "细", "增0.01%"],
    ["100,000,000", "细", "平"],
  ])("%s ← 10000万元 in “%s”: %s, for a phrase may have words for a rate that rounds to nothing", (now, phrase, words) => {
    expect(changed(now, "10000万元", phrase)).toEqual([words]);
  });

  it.each([
    ["20,000", "1万元", ["missing-reason “支出总计”比上年增加了，没有写原因"]],
    ["10,000", "2万元", ["missing-reason “支出总计”比上年减少了，没有写原因"]],
    ["10,000", "0", ["missing-reason “支出总计”比上年增加了，没有写原因"]],
    ["10,000", "1万元", []],
    ["0", "0", []],
  ])("%s ← %s: a reason is asked for only where the words have one", (now, before, findings) => {
    const tiny = tinyOf("{{变化 支出总计}}", { files: { "phrases.yaml": PHRASES } });
    expect(findingsOfTiny(tiny, { budget: budgetText(office(now), { head: `上年数:\n  支出总计: ${before}\n` }) })).toEqual(findings);
  });

  it.each([
    ["20,000", "1万元", "增"],
    ["10,000", "2万元", "减"],
    ["10,000", "1万元", "平"],
    ["10,000", "0", "增零"],
    ["0", "0", "平零"],
  ])("%s ← %s: flags %s", (now, before, flags) => {
    const sentence = "{{#if 支出总计.增}}增{{/if}}{{#if 支出总计.减}}减{{/if}}{{#if 支出总计.平}}平{{/if}}{{#if 支出总计.基数为零}}零{{/if}}。";
    expect(said(sentence, { money: office(now), head: `上年数:\n  支出总计: ${before}\n` })).toEqual([`${flags}。`]);
  });
});

describe("amounts of earlier years", () => {
  const HEAD = "上年数:\n  支出总计: 2.50万元\n前年数:\n  支出总计: 12,000\n";

  it("print with and without their unit, in the format in force", () => {
    expect(said("{{上年数 支出总计}}|{{上年数额 支出总计}}|{{前年数 支出总计}}|{{前年数额 支出总计}}", { money: office("10,000"), head: HEAD })).toEqual([
      "2.5万元|2.5|1.2万元|1.2",
    ]);
  });

  it("of a list of figures are those of the figure at hand", () => {
    const files = { "lists.yaml": '单: { figures: { 支出总计: 支出, 基本支出: 基本 }, item: "{{名称}}{{上年数额 本项}}/{{前年数额 本项}}" }\n' };
    const head = "上年数:\n  支出总计: 2万元\n  基本支出: 3万元\n前年数:\n  支出总计: 4万元\n  基本支出: 5万元\n";
    expect(said("{{名单 单}}", { money: office("10,000"), head, files })).toEqual(["支出2/4、基本3/5"]);
  });

  it.each([
    ["{{上年数 支出总计}}", "last-year-missing 缺少“支出总计”的上年数，“部分”要印这个数"],
    ["{{前年数额 支出总计}}", "year-before-last-missing 缺少“支出总计”的前年数，“部分”要印这个数"],
  ])("%s that the file does not state", (sentence, finding) => {
    expect(findingsOfTiny(tinyOf(sentence, {}), { budget: budgetText(office("10,000")) })).toEqual([finding]);
  });
});

describe("quantities and inputs", () => {
  const files = { "figures.yaml": "实有人员: { quantities: [在职人员, 离退休人员] }\n" };

  it("a sum of quantities has their unit", () => {
    const head = "人员:\n  在职人员: 74人\n  离退休人员: 6人\n";
    expect(said("{{数量 实有人员}}、{{数量 在职人员}}", { files, money: office("10,000"), head })).toEqual(["80人、74人"]);
  });

  it("a sum of quantities wants each of them", () => {
    const budget = budgetText(office("10,000"), { head: "人员:\n  在职人员: 74人\n" });
    expect(findingsOfTiny(tinyOf("{{数量 实有人员}}", { files }), { budget })).toEqual(["missing-input 标准“小标准”要用“人员 / 离退休人员”，文件里没有写"]);
  });

  it.each([
    ["公开:\n  封面日期: 二月\n", "二月"],
    ["", "没有"],
  ])("an input has flags: given or not", (head, expected) => {
    expect(said("{{#if 封面日期.有}}{{文字 封面日期}}{{/if}}{{#if 封面日期.无}}没有{{/if}}", { money: office("10,000"), head })).toEqual([expected]);
  });

  it("else and nesting take one branch", () => {
    const sentence = "{{#if 基本支出.有}}基{{#if 项目支出.有}}项{{else}}无项{{/if}}{{else}}无基{{/if}}";
    expect(said(sentence, { money: office("10,000") })).toEqual(["基无项"]);
    expect(said(sentence, { money: office("0") })).toEqual(["无基"]);
  });
});
