import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, formsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

const MONEY = "基本支出:\n  2010301:\n    30201: 10,000\n";
const table = (title: string, more = ""): string =>
  `title: ${title}\n${more}columns: [{ heading: 项目, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 功能科目 }]\n`;

function tinyOf(count: number, pack: Files, more: (number: number) => string = () => "", files: Files = {}): Tiny {
  const tables = Array.from({ length: count }, (_, index) => [`tables/${index + 1}.yaml`, table(`甲${index + 1}`, more(index + 1))] as const);
  return { pack, files: { ...Object.fromEntries(tables), ...files } };
}

const made = (tiny: Tiny) => documentOfTiny(tiny, { budget: budgetText(MONEY) });
const labels = (tiny: Tiny): (string | undefined)[] => tablesOf(made(tiny)).map(({ caption }) => caption?.label);
const contents = (tiny: Tiny): string[] => made(tiny).contents.map(({ text }) => text);

const packOf = (label: string): Files => ({
  labels: `{ table: "${label}", unit-name: 无, amount-unit: 单位：, note: 注：, term-separator: ： }`,
});

describe("labels.table", () => {
  it.each([
    ["表", ["表1", "表2", "表9", "表10", "表11"]],
    ["附表4-", ["附表4-1", "附表4-2", "附表4-9", "附表4-10", "附表4-11"]],
    ["公开01表", ["公开01表", "公开02表", "公开09表", "公开10表", "公开11表"]],
    ["公开1表", ["公开1表", "公开2表", "公开9表", "公开10表", "公开11表"]],
    ["表001、", ["表001、", "表002、", "表009、", "表010、", "表011、"]],
    ["公开", ["公开1", "公开2", "公开9", "公开10", "公开11"]],
    ["无", ["", "", "", "", ""]],
    ["{{年度}}年表", ["2024年表1", "2024年表2", "2024年表9", "2024年表10", "2024年表11"]],
  ])("%s", (label, expected) => {
    const all = labels(tinyOf(11, packOf(label)));
    expect([all[0], all[1], all[8], all[9], all[10]]).toEqual(expected);
  });

  it("a table's own label takes its place; the count goes on", () => {
    const own = (number: number): string => (number === 2 ? "label: 附表9-9\n" : "");
    expect(labels(tinyOf(4, packOf("表"), own))).toEqual(["表1", "附表9-9", "表3", "表4"]);
  });

  it("words stand in labels", () => {
    const pack = {
      labels: '{ table: "{{本部门}}表", unit-name: "编制{{本部门}}（{{文种}}）：", amount-unit: "{{年度}}单位：", note: 注：, term-separator: ： }',
    };
    const [block] = tablesOf(made(tinyOf(1, pack)));
    expect([block?.caption?.label, block?.caption?.unitName, block?.caption?.amountUnit]).toEqual([
      "本部门表1",
      "编制本部门（部门预算）：某局",
      "2024单位：万元",
    ]);
  });

  it.each(["table", "unit-name", "amount-unit", "note", "term-separator"])("an unknown word in %s is refused", (key) => {
    const all = { table: "表", "unit-name": "无", "amount-unit": "单位：", note: "注：", "term-separator": "：", [key]: '"{{主体}}："' };
    const pack = {
      labels: `{ ${Object.entries(all)
        .map(([name, value]) => `${name}: ${value}`)
        .join(", ")} }`,
    };
    expect(findingsOfTiny(tinyOf(1, pack), { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name .*主体/);
  });
});

describe("ordinals.table", () => {
  const ordinals = (more: string): Files => ({ ordinals: `{ heading: [无, 一、], row: 一、, term: 一、, paragraph: （一）${more} }` });
  const FORM: Files = {
    "forms/one.yaml": "title: 单\nlabel: 附表6\ncolumns: [1]\nrows: [[甲]]\n",
  };

  it.each([
    ["as headings, where nothing is said", "", ["部分", "一、甲1", "二、甲2", "三、单"]],
    ["表1.", ", table: 表1.", ["部分", "表1.甲1", "表2.甲2", "表3.单"]],
    ["1、", ", table: 1、", ["部分", "1、甲1", "2、甲2", "3、单"]],
    ["无", ", table: 无", ["部分", "甲1", "甲2", "单"]],
  ])("%s", (_, more, expected) => {
    expect(contents(tinyOf(2, ordinals(more), () => "", FORM))).toEqual(expected);
  });

  it("is of the 目录 alone: titles and labels are as they were", () => {
    const document = made(tinyOf(2, ordinals(", table: 表1."), () => "", FORM));
    expect(tablesOf(document).map(({ caption }) => `${caption?.label} ${caption?.title}`)).toEqual(["表1 甲1", "表2 甲2"]);
    expect(formsOf(document).map(({ caption }) => `${caption.label} ${caption.title}`)).toEqual(["附表6 单"]);
  });

  it("leaves the sections of the same part their own shape", () => {
    const document = `title: 题
cover: [{ role: title, text: 题 }]
contents: 目录
parts:
  - section: 部分
    content:
      - { table: "1" }
      - { section: 节, content: [{ sentence: one }] }
`;
    const tiny = tinyOf(1, ordinals(", table: 表1."), () => "", { "document.yaml": document, "sentences/one.hbs": "话。" });
    expect(contents(tiny)).toEqual(["部分", "表1.甲1", "二、节"]);
  });
});

describe("a form's label", () => {
  const form = (more: string): Tiny => ({
    files: { "tables/1.yaml": table("表"), "forms/one.yaml": `title: "{{年度}}年单"\n${more}columns: [1, 1]\nrows: [[甲, {}], [{}, { text: 乙 }]]\n` },
  });

  it("is printed where it has one, with its words; without one it has none, and is not counted with tables", () => {
    expect(formsOf(made(form("label: 附表6\n"))).map(({ caption }) => caption.label)).toEqual(["附表6"]);
    expect(formsOf(made(form(""))).map(({ caption }) => caption.label)).toEqual([""]);
  });

  it("an empty cell is written {}", () => {
    expect(formsOf(made(form(""))).map(({ form: { rows } }) => rows.map((row) => row.map(({ kind, text }) => `${kind} ${text}`)))).toEqual([
      [
        ["label 甲", "text "],
        ["text ", "text 乙"],
      ],
    ]);
  });

  it("each over a project's 明细 is refused where the form is about no project", () => {
    const each = 'title: 单\ncolumns: [1, 1]\nrows: [{ each: 绩效指标, blank: true, rows: [[{ text: "{{三级指标}}" }, { text: "{{指标值}}" }]] }]\n';
    const codes = findingsOfTiny({ files: { "forms/one.yaml": each } }, { budget: budgetText(MONEY) }).map((finding) => finding.split(" ")[0]);
    expect(codes[0]).toBe("unknown-name");
  });
});
