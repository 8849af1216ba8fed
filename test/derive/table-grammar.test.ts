import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, type Files, findingsOfTiny, rowsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

/** 办公费 1万元 and 印刷费 0 of 行政运行; 水费 2万元 of 机关服务; a project of 3万元, half of it 政府性基金. */
const MONEY = `基本支出:
  2010301:
    30201: 10,000
    30202: 0
  2010303:
    30205:
      一般公共预算: 15,000
      一般公共预算上年结转: 5,000
项目支出:
  - 项目名称: 修缮
    项目编码: X1
    支出:
      2120101:
        30213:
          一般公共预算: 15,000
          政府性基金预算: 15,000
`;

interface More {
  readonly pack?: Files;
  readonly files?: Files;
  readonly money?: string;
  readonly unit?: string;
  readonly head?: string;
}

function standardWith(table: string, { pack = {}, files = {} }: More): Tiny {
  return { pack, files: { ...files, "tables/1.yaml": table } };
}

/** The one table of a standard. */
function tableOf(table: string, more: More = {}) {
  const document = documentOfTiny(standardWith(table, more), { budget: budgetText(more.money ?? MONEY, more) });
  const [block] = tablesOf(document);
  if (block === undefined) throw new Error("no table");
  return block;
}

const printed = (table: string, more: More = {}): string[] => rowsOf(tableOf(table, more));
const heading = (table: string, more: More = {}): string[] =>
  tableOf(table, more).table.header.map((row) => row.map(({ text, rowSpan, columnSpan }) => `${text} ${rowSpan}×${columnSpan}`).join("|"));

/** 名称 and one column of everything. */
const PLAIN = "title: 表\ncolumns:\n  - { heading: 项目, text: 名称 }\n  - { heading: 金额 }\n";

describe("how a zero prints", () => {
  const zeros = (table: string, column: string, row: string, total = ""): string[] =>
    printed(
      `title: 表\npartition: false\n${table}columns:\n  - { heading: 项目, text: 名称 }\n  - { heading: 金额${column} }\nrows:\n  - { line: 行, where: { 功能科目: "201", 经济科目: "30202" }${row} }\n  - { total: 合计${total} }\n`,
      { money: "基本支出:\n  2010301:\n    30202: 0\n" },
    );

  it.each([
    ["like any amount, where nothing is said", "", "", "", "0.00", "0.00"],
    ["amount, said of the table", "zero: amount\n", "", "", "0.00", "0.00"],
    ["blank", "zero: blank\n", "", "", "", ""],
    ["0", 'zero: "0"\n', "", "", "0", "0"],
    ["a dash", 'zero: "-"\n', "", "", "-", "-"],
    ["a long dash", "zero: —\n", "", "", "—", "—"],
    ["the column wins over the table", "zero: blank\n", ', zero: "0"', "", "0", "0"],
    ["the row wins over the table", "zero: blank\n", "", ", zero: —", "—", ""],
    ["the row wins over the column and the table", "zero: blank\n", ', zero: "0"', ", zero: amount", "0.00", "0"],
  ])("%s", (_, table, column, row, line, total) => {
    expect(zeros(table, column, row)).toEqual([`行|${line}`, `合计|${total}`]);
  });

  it("a total row has a zero of its own", () => {
    expect(zeros("zero: blank\n", "", "", ", zero: amount")).toEqual(["行|", "合计|0.00"]);
  });

  it("what only displays as 0 is a zero, and what displays as 0.01 is none", () => {
    const money = "基本支出:\n  2010301:\n    30201: 49.99元\n    30202: 50元\n";
    expect(printed(`${PLAIN}zero: —\nrows:\n  - { axis: 经济科目, levels: [款] }\n`, { money })).toEqual(["办公费|—", "印刷费|0.01"]);
  });
});

describe("when: filled", () => {
  const columns = (second: string): string => `title: 表\npartition: false\ncolumns:\n  - { heading: 项目, text: 名称 }\n${second}rows:\n  - { line: 行 }\n`;
  const SOURCES = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
  const amount = (source: string, filled: boolean): string => `{ heading: ${source}, where: { 资金来源: ${source} }${filled ? ", when: filled" : ""} }`;

  it("leaves out a column without money and keeps the others", () => {
    const all = columns(SOURCES.map((source) => `  - ${amount(source, true)}\n`).join(""));
    expect(heading(all)).toEqual(["项目 1×1|一般公共预算 1×1|政府性基金预算 1×1"]);
    expect(printed(all)).toEqual(["行|4.50|1.50"]);
  });

  it("keeps a column that only holds facts of 0: they are written", () => {
    const money = "基本支出:\n  2010301:\n    30201:\n      一般公共预算: 1万元\n      政府性基金预算: 0\n";
    const all = columns(SOURCES.map((source) => `  - ${amount(source, true)}\n`).join(""));
    expect(printed(all, { money })).toEqual(["行|1.00|0.00"]);
  });

  it("leaves out a group all of whose columns are left out, with its heading row", () => {
    const own = "  - { heading: 全部, where: { 资金来源: [一般公共预算, 政府性基金预算] } }\n";
    const group = (filled: boolean): string => `${own}  - heading: 国资\n    columns:\n      - ${amount("国有资本经营预算", filled)}\n`;
    expect(heading(columns(group(true)))).toEqual(["项目 1×1|全部 1×1"]);
    expect(heading(columns(group(false)))).toEqual(["项目 2×1|全部 2×1|国资 1×1", "国有资本经营预算 1×1"]);
  });

  it("narrows a group to the columns that are left", () => {
    const group = `  - heading: 三本预算\n    columns:\n${SOURCES.map((source) => `      - ${amount(source, true)}\n`).join("")}`;
    expect(heading(columns(group))).toEqual(["项目 2×1|三本预算 1×2", "一般公共预算 1×1|政府性基金预算 1×1"]);
  });

  it("leaves out a line, a parent line with all below it, a total and the members of an axis", () => {
    const rows = (filled: string): string => `${PLAIN}partition: false
rows:
  - { line: 空, where: { 资金来源: 事业收入 }${filled} }
  - line: 父
    below: [{ line: 子, where: { 资金来源: 事业收入 } }]
    ${filled === "" ? "" : "when: filled"}
  - { axis: 资金来源, only: [一般公共预算, 事业收入]${filled} }
`;
    expect(printed(rows(""))).toEqual(["空|0.00", "父|0.00", "　子|0.00", "一般公共预算|4.50", "事业收入|0.00"]);
    expect(printed(rows(", when: filled"))).toEqual(["一般公共预算|4.50"]);
  });

  it("leaves out a total of nothing, so that an empty table has no row", () => {
    const rows = (filled: string): string =>
      `${PLAIN}where: { 资金来源: 事业收入 }\nrows:\n  - { axis: 功能科目, levels: [项] }\n  - { total: 合计${filled} }\n`;
    expect(printed(rows(""))).toEqual(["合计|0.00"]);
    expect(printed(rows(", when: filled"))).toEqual([]);
    expect(printed(`${PLAIN}rows:\n  - { axis: 功能科目, levels: [类] }\n  - { total: 合计, when: filled }\n`)).toEqual([
      "一般公共服务支出|3.00",
      "城乡社区支出|3.00",
      "合计|6.00",
    ]);
  });
});

describe("rows", () => {
  it("其余 takes what no other leaf row of its list takes, wherever it stands", () => {
    const table = (order: string): string => `${PLAIN}rows: [${order}]\n`;
    const office = '{ line: 办公费, where: { 经济科目: "30201" } }';
    const water = '{ axis: 经济科目, levels: [款], only: ["30205"] }';
    expect(printed(table(`${office}, ${water}, { rest: 其他 }`))).toEqual(["办公费|1.00", "水费|2.00", "其他|3.00"]);
    expect(printed(table(`{ rest: 其他 }, ${office}, ${water}`))).toEqual(["其他|3.00", "办公费|1.00", "水费|2.00"]);
    expect(printed(table(`${office}, { rest: 其他 }, { total: 合计 }`))).toEqual(["办公费|1.00", "其他|5.00", "合计|6.00"]);
  });

  it("其余 below a line takes what is left of that line", () => {
    const table = `${PLAIN}rows:\n  - line: 机关\n    where: { 功能科目: "201" }\n    below: [{ line: 办公费, where: { 经济科目: "30201" } }, { rest: 其他 }]\n  - { rest: 以外 }\n`;
    expect(printed(table)).toEqual(["机关|3.00", "　办公费|1.00", "　其他|2.00", "以外|3.00"]);
  });

  it("其余 may be left out where nothing is left", () => {
    const table = (when: string): string => `${PLAIN}rows:\n  - { axis: 支出性质 }\n  - { rest: 其他${when} }\n`;
    expect(printed(table(""))).toEqual(["基本支出|3.00", "项目支出|3.00", "其他|0.00"]);
    expect(printed(table(", when: filled"))).toEqual(["基本支出|3.00", "项目支出|3.00"]);
  });

  it("a line without a selection of its own is the sum of what is below it", () => {
    const table = `${PLAIN}partition: false\nrows:\n  - line: 两项\n    below: [{ line: 办公费, where: { 经济科目: "30201" } }, { line: 水费, where: { 经济科目: "30205" } }]\n`;
    expect(printed(table)).toEqual(["两项|3.00", "　办公费|1.00", "　水费|2.00"]);
  });

  it("其余 with a selection takes of what is left only that", () => {
    const table = `${PLAIN}rows: [{ line: 办公费, where: { 经济科目: "30201" } }, { rest: 其他基本, where: { 支出性质: 基本支出 } }, { rest: 其他项目, where: { 支出性质: 项目支出 } }]\n`;
    expect(printed(table)).toEqual(["办公费|1.00", "其他基本|2.00", "其他项目|3.00"]);
  });

  it("an empty line is a heading: it takes nothing, and what is below or behind it stands as it would", () => {
    const table = `${PLAIN}zero: blank\nrows: [{ line: 其中：, empty: true }, { axis: 支出性质 }, { total: 合计 }]\n`;
    expect(printed(table)).toEqual(["其中：|", "基本支出|3.00", "项目支出|3.00", "合计|6.00"]);
  });

  it("a total across stands over all text columns at its left", () => {
    const table = (across: string): string =>
      `title: 表\ncolumns: [{ heading: 码, text: 编码 }, { heading: 名, text: 名称 }, { heading: 金额 }, { heading: 注, text: 空白 }]\nrows: [{ axis: 功能科目, levels: [类] }, { total: 合计${across} }]\n`;
    const last = (across: string) =>
      tableOf(table(across))
        .table.rows.at(-1)
        ?.cells.map((cell) => [cell.text, "columnSpan" in cell ? cell.columnSpan : undefined]);
    expect(last("")).toEqual([
      ["", undefined],
      ["合计", undefined],
      ["6.00", undefined],
      ["", undefined],
    ]);
    expect(last(", across: true")).toEqual([
      ["合计", 2],
      ["", undefined],
      ["6.00", undefined],
      ["", undefined],
    ]);
  });

  it("flat: a column's labels are not indented", () => {
    const table = (flat: string): string =>
      `title: 表\ncolumns: [{ heading: 名, text: 名称${flat} }, { heading: 金额 }]\nrows: [{ axis: 支出性质, below: [{ axis: 经济科目, levels: [款], where: { 支出性质: 项目支出 } }, { rest: 其他 }] }]\n`;
    expect(printed(table(""))).toEqual(["基本支出|3.00", "　其他|3.00", "项目支出|3.00", "　维修（护）费|3.00", "　其他|0.00"]);
    expect(printed(table(", flat: true"))).toEqual(["基本支出|3.00", "其他|3.00", "项目支出|3.00", "维修（护）费|3.00", "其他|0.00"]);
  });

  const NUMBERED = `${PLAIN}rows:
  - line: 支出
    numbered: true
    below:
      - line: 基本
        numbered: true
        where: { 支出性质: 基本支出 }
        below: [{ axis: 经济科目, levels: [款], numbered: true }]
      - line: 项目
        numbered: true
        where: { 支出性质: 项目支出 }
        below: [{ axis: 项目, numbered: true }]
  - { line: 其他, numbered: true, where: { 支出性质: 结转下年 } }
`;

  it("numbers restart below every parent, in the shape of their depth", () => {
    const pack = { ordinals: "{ heading: [无, 无], row: [一、, （一）, 1.], term: 一、, paragraph: （一） }" };
    expect(printed(NUMBERED, { pack })).toEqual([
      "一、支出|6.00",
      "　（一）基本|3.00",
      "　　1.办公费|1.00",
      "　　2.印刷费|0.00",
      "　　3.水费|2.00",
      "　（二）项目|3.00",
      "　　1.修缮|3.00",
      "二、其他|0.00",
    ]);
  });

  it("deeper than there are shapes, the last one goes on", () => {
    expect(printed(NUMBERED)).toEqual([
      "一、支出|6.00",
      "　一、基本|3.00",
      "　　一、办公费|1.00",
      "　　二、印刷费|0.00",
      "　　三、水费|2.00",
      "　二、项目|3.00",
      "　　一、修缮|3.00",
      "二、其他|0.00",
    ]);
  });

  it("廿一 writes 21 to 29 with 廿, 20 and 30 without", () => {
    const codes = Array.from({ length: 31 }, (_, index) => String(index + 1));
    const lines = codes.map((code) => `  - { line: 行${code}, numbered: true, where: { 功能科目: "${200 + Number(code)}" } }\n`);
    const pack = { ordinals: "{ heading: [无, 无], row: 廿一、, term: 一、, paragraph: （一） }" };
    const labels = printed(`${PLAIN}partition: false\nrows:\n${lines.join("")}`, { pack }).map((row) => row.replace(/行.*/, ""));
    expect([labels[0], labels[9], labels[10], ...labels.slice(19)]).toEqual(
      "一、 十、 十一、 二十、 廿一、 廿二、 廿三、 廿四、 廿五、 廿六、 廿七、 廿八、 廿九、 三十、 三十一、".split(" "),
    );
  });

  it("labels have words, in titles, headings, lines, totals and rests", () => {
    const table = `title: "{{年度}}年{{单位简称}}表"
columns:
  - { heading: "{{本部门}}", text: 名称 }
  - { heading: "{{上年}}、{{前年}}、{{年度大写}}", role: total }
  - { heading: "{{大额}}", where: {} }
rows:
  - { line: "{{文种}}（{{金额单位}}）", where: { 支出性质: 基本支出 } }
  - { rest: "{{单位名称}}其他" }
  - { total: "{{单位名称}}合计" }
`;
    const more = { pack: { constants: "{ 大额: 50万元以上 }" }, unit: "  简称: 局\n" };
    const { caption, table: made } = tableOf(table, more);
    expect(caption?.title).toBe("2024年局表");
    expect(made.header[0]?.map(({ text }) => text)).toEqual(["本部门", "2023、2022、二〇二四", "50万元以上"]);
    expect(printed(table, more)).toEqual(["部门预算（万元）|3.00|3.00", "某局其他|3.00|3.00", "某局合计|6.00|6.00"]);
  });

  it("a figure in a label is refused: labels are plain words", () => {
    expect(findingsOfTiny(standardWith(`${PLAIN}rows:\n  - { total: "{{金额 支出总计}}" }\n`, {}), { budget: budgetText(MONEY) })[0]).toMatch(/^unknown-name /);
  });
});

describe("axes", () => {
  const PROJECTS = `项目支出:
  - 项目名称: 甲
    一级项目: 大楼
    支出: { 2010302: { 30213: 10,000 } }
  - 项目名称: 乙
    支出: { 2010302: { 30213: 20,000 } }
  - 项目名称: 丙
    一级项目: 大楼
    支出: { 2010302: { 30213: 40,000 } }
  - 项目名称: 大楼
    支出: { 2010302: { 30213: 80,000 } }
`.replace(/支出: \{ (\d+): \{ (\d+): ([\d,]+) \} \}/g, "支出:\n      $1:\n        $2: $3");
  const axis = (row: string): string => `${PLAIN}partition: false\nrows:\n  - ${row}\n`;

  it("一级项目 groups projects, in the order in which the file begins them; a project without one is its own", () => {
    expect(printed(axis("{ axis: 一级项目 }"), { money: PROJECTS })).toEqual(["大楼|13.00", "乙|2.00"]);
    expect(printed(axis("{ axis: 一级项目, below: [{ axis: 项目 }] }"), { money: PROJECTS })).toEqual([
      "大楼|13.00",
      "　甲|1.00",
      "　丙|4.00",
      "　大楼|8.00",
      "乙|2.00",
      "　乙|2.00",
    ]);
  });

  it.each([
    ["功能科目", '{ axis: 功能科目, levels: [类], only: ["212", "203", "201"] }', ["城乡社区支出|3.00", "国防支出|0.00", "一般公共服务支出|3.00"]],
    ["经济科目", '{ axis: 经济科目, levels: [款], only: ["30205", "30299"] }', ["水费|2.00", "其他商品和服务支出|0.00"]],
    ["单位", "{ axis: 单位, only: [某局] }", ["某局|6.00"]],
    ["项目", "{ axis: 项目, only: [修缮] }", ["修缮|3.00"]],
    ["一级项目", "{ axis: 一级项目, only: [修缮] }", ["修缮|3.00"]],
    ["支出性质", "{ axis: 支出性质, only: [结转下年, 项目支出] }", ["结转下年|0.00", "项目支出|3.00"]],
    ["资金来源", "{ axis: 资金来源, only: [政府性基金预算, 事业收入] }", ["政府性基金预算|1.50", "事业收入|0.00"]],
    [
      "资金来源 by groups",
      "{ axis: 资金来源, only: [财政拨款, 一般公共预算, 财政专户管理资金, 单位资金] }",
      ["财政拨款|6.00", "一般公共预算|4.50", "财政专户管理资金|0.00", "单位资金|0.00"],
    ],
  ])("only of %s: exactly these members, in this order, with zeros", (_, rows, expected) => {
    expect(printed(axis(rows))).toEqual(expected);
  });

  it("only of several levels: each level takes the codes of its own, below the row at hand; one without any what has money", () => {
    expect(printed(axis('{ axis: 功能科目, levels: [类, 款], only: ["203", "201", "20103", "20101"] }'))).toEqual([
      "国防支出|0.00",
      "一般公共服务支出|3.00",
      "　政府办公厅（室）及相关机构事务|3.00",
      "　人大事务|0.00",
    ]);
    expect(printed(axis('{ axis: 经济科目, levels: [类, 款], only: ["303", "302"], where: { 支出性质: 项目支出 } }'))).toEqual([
      "对个人和家庭的补助|0.00",
      "商品和服务支出|3.00",
      "　维修（护）费|3.00",
    ]);
  });

  it("labels rename members, also one that is in no list of 科目", () => {
    const rows = '{ axis: 功能科目, levels: [类], only: ["201", "230"], labels: { "230": 转移性支出 }, numbered: true }';
    expect(printed(axis(rows))).toEqual(["一、一般公共服务支出|3.00", "二、转移性支出|0.00"]);
    expect(printed(axis("{ axis: 支出性质, labels: { 基本支出: 基本 } }"))).toEqual(["基本|3.00", "项目支出|3.00"]);
    expect(printed(axis("{ axis: 资金来源, labels: { 一般公共预算: 一般 } }"))).toEqual(["一般|4.50", "政府性基金预算|1.50"]);
  });
});

describe("text columns", () => {
  const codes = (ownLevel: string): string => `title: 表
columns:
  - { heading: 类, text: 类编码${ownLevel} }
  - { heading: 款, text: 款编码${ownLevel} }
  - { heading: 项, text: 项编码${ownLevel} }
  - { heading: 名称, text: 名称 }
  - { heading: 金额 }
rows:
  - { axis: 功能科目, levels: [类, 款, 项] }
  - { total: 合计 }
`;

  it("类, 款 and 项 of a code stand in columns of their own, down to the row's level", () => {
    expect(printed(codes(""))).toEqual([
      "201|||一般公共服务支出|3.00",
      "201|03||　政府办公厅（室）及相关机构事务|3.00",
      "201|03|01|　　行政运行|1.00",
      "201|03|03|　　机关服务|2.00",
      "212|||城乡社区支出|3.00",
      "212|01||　城乡社区管理事务|3.00",
      "212|01|01|　　行政运行|3.00",
      "|||合计|6.00",
    ]);
  });

  it("own-level prints each part on the rows of its level alone", () => {
    expect(printed(codes(", own-level: true"))).toEqual([
      "201|||一般公共服务支出|3.00",
      "|03||　政府办公厅（室）及相关机构事务|3.00",
      "||01|　　行政运行|1.00",
      "||03|　　机关服务|2.00",
      "212|||城乡社区支出|3.00",
      "|01||　城乡社区管理事务|3.00",
      "||01|　　行政运行|3.00",
      "|||合计|6.00",
    ]);
  });

  it("款 of 经济科目 stand in their columns likewise", () => {
    const table =
      "title: 表\nwhere: { 支出性质: 项目支出 }\ncolumns: [{ heading: 类, text: 类编码, own-level: true }, { heading: 款, text: 款编码, own-level: true }, { heading: 名称, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 经济科目, levels: [类, 款] }]\n";
    expect(printed(table)).toEqual(["302||商品和服务支出|3.00", "|13|　维修（护）费|3.00"]);
  });

  const UNITS = `下属单位:
  - 名称: 某所
    性质: 事业单位
    编码: "113002"
    项目支出:
      - 项目名称: 扫描
        项目编码: X2
        项目类别: 运转类
        项目类型: 常年性项目
        项目总预算: 5万元
        支出:
          2010350:
            30213: 20,000
`;
  const project = (columns: string): string =>
    `title: 表\nwhere: { 支出性质: 项目支出 }\ncolumns: [${columns}, { heading: 金额 }]\nrows: [{ axis: 单位, below: [{ axis: 项目 }] }]\n`;

  it.each([
    [
      "单位名称 and 单位编码 are blank on the unit's own row",
      "{ heading: 甲, text: 名称 }, { heading: 乙, text: 单位名称 }, { heading: 丙, text: 单位编码 }",
      ["某局|||3.00", "　修缮|某局|113001|3.00", "某所|||2.00", "　扫描|某所|113002|2.00"],
    ],
    [
      "编码 is the unit's and the project's",
      "{ heading: 甲, text: 名称 }, { heading: 乙, text: 编码 }",
      ["某局|113001|3.00", "　修缮|X1|3.00", "某所|113002|2.00", "　扫描|X2|2.00"],
    ],
    [
      "项目编码 is blank on the unit's row",
      "{ heading: 甲, text: 名称 }, { heading: 乙, text: 项目编码 }",
      ["某局||3.00", "　修缮|X1|3.00", "某所||2.00", "　扫描|X2|2.00"],
    ],
    ["名称类别 puts the 类别 behind the name", "{ heading: 甲, text: 名称类别 }", ["某局|3.00", "　修缮|3.00", "某所|2.00", "　扫描（运转类）|2.00"]],
    [
      "a key of the project",
      "{ heading: 甲, text: 名称 }, { heading: 乙, field: 项目类型 }",
      ["某局||3.00", "　修缮||3.00", "某所||2.00", "　扫描|常年性项目|2.00"],
    ],
    [
      "an amount that the project states, as it was written",
      "{ heading: 甲, text: 名称 }, { heading: 乙, field: 项目总预算 }",
      ["某局||3.00", "　修缮||3.00", "某所||2.00", "　扫描|5万元|2.00"],
    ],
    ["空白 is blank", "{ heading: 甲, text: 名称 }, { heading: 乙, text: 空白 }", ["某局||3.00", "　修缮||3.00", "某所||2.00", "　扫描||2.00"]],
  ])("%s", (_, columns, expected) => {
    expect(printed(project(columns), { money: MONEY + UNITS, unit: '  编码: "113001"\n' })).toEqual(expected);
  });

  it("rows below a unit know it, whatever they are of", () => {
    const table =
      "title: 表\ncolumns: [{ heading: 码, text: 单位编码 }, { heading: 甲, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 单位, below: [{ axis: 支出性质 }] }]\n";
    expect(printed(table, { money: MONEY + UNITS, unit: '  编码: "113001"\n' })).toEqual([
      "|某局|6.00",
      "113001|　基本支出|3.00",
      "113001|　项目支出|3.00",
      "|某所|2.00",
      "113002|　项目支出|2.00",
    ]);
  });

  it("序号 counts the rows of an axis", () => {
    const table =
      "title: 表\nwhere: { 支出性质: 项目支出 }\ncolumns: [{ heading: 号, text: 序号 }, { heading: 名, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 项目 }, { total: 合计 }]\n";
    expect(printed(table, { money: MONEY + UNITS })).toEqual(["1|修缮|3.00", "2|扫描|2.00", "|合计|5.00"]);
  });

  it.each([
    ["名称", "{ heading: 甲, text: 名称 }", "合计|5.00"],
    ["behind codes", "{ heading: 甲, text: 编码 }, { heading: 乙, text: 名称 }", "|合计|5.00"],
    ["behind 序号 and 项目编码", "{ heading: 甲, text: 序号 }, { heading: 乙, text: 项目编码 }, { heading: 丙, text: 名称 }", "||合计|5.00"],
    ["a field that comes first", "{ heading: 甲, field: 项目类型 }, { heading: 乙, text: 名称 }", "合计||5.00"],
    ["一级项目 that comes first", "{ heading: 甲, text: 一级项目 }, { heading: 乙, text: 名称 }", "合计||5.00"],
    [
      "behind 类, 款 and 项",
      "{ heading: 甲, text: 类编码 }, { heading: 乙, text: 款编码 }, { heading: 丙, text: 项编码 }, { heading: 丁, text: 名称 }",
      "|||合计|5.00",
    ],
  ])("the label of a total stands in the first column that is no code: %s", (_, columns, expected) => {
    const table = `title: 表\nwhere: { 支出性质: 项目支出 }\ncolumns: [${columns}, { heading: 金额 }]\nrows: [{ axis: 项目 }, { total: 合计 }]\n`;
    expect(printed(table, { money: MONEY + UNITS }).at(-1)).toBe(expected);
  });
});

describe("amount columns", () => {
  it("takes its selection from a figure, so that table and sentence cannot disagree", () => {
    const files = { "figures.yaml": '水电: { where: { 经济科目: ["30205", "30206"] } }\n', "sentences/1.hbs": "{{金额 水电}}" };
    const table = "title: 表\npartition: false\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 水电, figure: 水电 }]\nrows: [{ line: 全部 }]\n";
    expect(printed(table, { files })).toEqual(["全部|2.00"]);
  });

  it("has a format of its own, by name or written out", () => {
    const formats = `
  table: { unit: 万元, decimals: 2, trim: false, separator: false }
  sentence: { unit: 万元, decimals: 2, trim: true, separator: false }
  percentage: { decimals: 2, trim: true }
  others: { 元: { unit: 元, decimals: 0, trim: false, separator: true } }`;
    const table = (format: string): string =>
      `title: 表\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 合计, role: total }, { heading: 金额, where: {}, format: ${format} }]\nrows: [{ line: 全部 }]\n`;
    expect(printed(table("元"), { pack: { formats } })).toEqual(["全部|6.00|60,000"]);
    expect(printed(table("{ unit: 亿元, decimals: 4, trim: true, separator: false }"))).toEqual(["全部|6.00|0.0006"]);
  });

  it("share is the displayed amount as part of the displayed total, of all money or under one selection", () => {
    const table = `title: 表
columns:
  - { heading: 项目, text: 名称 }
  - { heading: 金额 }
  - { heading: 占比, role: share }
  - { heading: 占比, role: share, sign: true, where: { 支出性质: 基本支出 } }
rows:
  - { axis: 功能科目, levels: [项] }
  - { total: 合计 }
`;
    const money = "基本支出:\n  2010301:\n    30201: 10,000\n  2010303:\n    30201: 20,000\n对附属单位补助支出:\n  2010350:\n    事业收入: 40,000\n";
    expect(printed(table, { money })).toEqual(["行政运行|1.00|14.29|33.33%", "机关服务|2.00|28.57|66.67%", "事业运行|4.00|57.14|0%", "合计|7.00|100|100%"]);
  });

  it("a share is of what is displayed: 0.01 of 0.03, whatever the fen are", () => {
    const money = "基本支出:\n  2010301:\n    30201: 149元\n    30202: 149元\n";
    const table = `title: 表\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 金额 }, { heading: 占比, role: share }]\nrows: [{ axis: 经济科目, levels: [款] }]\n`;
    expect(printed(table, { money })).toEqual(["办公费|0.01|33.33", "印刷费|0.01|33.33"]);
  });

  it("a share that is 0 prints as a zero of its table", () => {
    const share = (zero: string): string =>
      `title: 表\n${zero}columns: [{ heading: 项目, text: 名称 }, { heading: 金额 }, { heading: 占比, role: share, sign: true }]\nrows: [{ axis: 经济科目, levels: [款], where: { 支出性质: 基本支出 } }, { rest: 其他 }]\n`;
    expect(printed(share(""))[1]).toBe("印刷费|0.00|0%");
    expect(printed(share("zero: —\n"))[1]).toBe("印刷费|—|—");
  });

  it("a share of nothing is blank", () => {
    const table = `title: 表\npartition: false\nwhere: { 资金来源: 事业收入 }\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 占比, role: share, sign: true }]\nrows: [{ line: 全部 }]\n`;
    expect(printed(table)).toEqual(["全部|"]);
  });
});
