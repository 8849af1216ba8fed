import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

const BUDGETS = join(ROOT, "budgets");
const LIANZHOU = readFileSync(join(BUDGETS, "lianzhou.yaml"), "utf8").replace(/^上年文件: .*$/m, `上年文件: ${join(BUDGETS, "lianzhou-2023.yaml")}`);

let folder: string;
let file: string;
let next: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-roll-"));
  file = join(folder, "unit.yaml");
  next = join(folder, "unit-2025.yaml");
  writeFileSync(file, LIANZHOU);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line), colour: false, env: {} };
  const code = await main(["roll-forward", ...argv], terminal);
  return { code, out: out.join("\n"), error: error.join("\n") };
}

const read = (path: string): string => readFileSync(path, "utf8");

describe("roll-forward", () => {
  it("writes next year's file beside this year's, and says what is to be done", async () => {
    expect(await run(file)).toEqual({
      code: EXIT.fine,
      out: [
        `已写好 ${next}：2025 年的预算文件，上年文件是 ${file}`,
        "  待填 34 处；这次要重写的：金额、数量 24 处，批复 4 处，原因 4 处，每年重写的、说到年份的文字 2 处",
        "下一步：用文字编辑器打开，把“待填”换成 2025 年的内容，没有的整行删掉；填好一些就检查一遍：",
        `  budgetgen check ${next}`,
        "其他都填好了，原因可以先按数字起草：",
        `  budgetgen reasons ${next}`,
      ].join("\n"),
      error: "",
    });
    expect(read(next)).toContain("年度: 2025\n");
    expect(read(next)).toContain("\n上年文件: unit.yaml\n");
    expect(read(file)).toBe(LIANZHOU);
    expect(readdirSync(folder)).toEqual(["unit-2025.yaml", "unit.yaml"]);
  });

  it("tells what is left out, over, renamed, in doubt, confirmed and wrong", async () => {
    const project = (name: string, more: string): string => `  - 项目名称: ${name}\n${more}    支出:\n      2010399:\n        30201: 5万元\n`;
    const text = LIANZHOU.replace("年度: 2024", "年度: 2023")
      .replace("政府采购:\n", `${project("修缮", "    一次性: 是\n")}${project("试点", "    终止年度: 2023\n")}\n政府采购:\n`)
      .replace("  2210203 购房补贴:", "  2013804 市场主体管理:\n    30201: 5万元\n  2010308 信访事务:\n    30201: 5万元\n  2210203 购房补贴:")
      .replace("房屋: 0平方米", "房屋: 很大 # 已核对 bad-amount：对");
    writeFileSync(file, text);
    const { code, out } = await run(file);
    expect([code, out.split("\n").slice(2, -4)]).toEqual([
      EXIT.fine,
      [
        "  一次性的项目没有带过来（1 个）：",
        "    修缮",
        "  终止年度早于 2024 年的项目照样带过来了，请核对（1 个）：",
        "    试点（终止年度 2023）",
        "  科目照 2024 年的科目表改了（1 个）：",
        "    2013804 市场主体管理 → 2013804 经营主体管理",
        "  2024 年的科目表里没有、或者名称不一样的科目，没有改，请核对（1 个）：",
        "    2010308 信访事务",
        "  “已核对” 1 处改成了“上年已核对”，不再起作用；今年仍然对的，请重新核对再写",
        `  ${file} 有 6 处错误，照样带过来了；上年文件有错误时上年数算不出，请先改好它：budgetgen check ${file}`,
      ],
    ]);
  });

  it("takes several files, the others too where one cannot be read", async () => {
    const [second, bad] = [join(folder, "second-2024.yaml"), join(folder, "bad.yaml")];
    writeFileSync(second, LIANZHOU);
    writeFileSync(bad, "a: [1, 2");
    expect((await run(file, bad, second)).code).toBe(EXIT.document);
    expect(readdirSync(folder)).toEqual(["bad.yaml", "second-2024.yaml", "second-2025.yaml", "unit-2025.yaml", "unit.yaml"]);
  });

  it("names this year's file from where next year's is written", async () => {
    mkdirSync(join(folder, "新"));
    const out = join(folder, "新", "草 稿.yaml");
    expect((await run(file, "-o", out)).out.split("\n")).toContain(`  budgetgen check "${out}"`);
    expect(read(out)).toContain("\n上年文件: ../unit.yaml\n");
  });

  it("keeps or clears amounts as it is told", async () => {
    await run(file, "--keep-amounts");
    expect(read(next)).toContain("30201 办公费: 229,800\n");
    expect(read(next)).toContain("收入总计: 待填  # 上年 465.58万元\n");
    await run(file, "--zero-amounts", "--force");
    expect(read(next)).toContain("30201 办公费: 0  # 上年 229,800\n");
  });

  it("keeps the line ends and the mark of the file, each line its own", async () => {
    const [first = "", ...rest] = LIANZHOU.split("\n");
    writeFileSync(file, `\ufeff${first}\n${rest.join("\r\n")}`);
    await run(file);
    const lines = read(next).split("\n");
    expect(lines[0]).toBe(`\ufeff${first}`);
    expect(lines.slice(1, -1).filter((line) => !line.endsWith("\r"))).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
  });

  it.each([
    ["GBK", (text: string) => execFileSync("iconv", ["-f", "utf-8", "-t", "gb18030"], { input: text })],
    ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ])("writes a file of %s in UTF-8, and says so", async (_, encoded) => {
    writeFileSync(file, encoded(LIANZHOU.replaceAll("\n", "\r\n")));
    const { code, out } = await run(file);
    expect([code, out.includes("的编码不是 UTF-8，新文件写成了 UTF-8")]).toEqual([EXIT.fine, true]);
    expect(read(next).split("\r\n")[1]).toBe("# 连州市政务服务中心 2025 年部门预算");
  });
});

describe("roll-forward writes over nothing", () => {
  it("that is there, unless it is forced", async () => {
    writeFileSync(next, "原来的");
    expect(await run(file)).toEqual({ code: EXIT.usage, out: "", error: `已经有 ${next} 了，没有动它；用 -o 换一个文件名，或者加 --force 重写` });
    expect(read(next)).toBe("原来的");
    expect((await run(file, "--force")).code).toBe(EXIT.fine);
    expect(read(next)).toContain("年度: 2025");
  });

  it("of the source, by whatever name, even when forced", async () => {
    const [soft, hard] = [join(folder, "soft.yaml"), join(folder, "hard.yaml")];
    symlinkSync(file, soft);
    linkSync(file, hard);
    for (const out of [file, join(folder, ".", "x", "..", "unit.yaml"), soft, hard]) {
      mkdirSync(join(folder, "x"), { recursive: true });
      const { code, error } = await run(file, "-o", out, "--force");
      expect([code, error]).toEqual([EXIT.usage, `${out} 就是原来的文件，不能写在它上面；用 -o 写另一个文件名`]);
    }
    symlinkSync(file, next);
    expect((await run(file, "--force")).code).toBe(EXIT.usage);
    expect(read(file)).toBe(LIANZHOU);
  });

  it("of the year before, even when forced", async () => {
    const before = join(folder, "unit-2023.yaml");
    writeFileSync(before, LIANZHOU);
    writeFileSync(file, LIANZHOU.replace(/^上年文件: .*$/m, "上年文件: unit-2023.yaml"));
    const { code, error } = await run(file, "-o", before, "--force");
    expect([code, error]).toEqual([EXIT.usage, `${before} 是 ${file} 的上年文件，不能写在它上面；用 -o 写另一个文件名`]);
    expect(read(before)).toBe(LIANZHOU);
  });

  it("that it has just written", async () => {
    const other = join(folder, "unit-2024.yaml");
    writeFileSync(other, LIANZHOU.replace("收入总计: 465.58万元", "收入总计: 465.5万元"));
    const { code, error } = await run(file, other, "--force");
    expect([code, error.includes("刚刚由另一个文件写成")]).toEqual([EXIT.usage, true]);
    expect(read(next)).toContain("465.58万元");
  });

  it("that a link leads to but what it leads to", async () => {
    const real = join(folder, "real.yaml");
    writeFileSync(real, "原来的");
    symlinkSync(real, next);
    await run(file, "--force");
    expect(read(real)).toContain("年度: 2025");
    rmSync(real);
    expect((await run(file, "--force")).error).toContain("是一个链接，连到的文件没有了");
  });

  it("that is a folder or a pipe", async () => {
    mkdirSync(next);
    expect((await run(file, "--force")).error).toBe(`${next} 是文件夹；-o 后面写文件名`);
    const pipe = join(folder, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    expect((await run(file, "-o", pipe, "--force")).error).toContain("不是普通的文件");
  });

  it("where the folder is missing or may not be written", async () => {
    const out = join(folder, "没有", "a.yaml");
    expect(await run(file, "-o", out)).toMatchObject({
      code: EXIT.usage,
      error: `没有文件夹 ${join(folder, "没有")}，没有写 ${out}；先建好文件夹，或者用 -o 写到别处`,
    });
    expect(existsSync(join(folder, "没有"))).toBe(false);
    expect((await run(file, "-o", "/proc/a.yaml")).code).toBe(EXIT.environment);
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    const { code, error } = await run(file);
    chmodSync(folder, 0o700);
    expect([code, error]).toEqual([EXIT.environment, `写不了文件 ${next}（没有写的权限）`]);
  });
});

describe("roll-forward refuses", () => {
  const HEAD = "标准: 清远\n年度: 2024\n";
  it.each([
    ["nothing", "", "empty-file"],
    ["no YAML", "甲乙丙\n\t- [", "错误["],
    ["a mistake of YAML", HEAD.replace("度: ", "度："), "full-width-colon"],
    ["a list", "- 标准: 清远\n", "错误["],
    ["no year", "标准: 清远\n", "缺少“年度”"],
    ["no standard", "年度: 2024\n", "缺少“标准”"],
    ["an unknown standard", HEAD.replace("清远", "某地"), "某地"],
    ["a year that is none", HEAD.replace("2024", "某年"), "bad-year"],
    ["the last year of all", HEAD.replace("2024", "2099"), "“年度”是 2099，它的下一年不能写成预算文件"],
    ["a file that is too large", "#".repeat(6 * 1024 * 1024), "超过 5 MB"],
    ["what is no text", "\u0000\u0001\u0002\u0003", "错误["],
  ])("%s", async (_, text, wanted) => {
    writeFileSync(file, text);
    const { code, out, error } = await run(file);
    expect([code, out, error.includes(wanted), error.includes("没有结转，没有写文件")]).toEqual([EXIT.document, "", true, true]);
    expect(readdirSync(folder)).toEqual(["unit.yaml"]);
  });

  it("a pipe", async () => {
    const pipe = join(folder, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    expect((await run(pipe)).error).toContain("管道");
  });

  it.each<[readonly string[], string]>([
    [[], "roll-forward 后面要写预算文件，例如 budgetgen roll-forward budgets/example.yaml"],
    [["没有.yaml"], "没有文件 没有.yaml"],
    [["."], ". 是文件夹，不是预算文件"],
    [["FILE", "--zero-amounts", "--keep-amounts"], "--zero-amounts 和 --keep-amounts 只能写一个"],
    [["FILE", "-o", " "], "-o 后面要写文件名"],
    [["FILE", "FILE", "-o", "x.yaml"], "写了 -o，就只能结转一个文件；几个文件一起结转，不写 -o，各写在自己旁边"],
  ])("%j as a wrong call", async (argv, wanted) => {
    const { code, error } = await run(...argv.map((word) => word.replace("FILE", file)));
    expect([code, error.split("\n")[0], readdirSync(folder)]).toEqual([EXIT.usage, wanted, ["unit.yaml"]]);
  });

  it("a file of five megabytes no more than any other", async () => {
    writeFileSync(file, LIANZHOU + "# 长长的注释\n".repeat(200_000));
    expect((await run(file)).code).toBe(EXIT.fine);
  });
});
