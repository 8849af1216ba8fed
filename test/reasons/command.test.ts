import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { commentsOf } from "../support/comments.ts";
import { ROOT } from "../support/compile.ts";
import { LAST, NOW, yearText } from "./support.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-drafts-"));
  file = join(folder, "now.yaml");
  writeFileSync(join(folder, "last.yaml"), yearText({ ...LAST, reasons: { 收入总计: "去年“新增”窗口", 支出总计: "同收入总计" } }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => void out.push(line), error: (line) => void error.push(line), colour: false, env: {} });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

const DRAFT =
  "待确认：新增项目“热线系统建设”20万元、项目“大厅运行经费”增加5万元、绩效工资增加2万元，取消项目“旧系统维护费”9万元、基本工资减少8.1万元，其他增加1万元";
const REASONS = `  # 上年写的：去年“新增”窗口\n  收入总计: ${DRAFT}\n  支出总计: 同收入总计\n  三公经费: 待确认：公务接待费增加1万元\n  公务接待费: 同三公经费\n`;

const bare = yearText(NOW);
const withSection = (section: string): string => bare.replace("概况:\n", `${section}概况:\n`);

describe("reasons", () => {
  it("prints what each change is made of, and writes the drafts where nobody has written words", async () => {
    writeFileSync(file, bare);
    const { code, out, error } = await run("reasons", file);
    expect([code, error]).toEqual([EXIT.fine, ""]);
    await expect(out.replaceAll(folder, "…")).toMatchFileSnapshot("golden/table.txt");
    const written = readFileSync(file, "utf8");
    expect(written).toBe(bare.replace("概况:\n", `\n原因:\n${REASONS}概况:\n`));
    expect(readdirSync(folder).sort()).toEqual(["last.yaml", "now.yaml"]);
  });

  it("publishes no draft: check and build say what is to be done, and nothing is built", async () => {
    writeFileSync(file, bare);
    await run("reasons", file);
    const check = await run("check", file, "--format", "short");
    expect(check.out.match(/reason-to-confirm/g)?.length).toBe(2);
    expect((await run("build", file, "-o", join(folder, "out"), "--format", "html")).code).toBe(EXIT.document);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("leaves a file that is read-only as it is", async () => {
    writeFileSync(file, bare, { mode: 0o444 });
    const { code, error } = await run("reasons", file);
    expect([code, error]).toEqual([EXIT.environment, `没有动 ${file}：它是只读的；要写就先去掉“只读”`]);
    expect(readFileSync(file, "utf8")).toBe(bare);
  });

  it("writes nothing with --dry-run, nor a second time", async () => {
    writeFileSync(file, bare);
    expect((await run("reasons", file, "--dry-run")).out).toContain("可以起草 4 处原因；去掉 --dry-run 就写进文件");
    expect(readFileSync(file, "utf8")).toBe(bare);
    await run("reasons", file);
    const written = readFileSync(file, "utf8");
    expect((await run("reasons", file)).out).toContain("草稿和文件里的一样，文件没有动");
    expect(readFileSync(file, "utf8")).toBe(written);
  });

  it("never touches the officer's words, and leads others to them", async () => {
    const own = withSection("原因:\n  支出总计: 人员待填补，业务增加   # 核过\n  三公经费: 来访增加\n  公务接待费: 同三公经费\n");
    writeFileSync(file, own);
    await run("reasons", file);
    expect(readFileSync(file, "utf8")).toBe(own.replace("  公务接待费: 同三公经费\n", "  公务接待费: 同三公经费\n  收入总计: 同支出总计\n"));
  });

  it("drafts for 连州 what its published reasons can be read beside", async () => {
    copyFileSync(join(ROOT, "budgets", "lianzhou-2023.yaml"), join(folder, "lianzhou-2023.yaml"));
    const published = readFileSync(join(ROOT, "budgets", "lianzhou.yaml"), "utf8");
    writeFileSync(file, published.replace(/^原因:\n(?: {2}.*\n)+/m, ""));
    const { out } = await run("reasons", file, "--dry-run");
    await expect(out.replaceAll(folder, "…")).toMatchFileSnapshot("golden/lianzhou.txt");
  });

  it("says of what waits for another reason that it does", async () => {
    writeFileSync(file, bare);
    await run("reasons", file);
    expect((await run("reasons", file)).out).toContain("文件里写的：同收入总计（它的原因还没有确认）");
  });

  it("tells what hinders, a few of many, and not that reasons are to be filled in", async () => {
    const basic = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [String(30201 + index), "待填"]));
    writeFileSync(file, yearText({ ...NOW, basic }).replace("概况:\n", "原因:\n  收入总计: 待填\n概况:\n"));
    const { code, error } = await run("reasons", file);
    expect(code).toBe(EXIT.document);
    expect(error).not.toContain("原因 / 收入总计");
    expect(error).toMatch(/另有 \d+ 处没有列出，用 budgetgen check 看\n.*改好以后才起草得了原因，文件没有动$/);
    expect(error.match(/错误\[/g)).toHaveLength(20);
  });

  it("says that there is nothing to draft", async () => {
    const own = withSection("原因:\n  收入总计: 人员、业务有变化\n  支出总计: 同收入总计\n  三公经费: 来访增加\n  公务接待费: 来访增加\n");
    writeFileSync(file, own);
    expect((await run("reasons", file)).out).toContain("没有要起草的原因，文件没有动");
    expect(readFileSync(file, "utf8")).toBe(own);
  });
});

describe("the place where drafts are written", () => {
  const entry = `收入总计: ${DRAFT}`;
  const others = "  支出总计: 同收入总计\n  三公经费: 待确认：公务接待费增加1万元\n  公务接待费: 同三公经费\n";
  const note = "  # 上年写的：去年“新增”窗口\n";
  test.each([
    ["an empty section", "原因:\n", `原因:\n${note}  ${entry}\n${others}`],
    ["an empty section with a comment", "原因:   # 写这里\n", `原因:   # 写这里\n${note}  ${entry}\n${others}`],
    ["待填 for the whole section", "原因: 待填\n", `原因: \n${note}  ${entry}\n${others}`],
    ["待填 with last year's words above", "原因:\n  # 上年：去年的话\n  收入总计: 待填  # 说明\n", `原因:\n  # 上年：去年的话\n  ${entry}  # 说明\n${others}`],
    ["nothing behind the colon", "原因:\n  收入总计:\n", `原因:\n${note}  ${entry}\n${others}`],
    ["an older draft", "原因:\n  收入总计: 待确认：旧的草稿\n", `原因:\n${note}  ${entry}\n${others}`],
    ["an older draft in quotes", "原因:\n  收入总计: '待确认：旧的: 草稿'\n", `原因:\n${note}  ${entry}\n${others}`],
    ["an older draft in a block", "原因:\n  收入总计: |   # 块\n    待确认：旧的\n    草稿\n", `原因:\n${note}  ${entry}   # 块\n${others}`],
    ["entries set in by four blanks", "原因:\n    收入总计: 待填\n", `原因:\n  ${note}    ${entry}\n${others.replace(/^/gm, "  ").trimEnd()}\n`],
  ])("%s", async (_what, before, after) => {
    writeFileSync(file, withSection(before));
    const { error } = await run("reasons", file);
    expect(error).toBe("");
    expect(readFileSync(file, "utf8")).toBe(withSection(after));
  });

  it("keeps line ends, the byte order mark and every comment", async () => {
    const text = `\ufeff# 头\n${withSection("原因:\n  # 一\n  收入总计: 待填 # 二\n# 三\n")}# 尾`.replaceAll("\n", "\r\n");
    writeFileSync(file, text);
    await run("reasons", file);
    const written = readFileSync(file, "utf8");
    expect(written.startsWith("\ufeff# 头\r\n")).toBe(true);
    expect(written).not.toMatch(/[^\r]\n/);
    expect(commentsOf(written.replaceAll("\r\n", "\n")).filter((comment) => !comment.startsWith("# 上年写的"))).toEqual(
      commentsOf(text.replaceAll("\r\n", "\n")),
    );
    expect((await run("check", file)).out).toContain("2 处错误");
  });

  it("leaves each line its own end where a file has both kinds", async () => {
    const [first = "", ...rest] = bare.split("\n");
    writeFileSync(file, `${first}\n${rest.join("\r\n")}`);
    await run("reasons", file);
    const [head, ...lines] = readFileSync(file, "utf8").split("\n");
    expect(head).toBe(first);
    expect(lines.slice(0, -1).filter((line) => !line.endsWith("\r"))).toEqual([]);
    expect(lines.join("\n")).toContain("收入总计: 待确认：");
  });

  it("quotes what YAML would take for a mark", async () => {
    const name = "热线: 系统 #1 建设'";
    writeFileSync(file, yearText({ ...NOW, projects: { [`'${name.replace("'", "''")}'`]: "500,000" } }));
    expect((await run("reasons", file)).error).toBe("");
    expect(readFileSync(file, "utf8")).toContain("  收入总计: '待确认：");
    expect((await run("reasons", file)).out).toContain("草稿和文件里的一样");
  });
});

describe("what cannot be drafted", () => {
  it.each([
    ["a list", "原因:\n  - 收入总计\n"],
    ["words", "原因: 人员增加\n"],
  ])("%s where the reasons should be", async (_what, section) => {
    writeFileSync(file, withSection(section));
    const { code, error } = await run("reasons", file);
    expect(code).toBe(EXIT.document);
    expect(error).toContain("这一段写不进去，文件没有动");
    expect(readFileSync(file, "utf8")).toBe(withSection(section));
  });

  it.each([
    ["a broken file", "标准: 清远县区\n\t年度: 2024\n", "改好以后才起草得了原因，文件没有动"],
    ["money that cannot be read", bare.replace("831,000", "83.1.0"), "改好以后才起草得了原因，文件没有动"],
    ["last year's file that is not there", bare.replace("last.yaml", "lost.yaml"), "改好以后才起草得了原因，文件没有动"],
    ["an empty file", "", "改好以后才起草得了原因，文件没有动"],
  ])("%s", async (_what, text, said) => {
    writeFileSync(file, text);
    const { code, error } = await run("reasons", file);
    expect(code).toBe(EXIT.document);
    expect(error).toContain(said);
    expect(error).not.toMatch(/\bat .*\.ts|undefined|TypeError/);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("is said where nothing of last year is known but one amount", async () => {
    const siping = readFileSync(join(ROOT, "budgets", "siping.yaml"), "utf8").replace(/^原因:\n {2}收入总计: .*\n/m, "");
    writeFileSync(file, siping);
    const { out } = await run("reasons", file);
    expect(out).toContain("没有上年的明细，起草不了");
    expect(readFileSync(file, "utf8")).toBe(siping);
  });

  it("says what 其他 would need, where last year is known by a few amounts", async () => {
    const lianzhou = readFileSync(join(ROOT, "budgets", "lianzhou.yaml"), "utf8").replace(/^原因:\n(?: {2}.*\n)+/m, "");
    const stated =
      "上年数:\n  收入总计: 479.66万元\n  支出总计: 479.66万元\n  因公出国（境）费: 0\n  公务用车购置费: 0\n  公务用车运行维护费: 2.5万元\n  公务接待费: 1万元\n  机关运行经费: 0\n";
    writeFileSync(file, lianzhou.replace(/^上年文件: .*\n/m, stated));
    const { out } = await run("reasons", file);
    await expect(out.replaceAll(folder, "…")).toMatchFileSnapshot("golden/stated.txt");
    expect(readFileSync(file, "utf8")).toContain(
      "原因:\n  收入总计: 待确认：三公经费增加1万元，其他减少15.08万元\n  支出总计: 同收入总计\n  三公经费: 待确认：公务接待费增加1万元\n",
    );
  });

  it("is a call without a file, or with one that is not there", async () => {
    expect((await run("reasons")).code).toBe(EXIT.usage);
    expect((await run("reasons", join(folder, "none.yaml"))).error).toContain("没有文件");
  });
});
