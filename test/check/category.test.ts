import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ScalarNode } from "../../src/base/node.ts";
import { sourceFile, span } from "../../src/base/span.ts";
import { readCategory } from "../../src/check/budget/category.ts";
import { Findings } from "../../src/check/reader.ts";
import type { CategoryLevel } from "../../src/model/classification.ts";
import { YEARS } from "../arbitrary/budget.ts";
import { classificationOf } from "../derive/support.ts";
import { ROOT } from "../support/compile.ts";

const file = sourceFile("budget.yaml", "");

/** Codes of what is found where a key is read at a level. */
function found(text: string, level: CategoryLevel, year = 2024): string[] {
  const findings = new Findings();
  const key: ScalarNode = { kind: "scalar", text, block: false, span: span(file, 0) };
  const category = readCategory(key, level, classificationOf(year), findings);
  expect(category === undefined).toBe(findings.diagnostics.some(({ code, severity }) => severity === "error" && code !== "category-name"));
  for (const { message, hint = "" } of findings.diagnostics) expect(message + hint).not.toMatch(/undefined|NaN|\[object/);
  return findings.diagnostics.map(({ code }) => code);
}

function rowsOf(name: string): string[][] {
  return readFileSync(join(ROOT, "src", "classification", name), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}

describe("every row of the lists", () => {
  it.each(YEARS)("is right at its own place with its own name, and wrong at the other's, in %d", (year) => {
    const { functional, economic } = classificationOf(year);
    const items = [...functional.keys()].filter((code) => code.length === 7);
    const lines = [...economic.keys()].filter((code) => code.length === 5);
    expect(items.flatMap((code) => found(`${code} ${functional.get(code)?.name}`, "项", year))).toEqual([]);
    expect(lines.flatMap((code) => found(`${code} ${economic.get(code)?.name}`, "款", year))).toEqual([]);
    expect(new Set(items.map((code) => found(code, "款", year).join()))).toEqual(new Set(["bad-category"]));
    expect(new Set(lines.map((code) => found(code, "项", year).join()))).toEqual(new Set(["bad-category"]));
  });

  it("of another classification is told apart, at either place", () => {
    const codes = rowsOf("foreign.tsv").map(([code = ""]) => code);
    expect(new Set(codes.flatMap((code) => (["项", "款"] as const).map((level) => found(code, level).join())))).toEqual(new Set(["category-foreign"]));
  });

  it("of renamed 科目 has a code that is known in some year, and successors that are", () => {
    const known = (code: string): boolean => YEARS.some((year) => classificationOf(year).functional.get(code) !== undefined);
    const before = new Set(["2080804"]);
    const codes = rowsOf("renames.tsv").flatMap(([code = "", , , successors = ""]) => [code, ...successors.split(" ").filter((each) => each !== "")]);
    expect(codes.filter((code) => !before.has(code) && !known(code))).toEqual([]);
  });
});

describe("a code that is not right", () => {
  it.each([
    ["201", "项", "bad-category"],
    ["20103", "项", "bad-category"],
    ["302", "款", "bad-category"],
    ["3020", "款", "bad-category"],
    ["20103011", "项", "bad-category"],
    ["事业运行", "项", "bad-category"],
    ["201 03 50", "项", "bad-category"],
    ["２０１０３５０", "项", "bad-category"],
    ["2010377", "项", "unknown-category"],
    ["30277", "款", "unknown-category"],
    ["2010308", "项", "category-year"],
    ["50299 其他", "款", "category-foreign"],
    ["1030446", "项", "category-foreign"],
    ["599", "款", "category-foreign"],
    ["", "款", "bad-category"],
    ["__proto__", "项", "bad-category"],
  ] as const)("%s at a %s: %s", (text, level, code) => {
    expect(found(text, level)).toEqual([code]);
  });
});
