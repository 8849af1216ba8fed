import { describe, expect, it } from "vitest";
import type { BudgetDocument } from "../../src/model/document.ts";
import { budgetText, compileTiny, documentOfTiny, type Files, findingsOfTiny, type Tiny } from "../support/tiny-standard.ts";

const MONEY = "基本支出:\n  2010301:\n    30201:\n      一般公共预算: 10,000\n";
const FUND = `${MONEY}      政府性基金预算: 10,000\n`;
const BELOW = "下属单位:\n  - 名称: 某所\n    性质: 事业单位\n    基本支出:\n      2010350:\n        30201: 10,000\n";

const FILES: Files = {
  "lists.yaml": "基金项目: { axis: 功能科目, level: 项, where: { 资金来源: 政府性基金预算 } }\n",
  "inputs.yaml": "说明:\n  事由: { kind: 文字 }\n  到位: { kind: 金额 }\n  次数: { kind: 数量, measure: 次 }\n",
  "sentences/plain.hbs": "话。",
  "terms.yaml": "- { term: 甲, definition: 指甲。 }\n",
};

function tinyOf(parts: string, heading = "无, 一、, （一）, 1."): Tiny {
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n${parts}`;
  const ordinals = `{ heading: [${heading}], row: 一、, term: 一、, paragraph: （一） }`;
  return { pack: { ordinals }, files: { ...FILES, "document.yaml": document } };
}

const headings = ({ parts }: BudgetDocument): string[] =>
  parts.flatMap(({ heading, blocks }) => [heading.text, ...blocks.flatMap((block) => (block.kind === "heading" ? [block.heading.text] : []))]);

const made = (tiny: Tiny, money: string, head = ""): BudgetDocument => documentOfTiny(tiny, { budget: budgetText(money, { head }) });

describe("when", () => {
  const sections = (name: string): Tiny =>
    tinyOf(`  - section: 部分
    content:
      - { section: 前, content: [{ sentence: plain }] }
      - { section: 有时, when: ${name}, content: [{ section: 内, content: [{ sentence: plain }] }] }
      - { section: 后, content: [{ sentence: plain }] }
`);
  const parts = (name: string): Tiny =>
    tinyOf(
      `  - { section: 前, content: [{ sentence: plain }] }\n  - { section: 有时, when: ${name}, content: [{ section: 内, content: [{ sentence: plain }] }] }\n  - { section: 后, content: [{ sentence: plain }] }\n`,
      "一、, （一）",
    );

  it.each([
    ["a figure", "政府性基金预算", FUND, "", MONEY, ""],
    ["a figure that displays as 0", "政府性基金预算", FUND, "", FUND.replace("政府性基金预算: 10,000", "政府性基金预算: 49.99元"), ""],
    ["a list", "基金项目", FUND, "", MONEY, ""],
    ["a text", "事由", MONEY, "说明:\n  事由: 事。\n", MONEY, ""],
    ["an amount", "到位", MONEY, "说明:\n  到位: 1万元\n", MONEY, "说明:\n  到位: 0\n"],
    ["an amount that nobody wrote", "到位", MONEY, "说明:\n  到位: 1万元\n", MONEY, ""],
    ["a quantity", "次数", MONEY, "说明:\n  次数: 3次\n", MONEY, ""],
    ["下属单位", "下属单位", MONEY + BELOW, "", MONEY, ""],
  ])("%s: a section or part stands only where it is there, and those behind it close the gap", (_, name, money, head, without, headWithout) => {
    expect(headings(made(sections(name), money, head))).toEqual(["部分", "一、前", "二、有时", "（一）内", "三、后"]);
    expect(headings(made(parts(name), money, head))).toEqual(["一、前", "二、有时", "（一）内", "三、后"]);
    expect(headings(made(sections(name), without, headWithout))).toEqual(["部分", "一、前", "二、后"]);
    const document = made(parts(name), without, headWithout);
    expect(headings(document)).toEqual(["一、前", "二、后"]);
    expect(document.contents.map(({ text }) => text)).toEqual(["一、前", "二、后"]);
  });

  it("of a name that nothing has is refused", () => {
    expect(findingsOfTiny(sections("政府性基金"), { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name /);
    expect(findingsOfTiny(parts("政府性基金"), { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name /);
  });

  it("what is not there asks for nothing", () => {
    const tiny = tinyOf("  - section: 部分\n    content:\n      - { section: 有时, when: 政府性基金预算, content: [{ input: 事由 }] }\n");
    expect(compileTiny(tiny, { budget: budgetText(MONEY) }).diagnostics).toEqual([]);
  });
});

describe("ordinals", () => {
  const inner = (ordinals: string): string => `  - section: 甲
    content:
      - section: 子
        ${ordinals}content:
          - { section: 孙, content: [{ section: 曾孙, content: [{ sentence: plain }] }, { section: 曾孙, content: [{ sentence: plain }] }] }
          - { section: 孙, content: [{ sentence: plain }] }
      - { section: 子, content: [{ section: 孙, content: [{ sentence: plain }] }] }
`;

  it("of a section are those of what is inside it, from the next level on", () => {
    expect(headings(made(tinyOf(inner("ordinals: [1., （1）]\n        ")), MONEY))).toEqual([
      "甲",
      "一、子",
      "1.孙",
      "（1）曾孙",
      "（2）曾孙",
      "2.孙",
      "二、子",
      "（一）孙",
    ]);
  });

  it("of a part likewise, and the next part has the usual ones", () => {
    const part = (ordinals: string): string =>
      `  - section: 甲\n    ${ordinals}content:\n      - { section: 子, content: [{ section: 孙, content: [{ sentence: plain }] }] }\n      - { section: 子, content: [{ sentence: plain }] }\n`;
    expect(headings(made(tinyOf(part("ordinals: [1、, 无]\n    ") + part("")), MONEY))).toEqual([
      "甲",
      "1、子",
      "孙",
      "2、子",
      "甲",
      "一、子",
      "（一）孙",
      "二、子",
    ]);
  });

  it("无 numbers nothing", () => {
    expect(headings(made(tinyOf(inner("ordinals: [无, 无]\n        ")), MONEY)).slice(2, 6)).toEqual(["孙", "曾孙", "曾孙", "孙"]);
  });

  it("parts count 一、二、 where their shape says so", () => {
    const parts = ["甲", "乙", "丙"].map((name) => `  - { section: ${name}, content: [{ sentence: plain }] }\n`).join("");
    expect(headings(made(tinyOf(parts, "一、, （一）"), MONEY))).toEqual(["一、甲", "二、乙", "三、丙"]);
    expect(headings(made(tinyOf(parts, "1."), MONEY))).toEqual(["1.甲", "2.乙", "3.丙"]);
    expect(headings(made(tinyOf(parts), MONEY))).toEqual(["甲", "乙", "丙"]);
  });
});
