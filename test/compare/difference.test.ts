import { describe, expect, it } from "vitest";
import { comparisonJson } from "../../src/commands/diff/json.ts";
import { differenceText } from "../../src/commands/diff/text.ts";
import { jsonText } from "../../src/commands/json-text.ts";
import { compareBudgets } from "../../src/compare/compare.ts";
import { isSame } from "../../src/model/difference.ts";
import { renderDifference } from "../../src/render/difference.ts";
import { expectGolden } from "../support/golden.ts";
import { compared, difference, file } from "./support.ts";

describe.each([
  ["drafts", "first.yaml", "second.yaml"],
  ["years", "year-2023.yaml", "year-2024.yaml"],
])("the difference of two %s", (name, before, after) => {
  const found = difference(before, after);
  it("reads as reviewed in a terminal", () => {
    expectGolden(file(`${name}.txt`), `${differenceText(found, { before, after }, false)}\n`);
  });
  it("is as reviewed for a program", () => {
    expectGolden(file(`${name}.json`), `${jsonText(comparisonJson(found, { before, after }))}\n`);
  });
  it("is as reviewed on a page", () => {
    // The looks are reviewed where they stand.
    expectGolden(file(`${name}.html`), renderDifference(found, { before, after }, { page: "", print: "", difference: "", correction: "" }));
  });
});

describe("what is told of two drafts", () => {
  const { projects, facts, figures, tables, passages, unlike } = difference("first.yaml", "second.yaml");

  it("finds the renamed project by its code, and the one that went", () => {
    expect(projects.map(({ change, before, after }) => [change, before, after])).toEqual([
      ["renamed", "政务服务中心大厅运行经费", "政务服务大厅运行经费"],
      ["gone", "连州市电子政务平台光纤网络年租费", undefined],
    ]);
  });

  it("has every fact that is another amount, and none of the renamed project's", () => {
    expect(facts.map(({ change, economic, difference: by }) => [change, economic?.code, by.toFixed()])).toEqual([
      ["changed", "30201", "20200"],
      ["changed", "30217", "15050"],
      ["gone", "30211", "-20000"],
      ["gone", "30201", "-138000"],
    ]);
  });

  it("has figures as they are displayed and exactly", () => {
    const total = figures.find(({ name }) => name === "支出总计");
    expect(total).toMatchObject({ before: { shown: "465.58万元" }, after: { shown: "453.31万元" }, shownDifference: "-12.27万元" });
    expect(total?.difference.toFixed()).toBe("-122750");
  });

  it("names cells by row and column, the label of a renamed project among them", () => {
    const cells = tables.find(({ label }) => label === "表12")?.cells ?? [];
    expect(cells).toContainEqual({
      row: "政务服务大厅运行经费（部门运转类）",
      column: "支出项目类别（资金使用单位）",
      before: "政务服务中心大厅运行经费（部门运转类）",
      after: "政务服务大厅运行经费（部门运转类）",
    });
    expect(cells).toContainEqual({ row: "连州市电子政务平台光纤网络年租费（信息系统运维类）", column: "总计", before: "13.80" });
  });

  it("marks the words that changed, whose runs give both wordings", () => {
    expect(passages.length).toBeGreaterThan(0);
    for (const { before = "", after = "", words } of passages) {
      const without = (kind: "gone" | "added"): string => words.flatMap((each) => (each.kind === kind ? [] : [each.text])).join("");
      expect(without("added")).toBe(before);
      expect(without("gone")).toBe(after);
    }
    const words = passages.flatMap((passage) => passage.words);
    expect(words).toContainEqual({ kind: "added", text: "五" });
  });

  it("sees nothing else unlike", () => {
    expect(unlike).toEqual([]);
  });
});

describe("between years", () => {
  const found = difference("year-2023.yaml", "year-2024.yaml");

  it("takes what only moved on with the year for no difference", () => {
    const texts = JSON.stringify([found.passages.map(({ section: _section, ...rest }) => rest), found.inputs]);
    expect(found.inputs.map(({ name }) => name)).not.toContain("截至");
    expect(texts).not.toContain("做好窗口工作");
    expect(found.tables.flatMap(({ cells }) => cells).every(({ column }) => !/20\d\d年/.test(column))).toBe(true);
  });

  it("shows each year as it is written", () => {
    const income = found.passages.find(({ section }) => section.at(-1)?.includes("收支增减变化情况"));
    expect(income?.before).toContain("2023年本部门收入预算");
    expect(income?.after).toContain("2024年本部门收入预算");
    expect(income?.words[0]).toEqual({ kind: "same", before: "2023年本部门收入预算", text: "2024年本部门收入预算" });
  });

  it("says so", () => {
    expect(found.unlike).toEqual(["year"]);
  });
});

it("finds nothing between a file and itself", () => {
  for (const name of ["first.yaml", "second.yaml", "year-2024.yaml"]) {
    expect(isSame(compareBudgets(compared(name), compared(name)))).toBe(true);
    expect(differenceText(difference(name, name), { before: name, after: name }, false)).toMatch(/\n没有差别$/);
  }
});
