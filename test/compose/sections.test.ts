import { describe, expect, it } from "vitest";
import type { BudgetDocument } from "../../src/model/document.ts";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, type Tiny, type Written } from "../support/tiny-standard.ts";

const project = (name: string, general: string, fund?: string): string =>
  `  - 项目名称: ${name}\n    支出:\n      2120101:\n        30213:\n          一般公共预算: ${general}\n${fund === undefined ? "" : `          政府性基金预算: ${fund}\n`}`;

/** 修缮 of 4万元 and 1万元 政府性基金, 扫描 of 2万元; 办公费 1万元 beside them. */
const MONEY = `基本支出:\n  2010301:\n    30201: 10,000\n项目支出:\n${project("修缮", "40,000", "10,000")}${project("扫描", "20,000")}`;

const LISTS = `项目单: { axis: 项目 }
来源: { axis: 资金来源, item: "{{名称}}{{金额 本项}}" }
各来源: { axis: 资金来源, item: "{{名称}}{{金额 本项}}", zeros: true }
类单: { axis: 功能科目, level: 类 }
空单: { axis: 项目, where: { 支出性质: 结转下年 } }
`;

const FILES: Files = {
  "lists.yaml": LISTS,
  "inputs.yaml": "概况: { 招商: { kind: 文字 } }\n",
  "sentences/money.hbs": "{{名称}}{{金额 本项}}，财政拨款{{金额 财政拨款}}。",
  "sentences/sources.hbs": "{{名称}}：{{名单 来源}}。",
  "sentences/all.hbs": "{{名称}}：{{名单 各来源}}。",
  "sentences/source.hbs": "{{名称}}{{金额 本项}}",
  "sentences/plain.hbs": "话。",
  "forms/one.yaml": 'title: 单\ncolumns: [1, 1]\nrows: [[{ text: "{{名称}}" }, { text: "{{数额 本项}}" }]]\n',
};

interface More {
  readonly pack?: Files;
  readonly files?: Files;
}

const ORDINALS = "{ heading: [无, 一、, （一）, 1.], row: 一、, term: 一、, paragraph: （一） }";

function tinyOf(parts: string, { pack = {}, files = {} }: More = {}): Tiny {
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n${parts}`;
  // What nothing names stands nowhere, and would be read as standing outside of what repeats.
  const named = Object.entries(FILES).filter(([path]) => !/^(?:sentences|forms)/.test(path) || new RegExp(`: ${/\/(\w+)\./.exec(path)?.[1]}\\b`).test(parts));
  return { pack: { ordinals: ORDINALS, ...pack }, files: { ...Object.fromEntries(named), ...files, "document.yaml": document } };
}

/** All that stands in a document, one line a block, headings by their depth. */
function outline({ parts }: BudgetDocument): string[] {
  return parts.flatMap(({ heading, blocks }) => [
    `# ${heading.text}`,
    ...blocks.map((block) => {
      if (block.kind === "heading") return `${"#".repeat(block.heading.level)} ${block.heading.text}`;
      if (block.kind === "paragraph") return block.text;
      if (block.kind === "form") return `form ${block.form.rows.map((row) => row.map(({ text }) => text).join("|")).join("/")}`;
      return block.kind === "table" ? `table ${block.table.title}` : block.term;
    }),
  ]);
}

const made = (parts: string, more: More = {}, written: Written = { budget: budgetText(MONEY) }): BudgetDocument => documentOfTiny(tinyOf(parts, more), written);
const all = (parts: string, more: More = {}, written?: Written): string[] => outline(made(parts, more, written));
const contents = (document: BudgetDocument): string[] => document.contents.map(({ text, level }) => `${level} ${text}`);

const wrapped = (content: string): string => `  - section: 部分\n    content:\n${content}`;

describe("a section with each", () => {
  it("stands once a member: its heading, its sections, sentences and forms are the member's", () => {
    const parts = wrapped(`      - section: "{{名称}}的说明"
        each: 项目单
        content:
          - { section: "{{序号}}：{{名称}}", content: [{ sentence: money }] }
          - { form: one }
      - { section: 其后, content: [{ sentence: plain }] }
`);
    expect(all(parts)).toEqual([
      "# 部分",
      "## 一、修缮的说明",
      "### （一）1：修缮",
      "修缮5万元，财政拨款5万元。",
      "form 修缮|5",
      "## 二、扫描的说明",
      "### （一）2：扫描",
      "扫描2万元，财政拨款2万元。",
      "form 扫描|2",
      "## 三、其后",
      "话。",
    ]);
  });

  it("a list inside is narrowed to the member, also where a sentence or a form repeats over it", () => {
    const parts = wrapped(`      - section: "{{名称}}"
        each: 项目单
        content: [{ sentence: sources }, { sentence: source, each: 来源 }, { form: one, each: 来源 }]
`);
    expect(all(parts)).toEqual([
      "# 部分",
      "## 一、修缮",
      "修缮：一般公共预算4万元、政府性基金预算1万元。",
      "一般公共预算4万元",
      "政府性基金预算1万元",
      "form 一般公共预算|4",
      "form 政府性基金预算|1",
      "## 二、扫描",
      "扫描：一般公共预算2万元。",
      "一般公共预算2万元",
      "form 一般公共预算|2",
    ]);
  });

  it("a section inside repeats over what is the outer member's", () => {
    const parts = wrapped(`      - section: "{{名称}}"
        each: 项目单
        content: [{ section: "{{名称}}", each: 来源, content: [{ sentence: money }] }]
`);
    expect(all(parts)).toEqual([
      "# 部分",
      "## 一、修缮",
      "### （一）一般公共预算",
      "一般公共预算4万元，财政拨款4万元。",
      "### （二）政府性基金预算",
      "政府性基金预算1万元，财政拨款1万元。",
      "## 二、扫描",
      "### （一）一般公共预算",
      "一般公共预算2万元，财政拨款2万元。",
    ]);
  });

  it("zeros: true lists inside it what belongs to the member in this year or in last year alone", () => {
    const parts = wrapped('      - { section: "{{名称}}", each: 项目单, content: [{ sentence: all }] }\n');
    const written: Written = {
      budget: budgetText(MONEY, { head: "上年文件: 2023.yaml\n" }),
      beside: { "2023.yaml": budgetText(`项目支出:\n${project("修缮", "10,000")}${project("扫描", "20,000", "30,000")}`, { year: 2023 }) },
    };
    expect(all(parts, {}, written)).toEqual([
      "# 部分",
      "## 一、修缮",
      "修缮：一般公共预算4万元、政府性基金预算1万元。",
      "## 二、扫描",
      "扫描：一般公共预算2万元、政府性基金预算0万元。",
    ]);
    expect(all(parts)).toContain("扫描：一般公共预算2万元。");
  });

  it("of an empty list is not there, and takes no number", () => {
    const parts = wrapped(`      - { section: "{{名称}}", each: 空单, content: [{ sentence: money }] }
      - { section: 其后, content: [{ sentence: plain }] }
`);
    expect(all(parts)).toEqual(["# 部分", "## 一、其后", "话。"]);
  });

  it("has its headings in the 目录 with anchors of their own, unless listed says no", () => {
    const section = (listed: string): string =>
      wrapped(`      - { section: "{{名称}}", each: 项目单${listed}, content: [{ section: 内, content: [{ sentence: money }] }] }\n`);
    const document = made(section(""));
    expect(contents(document)).toEqual(["1 部分", "2 一、修缮", "3 （一）内", "2 二、扫描", "3 （一）内"]);
    expect(new Set(document.contents.map(({ anchor }) => anchor)).size).toBe(5);
    expect(contents(made(section(", listed: false")))).toEqual(["1 部分"]);
  });

  it("a form in it stands in the 目录 each time", () => {
    const parts = wrapped('      - { section: "{{名称}}", each: 项目单, content: [{ form: one }] }\n');
    expect(contents(made(parts))).toEqual(["1 部分", "2 一、修缮", "3 （一）单", "2 二、扫描", "3 （一）单"]);
  });

  it("words of a member are unknown where nothing repeats", () => {
    const parts = wrapped('      - { section: "{{名称}}", content: [{ sentence: plain }] }\n');
    expect(findingsOfTiny(tinyOf(parts), { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name .*名称/);
  });
});

describe("a table inside what repeats", () => {
  const files = { "tables/1.yaml": "title: 表\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 功能科目 }]\n" };

  it.each([
    ["a section", wrapped('      - { section: 内, each: 项目单, content: [{ table: "1" }] }\n')],
    ["a section deeper", wrapped('      - { section: 内, each: 项目单, content: [{ section: 更内, content: [{ table: "1" }] }] }\n')],
    ["a part", '  - { section: 部分, each: 项目单, content: [{ table: "1" }] }\n'],
  ])("is refused: %s", (_, parts) => {
    const codes = findingsOfTiny(tinyOf(parts, { files }), { budget: budgetText(MONEY) }).map((finding) => finding.split(" ")[0]);
    expect(codes).toContain("wrong-shape");
  });
});

describe("a part with each", () => {
  it("stands once a member, and the parts are numbered through", () => {
    const parts =
      '  - { section: "{{名称}}", each: 项目单, content: [{ section: "{{名称}}内", content: [{ sentence: money }] }] }\n  - { section: 末, content: [{ sentence: plain }] }\n';
    const pack = { ordinals: ORDINALS.replace("[无, 一、", "[一、, （一）") };
    expect(all(parts, { pack })).toEqual([
      "# 一、修缮",
      "## （一）修缮内",
      "修缮5万元，财政拨款5万元。",
      "# 二、扫描",
      "## （一）扫描内",
      "扫描2万元，财政拨款2万元。",
      "# 三、末",
      "话。",
    ]);
    expect(contents(made(parts, { pack }))).toEqual(["1 一、修缮", "2 （一）修缮内", "1 二、扫描", "2 （一）扫描内", "1 三、末"]);
  });
});
