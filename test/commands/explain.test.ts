import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { pageText } from "../../src/commands/page-text.ts";
import { allPages, codesOfPages, LAYERS, readPage } from "../../src/commands/pages.ts";

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => out.push(line), error: (line) => error.push(line), colour: false, env: process.env });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

describe("explain CODE", () => {
  it("prints the page as a person reads it: no marks, code indented", async () => {
    const { code, out, error } = await run("explain", "colon-without-blank");
    expect([code, error]).toEqual([EXIT.fine, ""]);
    expect(out.split("\n").slice(0, 4)).toEqual(["colon-without-blank  冒号后面缺少空格", "─".repeat(37), "级别：错误　层：写法", ""]);
    expect(out).toContain("\n怎么改：\n\n");
    expect(out).toContain("\n错的：\n\n    基本支出:\n      2010350 事业运行:\n        30201 办公费:10,000\n");
    expect(out).toContain("\n对的：\n\n    基本支出:\n      2010350 事业运行:\n        30201 办公费: 10,000");
  });

  it("leaves no Markdown in any page, and keeps what stands in code", () => {
    const marked = allPages().filter((page) => /^(?:#|```)/m.test(pageText(page, false)));
    expect(marked.map(({ code }) => code)).toEqual([]);
    const page = readPage("a-b", "# a-b 题\n\n级别：错误或警告\n层：写法\n\n看 `` ` `` 和`年度`、**重**、[文](x.md)。\n\n```yaml\n# 注释 **`甲`**\n```\n");
    expect(page && pageText(page, false).split("\n").slice(2)).toEqual([
      "级别：错误或警告　层：写法",
      "",
      "看 “`” 和“年度”、重、文。",
      "",
      "    # 注释 **`甲`**",
    ]);
  });

  it("makes headings bold in a terminal", () => {
    const [page] = allPages();
    expect(page && pageText(page, true)).toContain("\u001b[1m");
  });

  it("takes a code with what stands around it, and several", async () => {
    const { code, out } = await run("explain", "错误[bad-amount]", "empty-file");
    expect(code).toBe(EXIT.fine);
    expect(out.match(/^(?:bad-amount|empty-file) {2}/gm)).toHaveLength(2);
  });

  it.each([
    ["bad-amout", "是不是想写“bad-amount”？"],
    ["没有的", "budgetgen explain 看全部代号"],
    ["../../package", "budgetgen explain 看全部代号"],
    ["museum", "没有“museum”这个代号"],
  ])("%s is no code", async (word, says) => {
    const { code, out, error } = await run("explain", word);
    expect([code, out]).toEqual([EXIT.usage, ""]);
    expect(error).toContain(says);
  });
});

describe("explain", () => {
  it("lists all codes, layer by layer, with level and title", async () => {
    const { code, out } = await run("explain");
    expect(code).toBe(EXIT.fine);
    const lines = out.split("\n");
    expect(lines.filter((line) => LAYERS.some((layer) => layer === line))).toEqual(LAYERS);
    expect(lines.flatMap((line) => /^ {2}([a-z\d-]+) +(?:错误|警告|提示)/.exec(line)?.[1] ?? []).sort()).toEqual(codesOfPages());
    expect(out).toMatch(/^ {2}unit-doubtful +警告 +是不是忘了写“万元”$/m);
  });
});

describe("a page", () => {
  const text = (head: string): string => `${head}\n\n正文。\n`;
  it.each([
    ["# a-b 题\n\n级别：错误\n层：科目", true],
    ["# a-b 题\n\n级别：警告或提示\n层：环境", true],
    ["# a-c 题\n\n级别：错误\n层：科目", false],
    ["# a-b 题\n\n级别：严重\n层：科目", false],
    ["# a-b 题\n\n级别：错误\n层：别的", false],
    ["# a-b\n\n级别：错误\n层：科目", false],
  ])("with the head %j is one: %s", (head, is) => {
    expect(readPage("a-b", text(head)) !== undefined).toBe(is);
  });
});
