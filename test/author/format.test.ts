import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Formatted, formatBudget } from "../../src/author/format.ts";
import type { Outcome } from "../../src/base/outcome.ts";
import { sourceFile } from "../../src/base/span.ts";
import { compileBudget } from "../../src/compile.ts";
import { loadClassification } from "../../src/load/classification.ts";
import { renderPage } from "../../src/render/document.ts";
import { budgets, type StandardName } from "../arbitrary/budget.ts";
import { yamlOf } from "../arbitrary/yaml.ts";
import { commentsOf } from "../support/comments.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";
import { putLastYear } from "../support/lianzhou.ts";
import { type ReadFolder, readFolder } from "../support/starter.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-format-"));
putLastYear(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FOLDERS: Readonly<Record<StandardName, string>> = { 清远: "qingyuan", 清远县区: "qingyuan-county", 四平: "siping", 随州: "suizhou" };
const read = new Map<string, ReadFolder>();

function standardOf(text: string): ReadFolder {
  const name = /^标准: (\S*)/m.exec(text)?.[1] as StandardName;
  const known = read.get(name) ?? readFolder(join(ROOT, "templates", FOLDERS[name]));
  read.set(name, known);
  return known;
}

function outcome(text: string): Outcome<Formatted> {
  const year = Number(/^年度: (\d+)/m.exec(text)?.[1]);
  return formatBudget(sourceFile("unit.yaml", text), {
    standard: standardOf(text).standard,
    classification: loadClassification(RESOURCES.classification, year),
  });
}

function formatted(text: string): string {
  const { value, diagnostics } = outcome(text);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value.text;
}

/** The published document, or everything that is wrong with the file. */
function printed(text: string): string {
  const path = join(folder, "unit.yaml");
  writeFileSync(path, text);
  const { value, diagnostics } = compileBudget(path, standardOf(text).resources);
  return value === undefined ? diagnostics.map(({ message }) => message).join("\n") : renderPage(value.document, value.standard.styles);
}

const SMALLEST = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");
const FILES = ["lianzhou-2023", "lianzhou", "siping", "suizhou"].map((name) => ({ name, text: readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8") }));

/** The smallest file with something else in it, and what becomes of that. */
function becomes(from: string, written: string): string {
  expect(SMALLEST).toContain(from);
  const [before = "", after = ""] = SMALLEST.split(from);
  const text = formatted(before + written + after);
  expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
  return text.slice(before.length, text.length - after.length);
}

const DUTIES = "  主要职责: 承担测试。";
const MONEY = "    30211 差旅费: 0";

describe("fmt writes names behind codes", () => {
  it("where there are none", () => {
    expect(becomes("  2010350 事业运行:", "  2010350: # 本级")).toBe("  2010350 事业运行: # 本级");
    expect(becomes(MONEY, "    30211: 0")).toBe(MONEY);
    expect(becomes(MONEY, "    30211 :\n      一般公共预算: 0")).toBe("    30211 差旅费 :\n      一般公共预算: 0");
    expect(becomes("  机关运行经费: 0", "  机关运行经费: 0\n  2010350: 1万元")).toBe("  机关运行经费: 0\n  2010350 事业运行: 1万元");
  });

  it("and leaves alone a code that stands there twice", () => {
    expect(becomes(MONEY, `${MONEY}\n    30211: 5`)).toBe(`${MONEY}\n    30211: 5`);
  });

  it("and leaves alone names that are there, codes that are none, and what is quoted", () => {
    for (const key of ["30211 差旅费用", "30998", '"30211"']) expect(becomes(MONEY, `    ${key}: 0`)).toBe(`    ${key}: 0`);
  });
});

describe("fmt separates thousands", () => {
  it.each([
    ["138000", "138,000"],
    ["1234567.50", "1,234,567.50"],
    ["1169.86万元", "1,169.86万元"],
    ["1234 元", "1,234 元"],
    ["999", "999"],
    ["12,345", "12,345"],
    ["0138000", "0138000"],
    ["5000.50", "5000.50"],
    ['"138000"', '"138000"'],
  ])("%s → %s", (written, wanted) => expect(becomes(MONEY, `    30211 差旅费: ${written}`)).toBe(`    30211 差旅费: ${wanted}`));

  it("of amounts alone", () => {
    expect(becomes("  房屋: 0平方米", "  房屋: 12345平方米")).toBe("  房屋: 12345平方米");
    expect(becomes("截至: 2023年12月31日", "截至: 20231231")).toBe("截至: 20231231");
    expect(becomes(DUTIES, "  主要职责: 138000")).toBe("  主要职责: 138000");
    expect(becomes("  固定资产: 0", "  固定资产: 3199000 # 1234")).toBe("  固定资产: 3,199,000 # 1234");
  });
});

describe("fmt takes away pasted numbers", () => {
  it.each([
    ["- （一）承担测试。", "- 承担测试。"],
    ["- 1、承担测试。", "- 承担测试。"],
    ["- |\n      （十二） 承担测试。", "- |\n      承担测试。"],
    ["- （一）“互联网+”工作。", "- “互联网+”工作。"],
    // Two numbers: the second would be taken away the next time.
    ["- （一）1.承担测试。", "- （一）1.承担测试。"],
    ["- （一）*重点*工作。", "- （一）*重点*工作。"],
    ["- 2024年承担测试。", "- 2024年承担测试。"],
  ])("%s", (written, wanted) => expect(becomes(DUTIES, `  主要职责:\n    ${written}`)).toBe(`  主要职责:\n    ${wanted}`));

  it("in lists alone: a text keeps its own numbers", () => {
    const text = "  主要职责: |\n    （一）承担测试。\n    （二）承办其他事项。";
    expect(becomes(DUTIES, text)).toBe(text);
  });
});

describe("fmt joins lines that were broken in the middle of a sentence", () => {
  const FULL = "贯彻落实政务服务法规政策制度和规范组织对进驻部门及其工作人员和窗";
  it.each([
    ["a comma before the break", ["承担甲工作，", "承担乙工作。"], ["承担甲工作，承担乙工作。"]],
    ["a comma behind the break", ["承担甲工作", "，承担乙工作。"], ["承担甲工作，承担乙工作。"]],
    ["a bracket that is still open", ["承担（审批服务便民化等相关工", "作）和其他工作。"], ["承担（审批服务便民化等相关工作）和其他工作。"]],
    ["full lines of one width", [FULL, `口${FULL}`, `子${FULL}`, "口工作人员等。"], [`${FULL}口${FULL}子${FULL}口工作人员等。`]],
    ["several at once", ["甲，", "乙、", "丙（丁", "戊）。", "己。"], ["甲，乙、丙（丁戊）。", "己。"]],
  ])("%s", (_, written, wanted) => {
    const block = (lines: readonly string[]): string => ["  主要职责: |", ...lines.map((line) => `    ${line}`)].join("\n");
    expect(becomes(DUTIES, block(written))).toBe(block(wanted));
  });

  it.each([
    ["sentences", ["承担甲工作。", "承担乙工作。"]],
    ["a list without any marks", ["下设九个机构，分别为：", "办公室", "数据应用科", "机关党委"]],
    ["numbers", ["承担甲工作，", "（一）承担乙工作，", "2. 承担丙工作"]],
    ["headings", ["承担甲工作，", "目标1：承担乙工作"]],
    ["blank lines", ["承担甲工作，", "", "承担乙工作"]],
    ["paragraphs that are set in", ["承担甲工作，", "  承担乙工作"]],
    ["one full line", [FULL, "承办市委市政府交办的其他事项。"]],
    ["two full lines", [FULL, `负责${FULL.slice(2)}`, "承办市委市政府交办的其他事项。"]],
    ["full lines without an end", [FULL, `口${FULL}`, `子${FULL}`, "承办其他事项"]],
    ["full lines that begin alike", [FULL, FULL, FULL, FULL, "承办其他事项。"]],
    ["words between which a blank may be lost", ["承担 e", "government 工作"]],
    ["a bracket that nothing closes", ["承担（甲工作", "承担乙工作"]],
  ])("and no %s", (_, lines) => {
    const block = ["  主要职责: |", ...lines.map((line) => (line === "" ? "" : `    ${line}`))].join("\n");
    expect(becomes(DUTIES, block)).toBe(block);
  });

  it("in a text whose other lines show how wide the page was, also in the items of a list", () => {
    const items = [[FULL, "口工作人员等进行考核评议。"], [FULL, "口的投诉。"], ["承办其他事项。"], [FULL, "口。"]];
    const list = (lines: readonly (readonly string[])[]): string =>
      ["  主要职责:", ...lines.flatMap((own) => ["    - |", ...own.map((line) => `      ${line}`)])].join("\n");
    expect(becomes(DUTIES, list(items))).toBe(list(items.map((own) => [own.join("")])));
    const other = [...items, ["一行没有写完的标题", "承办其他事项。"]];
    expect(becomes(DUTIES, list(other))).toBe(list(other));
  });

  it("in the items of a list, where a second line is no second paragraph", () => {
    expect(becomes(DUTIES, "  主要职责:\n    - |\n      （一）承担甲工作，\n      承担乙工作。")).toBe("  主要职责:\n    - |\n      承担甲工作，承担乙工作。");
  });
});

it("fmt takes away blanks at the ends of lines and no others", () => {
  expect(becomes(MONEY, "    30211   差旅费:  0 \t# 甲\t乙 \t \n   \n")).toBe("    30211   差旅费:  0 \t# 甲\t乙\n\n");
});

describe("fmt leaves a file alone", () => {
  it("that is broken, and says what is wrong with it", () => {
    const { value, diagnostics } = outcome(SMALLEST.replace("年度: 2024", "年度：2024\n年度: 2024"));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["full-width-colon", "duplicate-key"]]);
  });

  it("of which not enough can be read", () => {
    const { value, diagnostics } = outcome(SMALLEST.replace("性质: 事业单位", "性质: 企业"));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["unknown-word"]]);
  });

  it("in part: other mistakes are no reason to leave all as it is", () => {
    expect(becomes(MONEY, "    30211: 1.2.3\n    30202: 138000\n    30998: 138000")).toBe(
      "    30211 差旅费: 1.2.3\n    30202 印刷费: 138,000\n    30998: 138000",
    );
  });
});

describe.each(FILES)("$name", ({ text }) => {
  it("is in order", () => expect(formatted(text)).toBe(text));

  it("is put in order again, whatever it looked like, and loses no comment", () => {
    const original = printed(text);
    fc.assert(
      fc.property(disorder(text), (messy) => {
        const result = formatted(messy);
        expect(formatted(result)).toBe(result);
        expect(commentsOf(result)).toEqual(commentsOf(messy));
        expect(printed(result)).toBe(original);
      }),
      { seed: 4, numRuns: 6 },
    );
  });
});

/** A file as it looks when nobody put it in order: each line is changed or left. */
function disorder(text: string): fc.Arbitrary<string> {
  const lines = text.split("\n");
  return fc
    .array(fc.boolean(), { minLength: lines.length, maxLength: lines.length })
    .map((changes) => lines.map((line, index) => (changes[index] ? disordered(line, lines[index - 1] ?? "") : line)).join("\n"));
}

function disordered(line: string, before: string): string {
  if (/^\s*\d{5,7} .*:$/.test(line)) return line.replace(/(\d{5,7}) .*:$/, "$1:  ");
  if (/^\s*\d{5} .*: [\d,.]+$/.test(line)) return line.replace(/(\d{5}) .*: ([\d,.]+)$/, (_, code, amount) => `${code}: ${amount.replaceAll(",", "")} # 核过`);
  if (/^\s*\S+: [\d,.]+万元$/.test(line)) return line.replaceAll(/(?<=\d),(?=\d{3})/g, "");
  const item = /^(\s+)- \|$/.test(before);
  const margin = /^\s*/.exec(line)?.[0] ?? "";
  const broken = item || before.endsWith(": |") ? line.replaceAll(/(?<=，)(?=[^\d\s（]{11})/g, `  \n${margin}`) : `${line}  `;
  return item ? broken.replace(margin, `${margin}（一）`) : broken;
}

describe.each(["清远", "清远县区"] as const)("any budget of %s", (standard) => {
  it("says the same once it is in order, and is in order then", () => {
    fc.assert(
      fc.property(budgets(standard), (plain) => {
        const text = yamlOf(plain);
        const result = formatted(text);
        expect(result).not.toBe(text);
        expect(formatted(result)).toBe(result);
        expect(printed(result)).toBe(printed(text));
      }),
      { seed: 5, numRuns: 8 },
    );
  });
});
