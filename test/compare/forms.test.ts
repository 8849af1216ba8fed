import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareBudgets } from "../../src/compare/compare.ts";
import { correctionNote } from "../../src/correct/correct.ts";
import type { Compared, Difference } from "../../src/model/difference.ts";
import { compiled, ROOT } from "../support/compile.ts";
import { putLastYear } from "../support/lianzhou.ts";

type Pieces = readonly (readonly [from: string, to: string])[];

/** A budget of this repository, without what was approved, and with pieces of it changed. */
function draft(name: string, pieces: Pieces = []): Compared {
  const text = readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8").replace(/^批复:\n(?: .*\n)+/m, "");
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-forms-"));
  try {
    const changed = pieces.reduce((whole, [from, to]) => {
      expect(whole).toContain(from);
      return whole.replaceAll(from, to);
    }, text);
    putLastYear(folder);
    writeFileSync(join(folder, "budget.yaml"), changed);
    return compiled(join(folder, "budget.yaml"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function between(name: string, before: Pieces, after: Pieces): Difference {
  return compareBudgets(draft(name, before), draft(name, after));
}

const GIVEN = { reason: "编报有误", date: "2024年3月5日" };

describe("a form", () => {
  const found = between("siping", [], [["群众满意度: ≥90%", "群众满意度: ≥95%"]]);

  it("has its cells named by the labels beside them", () => {
    expect(found.tables.map(({ title, cells }) => [title, cells])).toEqual([
      ["项目支出绩效目标表", [{ row: "群众满意度", column: "满意度指标", before: "≥90%", after: "≥95%" }]],
    ]);
    expect(found.inputs.map(({ project, name }) => [project, name])).toEqual([["便民热线服务费", "绩效指标 / 效果指标 / 满意度指标 / 群众满意度"]]);
    expect([found.facts, found.figures, found.passages]).toEqual([[], [], []]);
  });

  it("stands for one project when there are several: of each it is told whose it is", () => {
    const second =
      "  - 项目名称: 大厅运行费\n    一级项目: 政务公开、政务服务\n    项目类型: 阶段性项目\n    项目级次: 一级项目\n    支出:\n      2010302 一般行政管理事务:\n        30227 委托业务费: 100,000\n    绩效目标: 保障大厅运行\n";
    const both: Pieces = [["项目支出:\n  - ", `项目支出:\n${second}  - `]];
    const one = draft("siping", both);
    const other = draft("siping", [...both, ["保障大厅运行", "保障大厅正常运行"]]);
    const { tables } = compareBudgets(one, other);
    expect(tables.map(({ subject, cells }) => [subject, cells.length])).toEqual([["大厅运行费", 1]]);
    const note = correctionNote(compareBudgets(one, other), other, GIVEN);
    expect(note.table.rows.map(({ cells }) => cells[1]?.text)).toEqual([expect.stringContaining("项目支出绩效目标表〔大厅运行费〕")]);
    const added = compareBudgets(draft("siping"), one).tables.find(({ title }) => title === "项目支出绩效目标表");
    expect(added).toMatchObject({ change: "added", subject: "大厅运行费" });
  });
});

it("matches the declaration of a renamed project, and tells its new name as a cell", () => {
  const coded: Pieces = [["  - 项目名称: 窗口服务外包费用\n", "  - 项目名称: 窗口服务外包费用\n    项目编码: P01\n"]];
  const { projects, facts, tables } = between("suizhou", coded, [
    ...coded,
    ["项目名称: 窗口服务外包费用", "项目名称: 大厅外包费用"],
    ["所属项目: 窗口服务外包费用", "所属项目: 大厅外包费用"],
  ]);
  expect(projects).toMatchObject([{ change: "renamed", before: "窗口服务外包费用", after: "大厅外包费用" }]);
  expect(facts).toEqual([]);
  const declaration = tables.find(({ title }) => title === "项目申报表");
  expect(declaration?.change).toBe("changed");
  expect(declaration?.cells).toContainEqual(expect.objectContaining({ before: "窗口服务外包费用", after: "大厅外包费用" }));
});

it("of two drafts knows a project by what both say that it was last year", () => {
  const { projects, facts } = between("siping", [], [["项目名称: 便民热线服务费\n", "项目名称: 政务热线服务费\n    上年名称: 便民热线服务费\n"]]);
  expect(projects).toMatchObject([{ change: "renamed", before: "便民热线服务费", after: "政务热线服务费" }]);
  expect(facts).toEqual([]);
});

it("tells 同口径调整 and 科目对照 that were stated otherwise", () => {
  const adjusted = (amount: string): string => `同口径调整:\n  收入总计:\n    上年数: ${amount}\n    原因: 机构改革职能划入\n原因:\n`;
  const { inputs } = between("siping", [["原因:\n", adjusted("1,050万元")]], [["原因:\n", adjusted("1,060万元")]]);
  expect(inputs).toMatchObject([{ section: "同口径调整", name: "收入总计 / 上年数", before: "1,050万元", after: "1,060万元" }]);
});

it("takes no row for another because a 类 before it came, whose number its own then follows", () => {
  const { tables, passages } = between(
    "siping",
    [],
    [
      ["基本支出:\n", "基本支出:\n  2050803 培训支出:\n    30216 培训费: 10,000\n"],
      ["主要用于:\n", "主要用于:\n  205 教育支出: 培训支出\n"],
    ],
  );
  const [first] = tables;
  expect(first?.cells.map(({ row }) => row)).toContain("教育支出");
  expect(first?.cells.map(({ row }) => row)).not.toContain("卫生健康支出");
  expect(passages.filter(({ change }) => change !== "changed").map(({ after }) => after)).toContainEqual(expect.stringContaining("培训支出"));
});

it("compares budgets of many hundred facts, all of them other amounts", () => {
  const items = Array.from({ length: 600 }, (_, index) => index);
  const projects = (amount: (index: number) => number): string =>
    items
      .map(
        (index) =>
          `  - 项目名称: 第${index}号运行经费\n    项目类别: 部门运转类\n    重点项目: 否\n    支出:\n      2010399:\n        30201: ${amount(index)}\n`,
      )
      .join("");
  const [one, other] = [(index: number) => 10_000 + index * 100, (index: number) => 20_000 + index * 100].map((amount) =>
    draft("lianzhou", [["项目支出:\n", `项目支出:\n${projects(amount)}`]]),
  );
  const { facts, tables } = compareBudgets(one as Compared, other as Compared);
  expect(facts).toHaveLength(600);
  expect(facts.every(({ change, difference }) => change === "changed" && difference.toFixed() === "10000")).toBe(true);
  expect(tables.find(({ label }) => label === "表12")?.cells.length).toBeGreaterThan(600 * 3);
});
