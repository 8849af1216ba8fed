import { describe, expect, test } from "vitest";
import { budgetText, compileTiny, type Tiny } from "../support/tiny-standard.ts";

const TABLE = `title: 表
columns: [{ heading: 科目, text: 名称, width: 40 }, { heading: 合计, width: 20 }]
rows: [{ axis: 功能科目, levels: [项] }]
notes: [{ when: empty, text: 无。 }]
`;
const MONEY = "基本支出:\n  2010301 行政运行:\n    30201 办公费: 10,000\n";

function tinyWith(accounts: string): Tiny {
  return { files: { "tables/01.yaml": TABLE, "accounts.yaml": accounts } };
}

function found(accounts: string): string[] {
  return compileTiny(tinyWith(accounts), { budget: budgetText(MONEY) }).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
}

describe("a standard's own accounts.yaml", () => {
  test("adds rules to the common ones", () => {
    expect(found('natures:\n  办公费: { codes: ["20103"], not: 基本支出, instead: 别的 }\n')).toEqual(["warning category-expenditure-nature"]);
  });

  test("replaces a rule of the same name", () => {
    expect(found("unit-natures:\n  行政运行: { names: [行政运行], units: [事业单位], instead: 别的, severity: note }\n")).toEqual([
      "note category-unit-nature",
    ]);
  });

  test.each([
    ["an unknown section", "nature: {}\n", "unknown-key"],
    ["a rule of no 科目", "natures:\n  甲: { not: 基本支出, instead: 乙 }\n", "missing-key"],
    ["a code that is none", 'natures:\n  甲: { codes: ["20"], not: 基本支出, instead: 乙 }\n', "unknown-word"],
    ["an unknown 支出性质", "natures:\n  甲: { names: [乙], not: 基本, instead: 乙 }\n", "unknown-word"],
    ["an unknown 单位性质", "unit-natures:\n  甲: { names: [乙], units: [企业], instead: 乙 }\n", "unknown-word"],
    ["an unknown severity", "natures:\n  甲: { names: [乙], not: 基本支出, instead: 乙, severity: error }\n", "unknown-word"],
    ["a sum of unknown figures", "sums:\n  支出总计: [甲]\n", "unknown-figure"],
    ["a whole that is no figure", "wholes: [甲]\n", "unknown-figure"],
    ["a stated fact that is none", "vehicles: { owned: 甲 }\n", "unknown-name"],
    ["a phrase without its numeral", "subordinates: { budget: 预算构成, department: 机构设置, counts: [下属单位], none: [] }\n", "unknown-word"],
    ["an amount that is none", "project: { goalsFrom: 很多 }\n", "bad-amount"],
  ])("that has %s is refused at its place", (_what, accounts, code) => {
    const { diagnostics } = compileTiny(tinyWith(accounts), { budget: budgetText(MONEY) });
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.span?.file.path).toMatch(/accounts\.yaml$/);
  });
});
