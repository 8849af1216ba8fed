import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Form } from "../../src/model/form.ts";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, formsOf, type Tiny, type Written } from "../support/tiny-standard.ts";

const MONEY = `项目支出:
  - 项目名称: 修缮
    项目类型: 阶段性项目
    支出:
      2120101:
        30213:
          一般公共预算: 40,000
          政府性基金预算: 1,000
    绩效目标: |
      修好。
      花掉【项目金额】。
    绩效指标:
      产出指标:
        数量指标:
          间数: 3间
          面积: 90平方米
        成本指标:
          费用: 【项目金额】
      满意度指标:
        服务对象满意度指标:
          满意度: ≥90%
  - 项目名称: 扫描
    支出:
      2120101:
        30213: 20,000
`;

const LISTS = "单: { axis: 项目 }\n首: { axis: 项目, where: { 资金来源: 政府性基金预算 } }\n无: { axis: 项目, where: { 支出性质: 结转下年 } }\n";

const head = (columns: string): string => `title: 表\ncolumns: [${columns}]\nrows:\n`;

interface More {
  readonly repeated?: string;
  readonly pack?: Files;
  readonly budget?: string;
  readonly files?: Files;
}

function tinyOf(form: string, { repeated = ", each: 单", pack = {}, files = {} }: More): Tiny {
  const document = `title: 题\ncover: [{ role: title, text: 题 }]\ncontents: 目录\nparts:\n  - section: 部分\n    content:\n      - { form: one${repeated} }\n`;
  return { pack, files: { "document.yaml": document, "lists.yaml": LISTS, "forms/one.yaml": form, ...files } };
}

const written = ({ budget = budgetText(MONEY) }: More): Written => ({ budget });

const blocksOf = (form: string, more: More = {}) => formsOf(documentOfTiny(tinyOf(form, more), written(more)));

/** Each row in a line; labels in brackets, spans behind the text where they are not 1×1. */
const lines = ({ rows }: Form): string[] =>
  rows.map((row) =>
    row
      .map(
        ({ kind, text, rowSpan, columnSpan }) =>
          (kind === "label" ? `[${text}]` : text.replaceAll("\n", "⏎")) + (rowSpan * columnSpan === 1 ? "" : ` ${rowSpan}×${columnSpan}`),
      )
      .join("|"),
  );

const first = (form: string, more: More = {}): string[] => {
  const [block] = blocksOf(form, more);
  if (block === undefined) throw new Error("no form");
  return lines(block.form);
};

describe("the rows of a form", () => {
  it("are labels and texts, filled with the words and figures of the project at hand", () => {
    const form = `${head("10, 10, 10")}  - [项目名称, { text: "{{名称}}", span: 2 }]
  - [{ label: "资金（{{金额单位}}）" }, { text: "{{数额 本项}}" }, { text: "{{数额 政府性基金预算}}/{{数额 财政拨款}}", align: right }]
  - [{ label: 目标 }, { text: "{{绩效目标}}", span: 2 }]
`;
    const all = blocksOf(form).map((block) => lines(block.form));
    expect(all).toEqual([
      ["[项目名称]|修缮 1×2", "[资金（万元）]|4.1|0.1/4.1", "[目标]|修好。⏎花掉4.1万元。 1×2"],
      ["[项目名称]|扫描 1×2", "[资金（万元）]|2|0/2", "[目标]| 1×2"],
    ]);
  });

  it("beside: a label is as high as all the rows inside it, however deep", () => {
    const form = `${head("1, 1, 1, 1")}  - beside: 外
    rows:
      - beside: 内
        rows:
          - [甲, { text: 一 }]
          - [乙, { text: 二 }]
      - beside: 二
        span: 2
        rows: [[丙]]
  - [{ label: 尾, span: 4 }]
`;
    expect(first(form)).toEqual(["[外] 3×1|[内] 2×1|[甲]|一", "[乙]|二", "[二] 1×2|[丙]", "[尾] 1×4"]);
  });

  it("each: a row an item that has the wanted field, and where there is none a blank one only if it says so", () => {
    const form = (blank: string): string => `${head("1, 1, 1")}  - beside: 数量
    rows: [{ each: 绩效指标, where: { 二级指标: 数量指标 }${blank}, rows: [[{ text: "{{序号}}{{三级指标}}" }, { text: "{{指标值}}" }]] }]
  - beside: 其他
    rows: [{ each: 绩效指标, where: { 二级指标: 成本指标 }${blank}, rows: [[{ text: "{{三级指标}}" }, { text: "{{指标值}}" }]] }]
  - beside: 满意
    rows: [{ each: 绩效指标, where: { 一级指标: 满意度指标 }${blank}, rows: [[{ text: "{{三级指标}}" }, { text: "{{指标值}}" }]] }]
`;
    const [repaired, scanned] = blocksOf(form(", blank: true")).map((block) => lines(block.form));
    expect(repaired).toEqual(["[数量] 2×1|1间数|3间", "2面积|90平方米", "[其他]|费用|4.1万元", "[满意]|满意度|≥90%"]);
    expect(scanned).toEqual(["[数量]||", "[其他]||", "[满意]||"]);
    expect(lines(blocksOf(form(""))[1]?.form ?? { key: "", orientation: "portrait", columns: [], rows: [] })).toEqual([]);
  });

  it("each over a list is of the member's own money", () => {
    const lists = `${LISTS}来源: { axis: 资金来源 }\n`;
    const form = `${head("1, 1")}  - { each: 来源, rows: [[{ text: "{{序号}}{{名称}}" }, { text: "{{数额 本项}}" }]] }\n`;
    const all = blocksOf(form, { files: { "lists.yaml": lists } }).map((block) => lines(block.form));
    expect(all).toEqual([["1一般公共预算|4", "2政府性基金预算|0.1"], ["1一般公共预算|2"]]);
  });

  it("where may ask for a word of the project at hand, and words of an item go before those of the project", () => {
    const budget = budgetText(`${MONEY}政府采购:
  明细:
    - 采购项目: 砖
      采购类别: 货物
      所属项目: 修缮
      数量: 2
      单价: 10,000
    - 采购项目: 灯
      采购类别: 货物
      所属项目: 扫描
      数量: 3
      单价: 0
    - 采购项目: 纸
      采购类别: 货物
      数量: 1
      单价: 10,000
`);
    const form = `${head("1, 1, 1")}  - { each: 采购明细, where: { 所属项目: "{{名称}}" }, blank: true, rows: [[{ text: "{{采购项目}}" }, { text: "{{数量}}" }, { text: "{{采购金额}}", format: 元 }]] }\n`;
    const formats = `
  table: { unit: 万元, decimals: 2, trim: false, separator: false }
  sentence: { unit: 万元, decimals: 2, trim: true, separator: false }
  percentage: { decimals: 2, trim: true }
  others: { 元: { unit: 元, decimals: 2, trim: false, separator: true } }`;
    const all = blocksOf(form, { budget, pack: { formats } }).map((block) => lines(block.form));
    expect(all).toEqual([["砖|2|20,000.00"], ["灯|3|0.00"]]);
  });

  it("支出明细: the item that does not say its amount has what the others leave", () => {
    const items = (second: string): string => `    支出明细:\n      - 项目活动: 材料\n        金额: 15,000\n      - 项目活动: 人工\n${second}`;
    const form = `${head("1, 1")}  - { each: 支出明细, rows: [[{ text: "{{项目活动}}" }, { text: "{{金额}}" }]] }\n`;
    const budget = budgetText(MONEY.replace("  - 项目名称: 扫描\n", `${items("")}  - 项目名称: 扫描\n`));
    expect(first(form, { budget })).toEqual(["材料|1.5", "人工|2.6"]);
  });

  it("merge joins equal texts below each other, and only where all to their left are joined", () => {
    const form = `${head("1, 1, 1")}  - { each: 绩效指标, rows: [[{ text: "{{一级指标}}", merge: true }, { text: "{{二级指标}}", merge: true }, { text: "{{三级指标}}" }]] }\n`;
    expect(first(form)).toEqual(["产出指标 3×1|数量指标 2×1|间数", "面积", "成本指标|费用", "满意度指标|服务对象满意度指标|满意度"]);
    const budget = budgetText(MONEY.replace("        服务对象满意度指标:", "        成本指标:"));
    expect(first(form, { budget })).toEqual(["产出指标 3×1|数量指标 2×1|间数", "面积", "成本指标|费用", "满意度指标|成本指标|满意度"]);
  });

  it("merge of labels joins headings of two levels, whatever stands to their left", () => {
    const form = `${head("1, 1, 1, 1")}  - [{ label: 甲, merge: true }, { label: 值, span: 2 }, { label: 乙, merge: true }]
  - [{ label: 甲, merge: true }, { label: 前 }, { label: 后 }, { label: 乙, merge: true }]
`;
    expect(first(form)).toEqual(["[甲] 2×1|[值] 1×2|[乙] 2×1", "[前]|[后]"]);
  });

  it("merge does not join cells of different widths", () => {
    const form = `${head("1, 1, 1")}  - [{ label: 甲, merge: true, span: 2 }, 乙]\n  - [{ label: 甲, merge: true }, 丙, 丁]\n`;
    expect(first(form)).toEqual(["[甲] 1×2|[乙]", "[甲]|[丙]|[丁]"]);
  });

  it("merge inside beside counts the columns that the label takes", () => {
    const form = `${head("1, 1, 1")}  - beside: 指标
    rows: [{ each: 绩效指标, rows: [[{ text: "{{一级指标}}", merge: true }, { text: "{{三级指标}}" }]] }]
`;
    expect(first(form)).toEqual(["[指标] 4×1|产出指标 3×1|间数", "面积", "费用", "满意度指标|满意度"]);
  });
});

describe("a form in its document", () => {
  const NAME = `${head("1")}  - [{ text: "{{名称}}" }]\n`;
  const contentsOf = (form: string, more: More = {}): string[] => documentOfTiny(tinyOf(form, more), written(more)).contents.map(({ text }) => text);

  it("stands once for each member, and once in the 目录", () => {
    expect(blocksOf(NAME).map(({ form }) => lines(form))).toEqual([["修缮"], ["扫描"]]);
    expect(contentsOf(NAME)).toEqual(["部分", "表"]);
    expect(contentsOf(NAME.replace("title", "listed: false\ntitle"))).toEqual(["部分"]);
    const anchors = documentOfTiny(tinyOf(NAME, {}), written({})).contents.map(({ anchor }) => anchor);
    expect(anchors[1]).toBe(blocksOf(NAME)[0]?.caption.anchor);
  });

  it("of an empty list is not there, but blank and with its note where it has one", () => {
    const noted = `${NAME}notes: [{ when: empty, text: 没有项目。 }, { when: filled, text: 有项目。 }, 总有。]\n`;
    expect(blocksOf(NAME, { repeated: ", each: 无" })).toEqual([]);
    const [blank, ...others] = blocksOf(noted, { repeated: ", each: 无" });
    expect([blank && lines(blank.form), blank?.notes, others]).toEqual([[""], ["注：没有项目。", "总有。"], []]);
    expect(contentsOf(noted, { repeated: ", each: 无" })).toEqual(["部分", "表"]);
    expect(blocksOf(noted).map(({ notes }) => notes)).toEqual([
      ["注：有项目。", "总有。"],
      ["注：有项目。", "总有。"],
    ]);
  });

  it("blank keeps its labels, and one row of what repeats", () => {
    const form = `${head("1, 1")}  - [名称, { text: "{{名称}}" }]
  - beside: 指标
    rows: [{ each: 绩效指标, rows: [[{ text: "{{三级指标}}" }]] }]
notes: [{ when: empty, text: 没有项目。 }]
`;
    expect(first(form, { repeated: ", each: 无" })).toEqual(["[名称]|", "[指标]|"]);
  });

  it("prints in the format that the document gives it, above which its unit stands", () => {
    const formats = `
  table: { unit: 万元, decimals: 2, trim: false, separator: false }
  sentence: { unit: 万元, decimals: 2, trim: true, separator: false }
  percentage: { decimals: 2, trim: true }
  others: { 元: { unit: 元, decimals: 0, trim: false, separator: false } }`;
    const form = `amount-unit: true\n${head("1")}  - [{ text: "{{数额 本项}}" }]\n`;
    const [block] = blocksOf(form, { repeated: ", each: 单, format: 元", pack: { formats } });
    expect([block && lines(block.form), block?.caption.amountUnit]).toEqual([["41000"], "单位：元"]);
    expect(blocksOf(form)[0]?.caption.amountUnit).toBe("单位：万元");
    expect(blocksOf(NAME)[0]?.caption.amountUnit).toBeUndefined();
  });

  it("prints a text input whole, a list of it numbered", () => {
    const form = `${head("1")}  - [{ text: "{{文字 主要职责}}" }]\n`;
    const duties = "概况:\n  主要职责:\n    - 承担甲等。\n    - 承担乙。\n";
    expect(first(form, { repeated: "", budget: budgetText(MONEY + duties) })).toEqual(["（一）承担甲等。⏎（二）承担乙。"]);
  });

  it("that has no place for an item of a project says so, item by item", () => {
    const form = `${head("1")}  - { each: 绩效指标, where: { 二级指标: 数量指标 }, rows: [[{ text: "{{三级指标}}" }]] }\n`;
    const place = "“表”没有地方印项目“修缮”的";
    const findings = findingsOfTiny(tinyOf(form, {}), written({})).filter((finding) => !finding.startsWith("source-differs"));
    expect(findings).toHaveLength(2);
    for (const finding of findings) expect(finding.startsWith(`item-not-in-form ${place}`)).toBe(true);
  });

  it.each([
    ["too few columns", "[甲]", "form-width 这一行占 1 栏，应当占 3 栏"],
    ["too many", "[甲, { text: 乙, span: 3 }]", "form-width 这一行占 4 栏，应当占 3 栏"],
    ["beside a label", "{ beside: 甲, span: 2, rows: [[乙, 丙]] }", "form-width 这一行占 2 栏，应当占 1 栏"],
    ["repeated", "{ each: 绩效指标, rows: [[甲]] }", "form-width 这一行占 1 栏，应当占 3 栏"],
  ])("whose row has %s is refused", (_, row, finding) => {
    expect(findingsOfTiny(tinyOf(`${head("1, 1, 1")}  - ${row}\n`, {}), written({}))).toEqual([finding]);
  });
});

/** 一级 → 二级 → 三级; few names, so that the same ones meet below and beside each other. */
type Tree = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const names = fc.constantFrom("甲", "乙", "丙");
const tree: fc.Arbitrary<Tree> = fc.dictionary(
  names,
  fc.dictionary(names, fc.dictionary(fc.constantFrom("子", "丑", "寅", "卯"), fc.constantFrom("1", "2"), { minKeys: 1 }), { minKeys: 1 }),
  { minKeys: 1 },
);

/** The leaves of a tree in the order of the file. */
function leavesOf(indicators: Tree): string[][] {
  return Object.entries(indicators).flatMap(([one, below]) =>
    Object.entries(below).flatMap(([two, items]) => Object.entries(items).map(([three, value]) => [one, two, three, value])),
  );
}

function yamlOf(indicators: Tree): string {
  const nested = Object.entries(indicators).flatMap(([one, below]) => [
    `      ${one}:`,
    ...Object.entries(below).flatMap(([two, items]) => [`        ${two}:`, ...Object.entries(items).map(([three, value]) => `          ${three}: ${value}`)]),
  ]);
  return `项目支出:\n  - 项目名称: 项目\n    支出:\n      2120101:\n        30213: 40,000\n    绩效指标:\n${nested.join("\n")}\n`;
}

/** What stands at every place of the grid, as HTML lays cells out; an overlap, a gap or a cell that sticks out is an error. */
function gridOf({ rows, columns }: Form): string[][] {
  const grid = new Map<string, string>();
  const at = (row: number, column: number): string => `${row}:${column}`;
  for (const [row, cells] of rows.entries()) {
    for (const { text, rowSpan, columnSpan } of cells) {
      const column = columns.findIndex((_, index) => !grid.has(at(row, index)));
      for (let y = row; y < row + rowSpan; y += 1) {
        for (let x = column; x < column + columnSpan; x += 1) {
          if (column < 0 || y >= rows.length || x >= columns.length || grid.has(at(y, x))) throw new Error(`no room for “${text}” in row ${row}`);
          grid.set(at(y, x), text);
        }
      }
    }
  }
  return rows.map((_, row) => columns.map((_width, column) => grid.get(at(row, column)) ?? `gap in row ${row}`));
}

const MERGED = `${head("1, 1, 1, 1, 1, 1")}  - [{ label: 一, merge: true }, { label: 二, merge: true }, { label: 三, merge: true }, { label: 值, span: 2 }, { label: 注, merge: true }]
  - [{ label: 一, merge: true }, { label: 二, merge: true }, { label: 三, merge: true }, 前, 后, { label: 注, merge: true }]
  - beside: 指标
    rows:
      - { each: 绩效指标, rows: [[{ text: "{{一级指标}}", merge: true }, { text: "{{二级指标}}", merge: true }, { text: "{{三级指标}}", merge: true }, { text: "{{指标值}}", span: 2, merge: true }]] }
`;

const BESIDE = `${head("1, 1, 1, 1")}  - beside: 指标
    rows:
${["甲", "乙", "丙"]
  .map(
    (one) => `      - beside: ${one}
        rows: [{ each: 绩效指标, where: { 一级指标: ${one} }, blank: true, rows: [[{ text: "{{二级指标}}{{三级指标}}" }, { text: "{{指标值}}" }]] }]
`,
  )
  .join("")}`;

describe("whatever the items, the cells of a form fill its grid", () => {
  const merged = tinyOf(MERGED, {});
  const beside = tinyOf(BESIDE, {});
  const grid = (tiny: Tiny, indicators: Tree): string[][] => {
    const [block] = formsOf(documentOfTiny(tiny, { budget: budgetText(yamlOf(indicators)) }));
    if (block === undefined) throw new Error("no form");
    return gridOf(block.form);
  };

  it("where equal texts are joined, and what stands at each place is what the item there says", () => {
    fc.assert(
      fc.property(tree, (indicators) => {
        const [, , ...rows] = grid(merged, indicators);
        expect(rows).toEqual(leavesOf(indicators).map(([one, two, three, value]) => ["指标", one, two, three, value, value]));
      }),
      { seed: 301, numRuns: 60 },
    );
  });

  it("where labels stand beside rows that may be blank", () => {
    fc.assert(
      fc.property(tree, (indicators) => {
        const leaves = leavesOf(indicators);
        const expected = ["甲", "乙", "丙"].flatMap((one) => {
          const own = leaves.filter((leaf) => leaf[0] === one).map(([, two, three, value]) => ["指标", one, `${two}${three}`, value]);
          return own.length === 0 ? [["指标", one, "", ""]] : own;
        });
        expect(grid(beside, indicators)).toEqual(expected);
      }),
      { seed: 302, numRuns: 60 },
    );
  });
});
