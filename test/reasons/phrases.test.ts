import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exact } from "../../src/base/money.ts";
import { draftOf } from "../../src/derive/reasons/draft.ts";
import type { Contribution, Decomposition } from "../../src/model/decomposition.ts";
import { formatNamed, type Standard } from "../../src/model/standard.ts";
import { compiled, ROOT } from "../support/compile.ts";
import { budgetText, findingsOfTiny } from "../support/tiny-standard.ts";

const standards: Readonly<Record<string, Standard>> = Object.fromEntries(
  ["lianzhou", "siping", "suizhou"].map((name) => [name, compiled(join(ROOT, "budgets", `${name}.yaml`)).standard]),
);

/** 基本工资 10 → 9 万元 for an 经济科目, “大厅” 10 → 9 for a project. */
function part(words: string): Contribution {
  const [, name = "", base = "", current = ""] = /^(\S+) (\S+) → (\S+)$/.exec(words) ?? [];
  const project = name.startsWith("“");
  return {
    kind: project ? "project" : "category",
    name: name.replace(/[“”]/g, ""),
    code: "",
    base: exact(base).times("10000"),
    current: exact(current).times("10000"),
  };
}

function draft(standard: string, parts: readonly string[], rest = "0"): string {
  const contributions = parts.map(part);
  const total = (year: "current" | "base") => contributions.reduce((sum, each) => sum.plus(each[year]), exact("100").times("10000"));
  const decomposition: Decomposition = {
    // Facts leave nothing but 同口径调整.
    basis: rest === "0" ? "facts" : "parts",
    contributions,
    base: total("base"),
    current: total("current").plus(exact(rest).times("10000")),
    rest: exact(rest).times("10000"),
  };
  const own = standards[standard] as Standard;
  return draftOf(decomposition, own.phrases.drafts, formatNamed(own.formats)).words;
}

describe("how a draft is worded", () => {
  test.each([
    [["退休费 4 → 2", "基本工资 20 → 11.9", "“光纤” 0 → 20"], "新增项目“光纤”20万元，基本工资减少8.1万元、退休费减少2万元"],
    [["基本工资 20 → 25", "“光纤” 20 → 0"], "取消项目“光纤”20万元，基本工资增加5万元"],
    [["“光纤” 20 → 25", "“大厅” 5 → 4"], "项目“光纤”增加5万元，项目“大厅”减少1万元"],
    [["“光纤” 0.001 → 25"], "项目“光纤”增加25万元"],
    // What displays as 0.00, and what is small beside the rest, is told as 其他.
    [["基本工资 10 → 20", "奖金 1 → 1.004", "办公费 3 → 2.7"], "基本工资增加10万元，其他减少0.3万元"],
    [["基本工资 10 → 20", "奖金 1 → 1.004"], "基本工资增加10万元"],
    // No more than four each way, until nine tenths of what goes this way are told.
    [["甲甲 1 → 6", "乙乙 1 → 5", "丙丙 1 → 4", "丁丁 1 → 3", "戊戊 1 → 2.5"], "甲甲增加5万元、乙乙增加4万元、丙丙增加3万元、丁丁增加2万元，其他增加1.5万元"],
    [["甲甲 1 → 15", "乙乙 1 → 2", "丙丙 1 → 1.5"], "甲甲增加14万元，其他增加1.5万元"],
    // Both ways, of the same size: nothing is left over.
    [["甲甲 1 → 6", "乙乙 6 → 1"], "甲甲增加5万元，乙乙减少5万元"],
    // Parts that are rounded each by itself.
    [["甲甲 1.004 → 2.005", "乙乙 1.004 → 2.005"], "甲甲增加1.01万元、乙乙增加1.01万元，其他减少0.02万元"],
    [["甲甲 1 → 1.001"], ""],
    [[], ""],
  ])("%j", (parts, words) => {
    expect(draft("lianzhou", parts)).toBe(words);
  });

  test("in the unit and decimals of each standard's sentences", () => {
    const parts = ["退休费 4 → 2", "基本工资 20 → 11.9", "“光纤” 0 → 0.5"];
    expect(Object.fromEntries(Object.keys(standards).map((name) => [name, draft(name, parts, "0.2")]))).toEqual({
      lianzhou: "基本工资减少8.1万元、退休费减少2万元，其他增加0.7万元",
      siping: "基本工资减少8.10万元、退休费减少2.00万元，其他增加0.70万元",
      suizhou: "基本工资减少8.1万元、退休费减少2万元，其他增加0.7万元",
    });
  });
});

describe("草稿 in a standard's phrases.yaml", () => {
  const found = (phrases: string): string[] =>
    findingsOfTiny(
      { files: { "sentences/one.hbs": "一", "phrases.yaml": `草稿:\n${phrases}` } },
      { budget: budgetText("基本支出:\n  2010301 行政运行:\n    30201 办公费: 10,000\n") },
    ).map((finding) => finding.split(" ")[0] ?? "");

  test.each([
    ["  增加: '{{名称}}多{{差额}}'\n", []],
    ["  增加: '{{名称}}多{{原因}}'\n", ["unknown-name"]],
    ["  增加: '{{#if 名称.有}}多{{/if}}'\n", ["unknown-name"]],
    ["  增加: '{{名称}}多10万元'\n", ["amount-in-template"]],
    ["  增添: '{{名称}}多{{差额}}'\n", ["unknown-key"]],
    ["  最多: 很多\n", ["wrong-shape"]],
    ["  - 增加\n", ["wrong-shape"]],
  ])("%s", (phrases, codes) => {
    expect(found(phrases)).toEqual(codes);
  });
});
