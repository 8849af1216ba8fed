import { describe, expect, it } from "vitest";
import { budgetText, compileTiny, documentOfTiny, findingsOfTiny, rowsOf, type Tiny, tablesOf } from "../support/tiny-standard.ts";

const TABLE = `title: 支出表
columns:
  - { heading: 科目编码, text: 编码 }
  - { heading: 科目名称, text: 名称 }
  - { heading: 本年, where: {} }
rows: [{ axis: 功能科目, levels: [类, 款, 项] }]
`;

const LAST_YEAR = TABLE.replace("rows:", "  - { heading: 上年, where: {}, year: 上年 }\nrows:");

const tiny: Tiny = { files: { "tables/01.yaml": TABLE } };

const OWN = "自设科目:\n  20188 某某事务: 某财预〔2024〕1号\n  2018801 某某专项: 某财预〔2024〕1号\n";
const MONEY = "基本支出:\n  2018801 某某专项:\n    30201: 10,000\n";

const written = (head: string, money: string = MONEY) => ({ budget: budgetText(money, { head }) });
const codes = (head: string, money?: string): string[] =>
  compileTiny(tiny, written(head, money)).diagnostics.flatMap(({ code }) => (code.startsWith("category-own") ? [code] : []));

describe("自设科目", () => {
  it("are known at their places and print with their names, at every level", () => {
    const { value, diagnostics } = compileTiny(tiny, written(OWN));
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["note category-own", "note category-own"]);
    const [table] = value ? tablesOf(value.document) : [];
    expect(table && rowsOf(table)).toEqual(["201|一般公共服务支出|1.00", "20188|　某某事务|1.00", "2018801|　　某某专项|1.00"]);
  });

  it("belong to the budget of the 科目 above them", () => {
    const own = "自设科目:\n  2120898 某某支出: 某财预〔2024〕1号\n";
    const money = "基本支出:\n  2120898:\n    30201: 10,000\n";
    const { value } = compileTiny(tiny, written(own, money));
    expect(value?.document).toBeDefined();
    const { diagnostics } = compileTiny(tiny, written(own, "基本支出:\n  2120898:\n    30201:\n      一般公共预算: 10,000\n"));
    expect(diagnostics.find(({ code }) => code === "source-differs")?.message).toContain("属于政府性基金预算");
  });

  it("may be economic", () => {
    const own = "自设科目:\n  30298 某某费: 某财预〔2024〕1号\n";
    expect(codes(own, "基本支出:\n  2010301:\n    30298 某某费: 10,000\n")).toEqual(["category-own"]);
  });

  it("stand in place of a row from memory, and in no place of any other", () => {
    expect(codes("自设科目:\n  2010102 某某事务: 科目表\n", "基本支出:\n  2010102 某某事务:\n    30201: 10,000\n")).toEqual(["category-own"]);
    expect(codes("自设科目:\n  2010302 某某事务: 科目表\n", "基本支出:\n  2010301:\n    30201: 10,000\n")).toEqual(["category-own-known"]);
  });

  it("of last year's file keep their names where this year's has them no longer", () => {
    const last = budgetText(MONEY, { head: OWN, year: 2023 });
    const budget = budgetText("基本支出:\n  2010301:\n    30201: 10,000\n", { head: "# 已核对 last-year-category-gone：专项已经结束\n上年文件: last.yaml\n" });
    const document = documentOfTiny({ files: { "tables/01.yaml": LAST_YEAR } }, { budget, beside: { "last.yaml": last } });
    expect(tablesOf(document).flatMap(rowsOf)).toContain("2018801|　　某某专项|0.00|1.00");
  });
});

describe("names by year", () => {
  const money = (key: string): string => `基本支出:\n  ${key}:\n    30201: 10,000\n`;
  const found = (key: string, year: number): string[] =>
    findingsOfTiny(tiny, { budget: budgetText(money(key), { year }) }).map((finding) => finding.split(" ")[0] ?? "");

  it("a 科目 that got another name has the name of the year", () => {
    expect(found("2013804 市场主体管理", 2023)).toEqual([]);
    expect(found("2013804 经营主体管理", 2023)).toEqual(["category-name"]);
    expect(found("2013804 市场主体管理", 2024)).toEqual(["category-name"]);
    expect(found("2013804 经营主体管理", 2024)).toEqual([]);
    const document = documentOfTiny(tiny, { budget: budgetText(money("2013804"), { year: 2023 }) });
    expect(tablesOf(document).flatMap(rowsOf)).toContain("2013804|　　市场主体管理|1.00");
  });

  it("where the year of the change is not known, it is asked for and no error", () => {
    const { diagnostics } = compileTiny(tiny, { budget: budgetText(money("2130335 农村人畜饮水"), { year: 2023 }) });
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning category-name"]);
    expect(found("2130335 农村人畜饮水", 2025)).toEqual(["category-name"]);
  });

  it("a code that moved names the 科目 of the same name in the new place", () => {
    const { diagnostics } = compileTiny(tiny, { budget: budgetText(money("2100601 中医（民族医）药专项"), { year: 2024 }) });
    expect(diagnostics.map(({ code, hint }) => [code, hint?.split("；")[0]])).toEqual([["category-year", "2024 年起改为 2101704 中医（民族医）药专项"]]);
  });
});
