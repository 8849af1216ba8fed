import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, paragraphsOf, rowsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

const FORMATS = `
  table: { unit: 元, decimals: 2, trim: false, separator: true }
  sentence: { unit: 元, decimals: 2, trim: true, separator: false }
  percentage: { decimals: 2, trim: true }`;

const MONEY = `基本支出:
  2010301:
    30201: 10,000
下属单位:
  - 名称: 某所
    性质: 事业单位
    编码: "113002"
    基本支出:
      2010350:
        30201: 10,000
`;

const ITEMS = `政府采购:
  明细:
    - 采购项目: 打印机
      采购类别: 货物
      数量: 2
      单价: 1,500
      计量单位: 台
      面向企业: 小微企业
    - 采购项目: 保洁
      采购类别: 服务
      所属单位: 某所
      数量: 2.5
      单价: 0.01元
    - 采购项目: 纸
      采购类别: 货物
      数量: 1,200
      单价: 20元
`;

interface More {
  readonly items?: string;
  readonly figures?: string;
  readonly sentence?: string;
}

function documentWith(table: string, { items = ITEMS, figures = "", sentence = "" }: More = {}) {
  const files = {
    "tables/1.yaml": table,
    "figures.yaml": figures === "" ? "政府采购: { items: 采购明细, field: 采购金额 }\n" : figures,
    "sentences/1.hbs": sentence,
  };
  const tiny: Tiny = { pack: { formats: FORMATS }, files };
  return documentOfTiny(tiny, { budget: budgetText(MONEY + items, { unit: '  编码: "113001"\n' }) });
}

const printed = (columns: string, rest = "", more: More = {}): string[] =>
  tablesOf(documentWith(`title: 表\nitems: 采购明细\ncolumns: [${columns}]\n${rest}`, more)).flatMap(rowsOf);

const NAME = "{ heading: 项目, field: 采购项目 }";

describe("a table of items", () => {
  it.each([
    ["fields, in the order of the file; one that is not given is blank", `${NAME}, { heading: 单位, field: 计量单位 }`, ["打印机|台", "保洁|", "纸|"]],
    ["序号 counts them", `{ heading: 号, text: 序号 }, ${NAME}`, ["1|打印机", "2|保洁", "3|纸"]],
    ["空白 is blank", `${NAME}, { heading: 注, text: 空白 }`, ["打印机|", "保洁|", "纸|"]],
    [
      "the unit is the one that an item names, else the department itself",
      `${NAME}, { heading: 甲, text: 单位名称 }, { heading: 乙, text: 单位编码 }`,
      ["打印机|某局|113001", "保洁|某所|113002", "纸|某局|113001"],
    ],
    ["a count is as it is, with separators where the table has them", `${NAME}, { heading: 数量, field: 数量 }`, ["打印机|2", "保洁|2.5", "纸|1,200"]],
    ["an amount is in the table's format", `${NAME}, { heading: 单价, field: 单价 }`, ["打印机|1,500.00", "保洁|0.01", "纸|20.00"]],
    [
      "a column may have a format of its own",
      `${NAME}, { heading: 单价, field: 单价, format: { unit: 元, decimals: 2, trim: true, separator: false } }`,
      ["打印机|1500", "保洁|0.01", "纸|20"],
    ],
    ["a product is computed to the 分, half up: 2.5 × 0.01", `${NAME}, { heading: 金额, field: 采购金额 }`, ["打印机|3,000.00", "保洁|0.03", "纸|24,000.00"]],
    [
      "a column of some items alone is blank at the others",
      `${NAME}, { heading: 货物, field: 采购金额, where: { 采购类别: 货物 } }, { heading: 小微, field: 采购金额, where: { 采购类别: 货物, 面向企业: 小微企业 } }`,
      ["打印机|3,000.00|3,000.00", "保洁||", "纸|24,000.00|"],
    ],
  ])("%s", (_, columns, rows) => {
    expect(printed(columns)).toEqual(rows);
  });

  const SUMS = `${NAME}, { heading: 数量, field: 数量 }, { heading: 单价, field: 单价, total: false }, { heading: 金额, field: 采购金额 }, { heading: 服务, field: 采购金额, where: { 采购类别: 服务 } }`;
  const LINES = ["打印机|2|1,500.00|3,000.00|", "保洁|2.5|0.01|0.03|0.03", "纸|1,200|20.00|24,000.00|"];

  it("a total adds amounts, not counts of different things, and not where the column says so", () => {
    expect(printed(SUMS, "rows: [{ total: 合计 }, { items: true }]\n")).toEqual(["合计|||27,000.03|0.03", ...LINES]);
    expect(printed(SUMS, 'rows: [{ items: true }, { total: "{{年度}}年合计" }]\n')).toEqual([...LINES, "2024年合计|||27,000.03|0.03"]);
    expect(printed(SUMS, "rows: [{ items: true }]\n")).toEqual(LINES);
  });

  it("items are grouped by a field in the order of the file, each group below its sums", () => {
    const columns = `${NAME}, { heading: 采购金额, field: 采购金额 }`;
    expect(printed(columns, "rows: [{ items: true, by: 采购类别 }, { total: 合计 }]\n")).toEqual([
      "货物|27,000.00",
      "打印机|3,000.00",
      "纸|24,000.00",
      "服务|0.03",
      "保洁|0.03",
      "合计|27,000.03",
    ]);
  });

  it("a zero is as the column, else the table says", () => {
    const items = "政府采购:\n  明细:\n    - 采购项目: 纸\n      采购类别: 货物\n      数量: 0\n      单价: 20元\n";
    expect(printed(`${NAME}, { heading: 甲, field: 采购金额 }, { heading: 乙, field: 采购金额, zero: — }`, "zero: blank\n", { items })).toEqual(["纸||—"]);
  });

  it("without an item there are totals of 0, unless they stand only where there is something, and the note of an empty table", () => {
    const more = { items: "政府采购:\n  明细: 无\n" };
    const rest = "rows: [{ total: 合计 }, { items: true }]\nnotes: [{ when: empty, text: 没有采购。 }, { when: filled, text: 有采购。 }]\n";
    const [block] = tablesOf(documentWith(`title: 表\nitems: 采购明细\ncolumns: [${SUMS}]\n${rest}`, more));
    const texts = block?.table.rows.map(({ cells }) => cells.map(({ text }) => text).join("|"));
    expect([texts, block?.table.empty, block?.notes]).toEqual([["合计|||0.00|0.00"], true, ["注：没有采购。"]]);
    const onlyFilled = rest.replace("total: 合计", "total: 合计, when: filled");
    const [bare] = tablesOf(documentWith(`title: 表\nitems: 采购明细\ncolumns: [${SUMS}]\n${onlyFilled}`, more));
    expect(bare?.table.rows).toEqual([]);
    const [filled] = tablesOf(documentWith(`title: 表\nitems: 采购明细\ncolumns: [${SUMS}]\n${rest}`));
    expect([filled?.table.empty, filled?.notes]).toEqual([false, ["注：有采购。"]]);
  });

  it("its headings are grouped like any other", () => {
    const [block] = tablesOf(
      documentWith(
        `title: 表\nitems: 采购明细\ncolumns: [${NAME}, { heading: 组, columns: [{ heading: 甲, field: 数量 }, { heading: 乙, field: 采购金额 }] }]\n`,
      ),
    );
    expect(block?.table.header.map((row) => row.map(({ text, rowSpan, columnSpan }) => `${text} ${rowSpan}×${columnSpan}`))).toEqual([
      ["项目 2×1", "组 1×2"],
      ["甲 1×1", "乙 1×1"],
    ]);
    expect(block?.table.rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
  });
});

describe("a figure over items", () => {
  const TABLE = `title: 表\nitems: 采购明细\ncolumns: [${NAME}]\n`;
  const said = (items?: string): string[] =>
    paragraphsOf(
      documentWith(TABLE, {
        ...(items !== undefined && { items }),
        figures:
          "政府采购: { items: 采购明细, field: 采购金额 }\n货物: { items: 采购明细, field: 采购金额, where: { 采购类别: 货物 } }\n小微: { items: 采购明细, field: 采购金额, where: { 采购类别: 货物, 面向企业: 小微企业 } }\n",
        sentence: "{{金额 政府采购}}；{{金额 货物}}；{{金额 小微}}{{#if 小微.无}}无{{/if}}",
      }),
    );

  it("sums a field over the items that have its values", () => {
    expect(said()).toEqual(["27000.03元；27000元；3000元"]);
  });

  it("is 0 where the file says that there are none", () => {
    expect(said("政府采购:\n  明细: 无\n")).toEqual(["0元；0元；0元无"]);
  });

  it("is missing, and nothing else is, where the file does not speak of them", () => {
    const files = {
      "tables/1.yaml": TABLE,
      "figures.yaml": "政府采购: { items: 采购明细, field: 采购金额 }\n",
      "phrases.yaml": "changes:\n  变化: { 增加: 增, 减少: 减, 持平: 平, 基数为零: 零 }\n",
      "sentences/1.hbs": "{{金额 政府采购}}，{{变化 政府采购}}",
    };
    const budget = budgetText(MONEY, { unit: '  编码: "113001"\n', head: "上年数:\n  政府采购: 0\n" });
    expect(findingsOfTiny({ files }, { budget })).toEqual(["missing-input 标准“小标准”要用“政府采购 / 明细”，文件里没有写"]);
  });
});
