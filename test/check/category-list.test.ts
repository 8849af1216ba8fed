import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { position } from "../../src/base/span.ts";
import { readCategoryList } from "../../src/check/lists/categories.ts";
import { loadHeadings } from "../../src/load/classification/headings.ts";
import { sheetOf } from "../../src/load/sheet/grid.ts";
import type { CellKind } from "../../src/model/sheet.ts";
import { classificationOf } from "../derive/support.ts";
import { ROOT } from "../support/compile.ts";

const headings = loadHeadings(join(ROOT, "src", "classification"));

type Written = string | { readonly text: string; readonly kind: CellKind };

function read(rows: readonly (readonly Written[])[], { name = "表1", kind }: { name?: string; kind?: string } = {}) {
  const cells = (row: readonly Written[]) => row.map((cell) => (typeof cell === "string" ? { text: cell, kind: "text" as const } : cell));
  const sheet = sheetOf(
    "list.xlsx",
    name,
    rows.map((row) => ({ cells: cells(row) })),
  );
  return readCategoryList([sheet], { headings, classification: classificationOf(2024), ...(kind !== undefined && { kind }) });
}

function listed(rows: readonly (readonly Written[])[]): string[] {
  const { value, diagnostics } = read(rows);
  expect(diagnostics).toEqual([]);
  return (value?.categories ?? []).map(({ code, name }) => `${code} ${name}`);
}

function complaints(rows: readonly (readonly Written[])[]): string[] {
  return read(rows).diagnostics.map(({ severity, code, span }) => {
    const { line, column } = span ? position(span.file, span.start) : { line: 0, column: 0 };
    return `${severity} ${code} ${line}:${column}`;
  });
}

const HEAD = ["科目编码", "科目名称"];

describe("an official list", () => {
  const WANTED = ["201 一般公共服务支出", "20101 人大事务", "2010101 行政运行"];

  it.each([
    ["codes in one column", [HEAD, ["201", "一般公共服务支出"], ["20101", "人大事务"], ["2010101", "行政运行"]]],
    ["blanks in codes, indented names", [HEAD, ["201", "一般公共服务支出"], ["201 01", "　人大事务"], ["201 01 01", "　　行政运行"]]],
    ["a title above, remarks below", [["科目表"], [], HEAD, ["201", "一般公共服务支出"], ["20101", "人大事务"], ["2010101", "行政运行"], ["注：略"]]],
    [
      "headings in another order",
      [
        ["科目名称", "编码", "说明"],
        ["一般公共服务支出", "201"],
        ["人大事务", "20101", "反映"],
        ["行政运行", "2010101"],
      ],
    ],
    ["headings again on each page", [HEAD, ["201", "一般公共服务支出"], ["20101", "人大事务"], HEAD, ["2010101", "行政运行"]]],
    [
      "类, 款 and 项",
      [
        ["科目编码", "", "", "科目名称"],
        ["类", "款", "项"],
        ["201", "", "", "一般公共服务支出"],
        ["", "01", "", "人大事务"],
        ["", "", "01", "行政运行"],
      ],
    ],
    [
      "类, 款 and 项 that have lost their zeros",
      [
        ["类", "款", "项", "名称"],
        ["201", "", "", "一般公共服务支出"],
        ["", "1", "", "人大事务"],
        ["", "", "1", "行政运行"],
      ],
    ],
    [
      "类, 款 and 项 in full",
      [
        ["类", "款", "项", "名称"],
        ["201", "", "", "一般公共服务支出"],
        ["201", "20101", "", "人大事务"],
        ["201", "20101", "2010101", "行政运行"],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(listed(rows)).toEqual(WANTED);
  });

  it("has functional and economic 科目 side by side, and leaves out what no department's budget has", () => {
    const { value, diagnostics } = read([
      HEAD,
      ["30201", "办公费"],
      ["501", "机关工资福利支出"],
      ["50101", "工资奖金津补贴"],
      ["103", "非税收入"],
      ["2010101", "行政运行"],
    ]);
    expect(value?.categories.map(({ code, kind }) => `${code} ${kind}`)).toEqual(["2010101 一般公共预算", "30201 部门预算支出经济分类"]);
    expect(value?.foreign).toBe(3);
    expect(diagnostics).toEqual([]);
  });

  it("says of which budget a new 科目 is: by its parent, its sheet's title, or as one is told", () => {
    const rows = [HEAD, ["2010188", "某某事务"]];
    const kindOf = (given: Parameters<typeof read>[1]): string | undefined => read(rows, given).value?.categories[0]?.kind;
    expect(kindOf({})).toBe("一般公共预算");
    expect(kindOf({ name: "政府性基金预算支出" })).toBe("政府性基金预算");
    expect(kindOf({ kind: "国有资本经营预算" })).toBe("国有资本经营预算");
  });
});

describe("every odd row is told with its place", () => {
  it.each([
    ["a code twice with two names", [HEAD, ["2010101", "行政运行"], ["2010101", "机关服务"]], ["error category-list-duplicate 3:1"]],
    ["a code twice", [HEAD, ["2010101", "行政运行"], ["2010101", "行政运行"]], ["warning category-list-duplicate 3:1"]],
    ["no name", [HEAD, ["2010101", ""], ["2010102", "一般行政管理事务"]], ["error category-list-name 2:1"]],
    ["no code", [HEAD, ["", "行政运行", "反映"]], ["error category-list-code 2:2", "error category-list-shape 1:1"]],
    ["six digits", [HEAD, ["201010", "行政运行"], ["2010101", "行政运行"]], ["error category-list-code 2:1"]],
    ["letters", [HEAD, ["2O101", "行政运行"], ["2010101", "行政运行"]], ["error category-list-code 2:1"]],
    ["no parent", [HEAD, ["2018801", "行政运行"]], ["error category-list-parent 2:1"]],
    ["an error value", [HEAD, ["2010101", { text: "#REF!", kind: "error" as const }], ["2010102", "一般行政管理事务"]], ["error sheet-cell 2:2"]],
    [
      "no list",
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
      ["error category-list-shape 1:1"],
    ],
  ])("%s", (_, rows, wanted) => {
    expect(complaints(rows)).toEqual(wanted);
  });
});
