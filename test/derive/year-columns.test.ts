import { describe, expect, it } from "vitest";
import { budgetText, documentOfTiny, findingsOfTiny, rowsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

const COLUMNS = `title: 表
columns:
  - { heading: 项目, text: 名称 }
  - { heading: 本年, where: {} }
  - { heading: 上年, where: {}, year: 上年 }
  - { heading: 增减, role: change }
  - { heading: 幅度, role: rate, sign: true }
`;

const BY_ITEM = `${COLUMNS}rows:
  - { axis: 功能科目, levels: [项] }
  - { total: 合计 }
`;

type Head = { readonly head: string };
const NAMED: Head = { head: "上年文件: 2023.yaml\n" };

/** What a table prints of this year's money beside last year's. */
function printed(table: string, now: string, before: string, head: Head = NAMED): string[] {
  const tiny: Tiny = { files: { "tables/1.yaml": table } };
  const document = documentOfTiny(tiny, { budget: budgetText(now, head), beside: { "2023.yaml": budgetText(before, { year: 2023 }) } });
  return tablesOf(document).flatMap(rowsOf);
}

const office = (amount: string): string => `基本支出:\n  2010301:\n    30201: ${amount}\n`;

describe("columns of last year, of the change and of its rate", () => {
  it.each([
    // now, last year, what is printed
    ["20,000", "10,000", "行政运行|2.00|1.00|1.00|100%"],
    ["10,000", "20,000", "行政运行|1.00|2.00|-1.00|-50%"],
    ["10,000", "10,000", "行政运行|1.00|1.00|0.00|0%"],
    ["10,000", "0", "行政运行|1.00|0.00|1.00|"],
    ["0", "10,000", "行政运行|0.00|1.00|-1.00|-100%"],
    ["0", "0", "行政运行|0.00|0.00|0.00|"],
    // what displays as 0 is no base
    ["10,000", "49.99元", "行政运行|1.00|0.00|1.00|"],
    // from what is displayed, as a reader would: 1.01 − 0.99, not 1.005 − 0.994999
    ["10050元", "9949.99元", "行政运行|1.01|0.99|0.02|2.02%"],
    ["10049.99元", "9950元", "行政运行|1.00|1.00|0.00|0%"],
    ["20,000", "30,000", "行政运行|2.00|3.00|-1.00|-33.33%"],
  ])("%s ← %s: %s", (now, before, row) => {
    const [line] = printed(BY_ITEM, office(now), office(before));
    expect(line).toBe(row);
  });

  it("a 科目 of one year alone has its row, and the total has both years", () => {
    const now = "基本支出:\n  2010301:\n    30201: 10,000\n";
    const before = "基本支出:\n  2010302:\n    30201: 20,000\n";
    expect(printed(BY_ITEM, now, before)).toEqual(["行政运行|1.00|0.00|1.00|", "一般行政管理事务|0.00|2.00|-2.00|-100%", "合计|1.00|2.00|-1.00|-50%"]);
  });

  it("change and rate are of one selection where they have one, and a zero prints as its column says", () => {
    const table = `title: 表
columns:
  - { heading: 项目, text: 名称 }
  - { heading: 本年 }
  - { heading: 基本增减, role: change, where: { 支出性质: 基本支出 }, zero: — }
  - { heading: 项目增减, role: change, where: { 支出性质: 项目支出 }, zero: — }
  - { heading: 项目幅度, role: rate, where: { 支出性质: 项目支出 } }
rows: [{ line: 全部, where: {} }]
`;
    const project = (amount: string): string => `项目支出:\n  - 项目名称: 甲\n    支出:\n      2010302:\n        30201: ${amount}\n`;
    expect(printed(table, office("10,000") + project("30,000"), office("10,000") + project("20,000"))).toEqual(["全部|4.00|—|1.00|50"]);
  });

  it("money of last year is not among this year's amounts, totals and shares", () => {
    const table = `title: 表
columns:
  - { heading: 项目, text: 名称 }
  - { heading: 合计, role: total }
  - { heading: 本年, where: {} }
  - { heading: 占比, role: share }
  - { heading: 上年, where: {}, year: 上年 }
rows: [{ axis: 经济科目, levels: [款] }, { rest: 其余 }]
`;
    const more = (first: string, second: string): string => `基本支出:\n  2010301:\n    30201: ${first}\n    30202: ${second}\n`;
    expect(printed(table, more("10,000", "30,000"), more("70,000", "70,000"))).toEqual([
      "办公费|1.00|1.00|25|7.00",
      "印刷费|3.00|3.00|75|7.00",
      "其余|0.00|0.00|0|0.00",
    ]);
  });
});

describe("without a file of last year", () => {
  const table = (rows: string): string => `${COLUMNS}partition: false\nrows: [${rows}]\n`;
  const HEAD = "上年数:\n  支出总计: 3万元\n  基本支出: 2万元\n";
  const tiny = (rows: string): Tiny => ({ files: { "tables/1.yaml": table(rows) } });

  it("a row that is a figure has the amount that 上年数 states of it", () => {
    const document = documentOfTiny(tiny("{ line: 合计, figure: 支出总计 }, { line: 基本, figure: 基本支出 }"), {
      budget: budgetText(office("10,000"), { head: HEAD }),
    });
    expect(tablesOf(document).flatMap(rowsOf)).toEqual(["合计|1.00|3.00|-2.00|-66.67%", "基本|1.00|2.00|-1.00|-50%"]);
  });

  it.each([
    ["no figure", "{ line: 合计, where: {} }", HEAD],
    ["a figure of which 上年数 says nothing", "{ line: 合计, figure: 项目支出 }", HEAD],
    ["a 科目", "{ axis: 功能科目, levels: [项] }", HEAD],
    ["no 上年数", "{ line: 合计, figure: 支出总计 }", ""],
  ])("a row that is %s has none, and that is said once a table", (_, rows, head) => {
    const findings = findingsOfTiny(tiny(rows), { budget: budgetText(office("10,000"), { head }) });
    expect(findings.map((finding) => finding.slice(0, finding.indexOf("，")))).toEqual(["last-year-file-missing “表”要列上年数"]);
  });

  it.each([
    ["of a narrower table", "where: { 支出性质: 基本支出 }\nrows: [{ line: 合计, figure: 支出总计 }]\n"],
    ["below a narrower line", "rows: [{ line: 基本, figure: 基本支出, below: [{ line: 全部, figure: 支出总计 }] }]\n"],
  ])("a figure's row %s is not the figure: what 上年数 states of the whole does not stand there", (_, rest) => {
    const narrower: Tiny = { files: { "tables/1.yaml": `${COLUMNS}partition: false\n${rest}` } };
    const findings = findingsOfTiny(narrower, { budget: budgetText(office("10,000"), { head: HEAD }) });
    expect(findings.map((finding) => finding.split(" ")[0])).toEqual(["last-year-file-missing"]);
  });

  it("the cells of last year hold last year's facts, and those of this year none of them", () => {
    const file = { budget: budgetText(office("10,000"), NAMED), beside: { "2023.yaml": budgetText(office("20,000"), { year: 2023 }) } };
    const [block] = tablesOf(documentOfTiny({ files: { "tables/1.yaml": BY_ITEM } }, file));
    const held = block?.table.rows.map(({ cells }) =>
      cells.flatMap((cell) => (cell.kind === "amount" ? [cell.facts.map(({ lastYear = false }) => lastYear)] : [])).slice(0, 2),
    );
    expect(held).toEqual([
      [[false], [true]],
      [[false], [true]],
    ]);
  });
});

describe("projects of two years", () => {
  const TABLE = `${COLUMNS}where: { 支出性质: 项目支出 }\nrows: [{ axis: 项目 }, { total: 合计 }]\n`;
  const project = (name: string, amount: string, code = ""): string =>
    `  - 项目名称: ${name}\n${code === "" ? "" : `    项目编码: ${code}\n`}    支出:\n      2010302:\n        30201: ${amount}\n`;
  const projects = (...all: string[]): string => `项目支出:\n${all.join("")}`;

  it("are the same where their code is, under this year's name", () => {
    expect(printed(TABLE, projects(project("新名", "20,000", "X1")), projects(project("旧名", "10,000", "X1")))).toEqual([
      "新名|2.00|1.00|1.00|100%",
      "合计|2.00|1.00|1.00|100%",
    ]);
  });

  it("are the same where their name is and one has no code", () => {
    expect(printed(TABLE, projects(project("甲", "20,000", "X1")), projects(project("甲", "10,000")))[0]).toBe("甲|2.00|1.00|1.00|100%");
    expect(printed(TABLE, projects(project("甲", "20,000")), projects(project("甲", "10,000")))[0]).toBe("甲|2.00|1.00|1.00|100%");
  });

  it("the code goes before the name", () => {
    const now = projects(project("甲", "10,000", "X1"), project("乙", "20,000", "X2"));
    const before = projects(project("甲", "30,000", "X2"), project("乙", "40,000", "X1"));
    expect(printed(TABLE, now, before)).toEqual(["甲|1.00|4.00|-3.00|-75%", "乙|2.00|3.00|-1.00|-33.33%", "合计|3.00|7.00|-4.00|-57.14%"]);
  });

  it("a project of last year alone has a row behind this year's, and its money is in the total", () => {
    const now = projects(project("甲", "10,000"));
    const before = projects(project("乙", "20,000"), project("甲", "10,000"));
    expect(printed(TABLE, now, before)).toEqual(["甲|1.00|1.00|0.00|0%", "乙|0.00|2.00|-2.00|-100%", "合计|1.00|3.00|-2.00|-66.67%"]);
  });
});

describe("projects of one name in two units", () => {
  it("are each unit's own", () => {
    const table = `${COLUMNS}where: { 支出性质: 项目支出 }\nrows: [{ axis: 单位, below: [{ axis: 项目 }] }]\n`;
    const both = (first: string, second: string): string =>
      `项目支出:\n  - 项目名称: 甲\n    项目类别: 一类\n    支出:\n      2010302:\n        30201: ${first}\n下属单位:\n  - 名称: 某所\n    性质: 事业单位\n    项目支出:\n      - 项目名称: 甲\n        项目类别: 二类\n        支出:\n          2010302:\n            30201: ${second}\n`;
    expect(printed(table, both("10,000", "20,000"), both("30,000", "40,000"))).toEqual([
      "某局|1.00|3.00|-2.00|-66.67%",
      "　甲|1.00|3.00|-2.00|-66.67%",
      "某所|2.00|4.00|-2.00|-50%",
      "　甲|2.00|4.00|-2.00|-50%",
    ]);
  });
});

describe("units of two years", () => {
  const TABLE = `${COLUMNS}rows: [{ axis: 单位 }, { total: 合计 }]\n`;
  const place = (name: string, amount: string): string => `  - 名称: ${name}\n    性质: 事业单位\n    基本支出:\n      2010350:\n        30201: ${amount}\n`;

  it("are the same where their name is", () => {
    expect(printed(TABLE, `${office("10,000")}下属单位:\n${place("某所", "20,000")}`, `${office("10,000")}下属单位:\n${place("某所", "40,000")}`)).toEqual([
      "某局|1.00|1.00|0.00|0%",
      "某所|2.00|4.00|-2.00|-50%",
      "合计|3.00|5.00|-2.00|-40%",
    ]);
  });

  it("a unit of last year alone has a row behind this year's, and its money is in the total", () => {
    expect(printed(TABLE, office("10,000"), `${office("10,000")}下属单位:\n${place("某所", "40,000")}`)).toEqual([
      "某局|1.00|1.00|0.00|0%",
      "某所|0.00|4.00|-4.00|-100%",
      "合计|1.00|5.00|-4.00|-80%",
    ]);
  });
});

it("a 科目 that is no longer in force has the name that it had", () => {
  const gone = "基本支出:\n  2010308:\n    30201: 10,000\n";
  const confirmed = { head: `# 已核对 last-year-category-gone：没有去处\n${NAMED.head}` };
  expect(printed(BY_ITEM, office("10,000"), gone, confirmed)).toEqual(["行政运行|1.00|0.00|1.00|", "信访事务|0.00|1.00|-1.00|-100%", "合计|1.00|1.00|0.00|0%"]);
});

it("tables without columns of last year never read last year's file for their rows", () => {
  const table = "title: 表\ncolumns: [{ heading: 项目, text: 名称 }, { heading: 金额 }]\nrows: [{ axis: 功能科目, levels: [项] }]\n";
  expect(printed(table, office("10,000"), "基本支出:\n  2010302:\n    30201: 20,000\n")).toEqual(["行政运行|1.00"]);
});
