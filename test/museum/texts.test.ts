import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanValue, compileText } from "../derive/support.ts";

const FINE = readFileSync(join(import.meta.dirname, "nothing-wrong.yaml"), "utf8");
const DUTIES = "主要职责: 承担测试。";

/** The paragraphs that 主要职责 prints as when it is written in some style. */
function paragraphs(written: string): string[] {
  expect(FINE).toContain(DUTIES);
  const { document } = cleanValue(compileText(FINE.replace(DUTIES, written)), "warnings");
  const blocks = document.parts[0]?.blocks ?? [];
  const end = blocks.findIndex((block, index) => index > 0 && block.kind === "heading");
  return blocks.slice(1, end).flatMap((block) => (block.kind === "paragraph" ? block.text : []));
}

describe("a text prints the same however YAML lets it be written", () => {
  test.each([
    ["on one line", "主要职责: 承担甲、乙和丙。", ["承担甲、乙和丙。"]],
    ["in quotes", '主要职责: "承担“甲”: 乙 # 丙"', ["承担“甲”: 乙 # 丙"]],
    ["in single quotes", "主要职责: '[201]甲''乙'", ["[201]甲'乙"]],
    ["in a | block", "主要职责: |\n    承担甲、\n    乙和丙。", ["承担甲、", "乙和丙。"]],
    ["in a | block with an empty line", "主要职责: |\n    甲。\n\n    乙。", ["甲。", "乙。"]],
    ["in a | block indented with full-width blanks", "主要职责: |\n    　　甲。\n    　　乙。", ["甲。", "乙。"]],
    ["folded by >", "主要职责: >\n    承担甲、\n    乙和丙。", ["承担甲、乙和丙。"]],
    ["folded without a sign", "主要职责: 承担甲、\n    乙和丙。", ["承担甲、乙和丙。"]],
    ["folded between Latin words", "主要职责: 使用 PDF\n    reader 阅读。", ["使用 PDF reader 阅读。"]],
    ["with the marks of HTML and Markdown", "主要职责: |\n    <b>甲</b> **乙** {{丙}} &amp; > # 丁", ["<b>甲</b> **乙** {{丙}} &amp; > # 丁"]],
  ])("%s", (_, written, expected) => {
    expect(paragraphs(written)).toEqual(expected);
  });

  test.each([
    ["by >", "主要职责: >\n    第一段，\n    接着写\n\n    第二段"],
    ["without a sign", "主要职责: 第一段，\n    接着写\n\n    第二段"],
    ["in quotes", '主要职责: "第一段，\n    接着写\n\n    第二段"'],
  ])("an empty line in a text folded %s begins a paragraph or is refused, and never joins two in silence", (_, written) => {
    const { diagnostics } = compileText(FINE.replace(DUTIES, written));
    if (diagnostics.length === 0) expect(paragraphs(written)).toEqual(["第一段，接着写", "第二段"]);
    else expect(diagnostics.map(({ code }) => code)).toEqual(["lines-joined"]);
  });
});

describe("names of what the language knows by itself are names like any other", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "lookup", "helperMissing", "each", "年度"])(
    "%s as a unit, a project, a category, a text",
    (name) => {
      const project = `项目支出:\n  - 项目名称: ${name}\n    项目类别: ${name}\n    重点项目: 是\n    支出:\n      2010350:\n        30201: 0\n    绩效目标: ${name}\n`;
      const text = FINE.replace("名称: 某中心", `名称: ${name}`).replace("概况:\n", `${project}概况:\n`).replace(DUTIES, `主要职责: ${name}`);
      const { document } = cleanValue(compileText(text));
      expect(document.title).toBe(`2024年${name}部门预算`);
      expect(document.parts[0]?.blocks[1]).toEqual({ kind: "paragraph", text: name });
      const key = document.parts[2]?.blocks.flatMap((block) =>
        block.kind === "table" ? block.table.rows.map(({ cells }) => cells.map((cell) => cell.text)) : [],
      );
      expect(key).toEqual([[`${name}（${name}）`, "0", name]]);
    },
  );
});
