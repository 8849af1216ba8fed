import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, rowsOf, tablesOf } from "../support/tiny-standard.ts";

/** 办公费 1万元 of 行政运行; 水费 2万元 of 机关服务; a project of 3万元; 2万元 of a unit below. */
const MONEY = `基本支出:
  2010301:
    30201: 10,000
  2010303:
    30205: 20,000
项目支出:
  - 项目名称: 修缮
    支出:
      2120101:
        30213: 30,000
下属单位:
  - 名称: 某所
    编码: "113002"
    性质: 事业单位
    基本支出:
      2010350:
        30201: 20,000
`;
const UNIT = '  编码: "113001"\n';
const BUDGET = budgetText(MONEY, { unit: UNIT });

const printed = (table: string): string[] => tablesOf(documentOfTiny({ files: { "tables/1.yaml": table } }, { budget: BUDGET })).flatMap(rowsOf);
const codes = (table: string): (string | undefined)[] =>
  findingsOfTiny({ files: { "tables/1.yaml": table } }, { budget: BUDGET }).map((finding) => finding.split(" ")[0]);

const columns = (...texts: string[]): string =>
  `title: 表\ncolumns: [${texts.map((text) => `{ heading: ${text}, text: ${text} }`).join(", ")}, { heading: 金额 }]\n`;
const PLAIN = columns("名称");

describe("code", () => {
  it("stands in the column of codes of a line and of a total, with its words", () => {
    const table = `${columns("编码", "名称")}rows: [{ line: 基本, where: { 支出性质: 基本支出 }, code: "{{单位编码}}" }, { rest: 其他 }, { total: 合计, code: "{{年度}}-{{单位编码}}" }]\n`;
    expect(printed(table)).toEqual(["113001|基本|5.00", "|其他|3.00", "2024-113001|合计|8.00"]);
  });

  it("is nobody's where there is no such column", () => {
    expect(printed(`${PLAIN}rows: [{ axis: 支出性质 }, { total: 合计, code: "9" }]\n`).at(-1)).toBe("合计|8.00");
  });

  it("with an unknown word is refused", () => {
    expect(codes(`${columns("编码", "名称")}rows: [{ total: 合计, code: "{{主体}}" }]\n`)).toContain("unknown-name");
  });
});

describe("empty: true", () => {
  it("is a row that is always 0, as its zero says, whatever money there is", () => {
    const table = (zero: string, row: string): string =>
      `${PLAIN}${zero}rows: [{ axis: 支出性质 }, { line: 事业单位结余分配, empty: true${row} }, { total: 合计 }]\n`;
    expect(printed(table("", ""))).toEqual(["基本支出|5.00", "项目支出|3.00", "事业单位结余分配|0.00", "合计|8.00"]);
    expect(printed(table("zero: blank\n", ""))[2]).toBe("事业单位结余分配|");
    expect(printed(table("zero: blank\n", ", zero: —"))[2]).toBe("事业单位结余分配|—");
    expect(printed(table("", ", when: filled"))).toEqual(["基本支出|5.00", "项目支出|3.00", "合计|8.00"]);
  });

  it("may be numbered among the others", () => {
    expect(printed(`${PLAIN}rows: [{ line: 甲, empty: true, numbered: true }, { axis: 支出性质, numbered: true }]\n`)).toEqual([
      "一、甲|0.00",
      "二、基本支出|5.00",
      "三、项目支出|3.00",
    ]);
  });
});

describe("rest with a selection", () => {
  it("takes what is left of it; what is left of that has no row and is complained of", () => {
    const rows = (second: string): string =>
      `${PLAIN}rows: [{ axis: 功能科目, levels: [类], only: ["203"] }, { rest: 基本, where: { 支出性质: 基本支出 } }${second}]\n`;
    expect(codes(rows(""))).toContain("fact-not-in-table");
    expect(printed(rows(", { rest: 项目, where: { 支出性质: 项目支出 } }"))).toEqual(["国防支出|0.00", "基本|5.00", "项目|3.00"]);
  });
});

describe("keys that a row of its kind has no use for are refused", () => {
  it.each([
    "{ rest: 其他, only: [甲] }",
    "{ rest: 其他, figure: 支出总计 }",
    "{ rest: 其他, below: [{ axis: 支出性质 }] }",
    "{ rest: 其他, levels: [类] }",
    "{ rest: 其他, across: true }",
    '{ rest: 其他, code: "1" }',
    "{ total: 合计, where: { 支出性质: 基本支出 } }",
    "{ total: 合计, figure: 支出总计 }",
    "{ total: 合计, numbered: true }",
    "{ total: 合计, indent: 1 }",
    "{ total: 合计, below: [{ axis: 支出性质 }] }",
    "{ total: 合计, empty: true }",
    "{ line: 行, levels: [类] }",
    "{ line: 行, only: [甲] }",
    "{ line: 行, labels: { 甲: 乙 } }",
    "{ line: 行, of: [甲] }",
    "{ line: 行, across: true }",
    "{ axis: 支出性质, figure: 支出总计 }",
    "{ axis: 支出性质, empty: true }",
    '{ axis: 支出性质, code: "1" }',
    "{ axis: 支出性质, of: [甲] }",
    "{ axis: 支出性质, across: true }",
    "{ items: true, zero: blank }",
    "{ items: true, when: filled }",
    "{ items: true, numbered: true }",
  ])("%s", (row) => {
    expect(codes(`${PLAIN}rows: [${row}]\n`)).toContain("unknown-key");
  });
});

describe("own-level", () => {
  const table = (text: string): string =>
    `title: 表\ncolumns: [{ heading: 甲, text: ${text}, own-level: true }, { heading: 金额 }]\nrows: [{ axis: 功能科目, levels: [类, 款, 项] }]\n`;

  it.each(["类编码", "款编码", "项编码"])("is of %s", (text) => {
    expect(codes(table(text))).toEqual([]);
  });

  it.each(["名称", "编码", "编码名称", "项目编码", "单位编码", "单位名称", "序号", "空白"])("is refused of %s", (text) => {
    expect(codes(table(text)).length).toBeGreaterThan(0);
  });
});

describe("单位编码 and 单位名称 below a 单位 row", () => {
  it("are inherited by 科目 of any level and by lines, and blank on the unit's own and outside", () => {
    const table = `${columns("单位编码", "名称", "单位名称")}rows:
  - axis: 单位
    below:
      - { axis: 功能科目, levels: [款, 项], where: { 功能科目: "201" } }
      - { line: 城乡, where: { 功能科目: "212" } }
  - { total: 合计 }
`;
    expect(printed(table)).toEqual([
      "|某局||6.00",
      "113001|　政府办公厅（室）及相关机构事务|某局|3.00",
      "113001|　　行政运行|某局|1.00",
      "113001|　　机关服务|某局|2.00",
      "113001|　城乡|某局|3.00",
      "|某所||2.00",
      "113002|　政府办公厅（室）及相关机构事务|某所|2.00",
      "113002|　　事业运行|某所|2.00",
      "113002|　城乡|某所|0.00",
      "|合计||8.00",
    ]);
  });

  it("go as deep as rows do", () => {
    const table = `${columns("单位编码", "名称")}rows: [{ axis: 单位, below: [{ axis: 支出性质, below: [{ axis: 经济科目, levels: [款] }] }] }]\n`;
    expect(printed(table)).toEqual([
      "|某局|6.00",
      "113001|　基本支出|3.00",
      "113001|　　办公费|1.00",
      "113001|　　水费|2.00",
      "113001|　项目支出|3.00",
      "113001|　　维修（护）费|3.00",
      "|某所|2.00",
      "113002|　基本支出|2.00",
      "113002|　　办公费|2.00",
    ]);
  });
});

describe("序号", () => {
  it("counts the rows of each axis, anew below each row", () => {
    const table = `${columns("序号", "名称")}rows: [{ axis: 单位, below: [{ axis: 经济科目, levels: [款] }] }, { total: 合计 }]\n`;
    expect(printed(table)).toEqual([
      "1|某局|6.00",
      "1|　办公费|1.00",
      "2|　水费|2.00",
      "3|　维修（护）费|3.00",
      "2|某所|2.00",
      "1|　办公费|2.00",
      "|合计|8.00",
    ]);
  });
});
