import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { readArguments } from "../../src/commands/arguments.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";
import { LIANZHOU, lianzhouAlone, putLastYear } from "../support/lianzhou.ts";

const TEMPLATES = join(ROOT, "templates");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-standards-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => out.push(line), error: (line) => error.push(line), colour: false, env: process.env });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** Writes a file below the test's folder and gives its path. */
function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A standard of a bureau's own that extends an installed one. */
function ownStandard(path: string, name: string, extended = "qingyuan", more = ""): string {
  write(`${path}/pack.yaml`, `name: ${name}\nnorm: 本市的统一格式\nextends: ${extended}\n${more}`);
  return join(folder, path);
}

/** The budget under another standard's name, without the purchase that its officer is asked about. */
function budgetOf(standard: string): string {
  const text = lianzhouAlone().replace("拟购置金额: 20,000", "拟购置金额: 0");
  return write("unit.yaml", text.replace("标准: 清远县区", `标准: ${standard}`));
}

async function buildHtml(...argv: string[]): Promise<{ code: number; error: string; html: string | undefined }> {
  const out = join(folder, "out");
  const { code, error } = await run("build", ...argv, "-o", out, "--format", "html");
  const file = join(out, "unit.html");
  return { code, error, html: existsSync(file) ? readFileSync(file, "utf8") : undefined };
}

const SENTENCE = "sentences/key-projects.hbs";

/** What a build says of a budget that asks the officer something, if it does at all. */
const NOTES_AT_MOST = /^(?:.*：另有 \d+ 处提示，用 budgetgen check 看)?$/;

describe("--standard", () => {
  it("takes a standard's own folder, which extends an installed one", async () => {
    const standard = ownStandard("某市", "某市");
    write(`某市/${SENTENCE}`, "某市的{{本部门}}重点项目如下：\n");
    const { code, error, html } = await buildHtml(budgetOf("某市"), "--standard", standard);
    expect(code).toBe(EXIT.fine);
    expect(error).toMatch(NOTES_AT_MOST);
    expect(html).toContain("某市的本部门重点项目如下：");
  });

  it("takes a folder of several, in which one extends another, and a link to a folder", async () => {
    ownStandard("own/city", "某市");
    write(`own/city/${SENTENCE}`, "某市的话。\n");
    ownStandard("elsewhere/district", "某区", "city");
    symlinkSync(join(folder, "elsewhere", "district"), join(folder, "own", "district"));
    const { code, html } = await buildHtml(budgetOf("某区"), "--standard", join(folder, "own"));
    expect(code).toBe(EXIT.fine);
    expect(html).toContain("某市的话。");
  });

  it("takes a relative path in extends", async () => {
    ownStandard("base/city", "某市");
    write(`base/city/${SENTENCE}`, "某市的话。\n");
    const standard = ownStandard("units/center", "某中心", "../../base/city");
    const { code, html } = await buildHtml(budgetOf("某中心"), "--standard", standard);
    expect(code).toBe(EXIT.fine);
    expect(html).toContain("某市的话。");
  });

  it("looks there before the installed ones, and a folder of an installed one's name may extend that", async () => {
    const standard = ownStandard("qingyuan", "清远");
    write(`qingyuan/${SENTENCE}`, "自己的话。\n");
    const { code, error, html } = await buildHtml(budgetOf("清远"), "--standard", standard);
    expect(code).toBe(EXIT.fine);
    expect(error).toMatch(NOTES_AT_MOST);
    expect(html).toContain("自己的话。");
  });

  it("falls back to the installed ones and says so", async () => {
    const { code, error } = await run("check", LIANZHOU, "--standard", ownStandard("某市", "某市"));
    expect(code).toBe(EXIT.fine);
    expect(error).toMatch(/lianzhou\.yaml:\d+:\d+: 提示\[standard-not-given\].*清远县区/);
  });

  it("names the given ones too when there is none of a name", async () => {
    const { code, error } = await run("check", budgetOf("某市乙"), "--standard", ownStandard("某市", "某市"));
    expect(code).toBe(EXIT.document);
    expect(error).toContain("是不是想写“某市”？");
  });

  it("does not pass over a given pack.yaml that cannot be read", async () => {
    const standard = ownStandard("own", "某市");
    write("own/pack.yaml", "name: 清远县区\n  norm: 本市\n");
    const { code, error, html } = await buildHtml(budgetOf("清远县区"), "--standard", standard);
    expect(code).toBe(EXIT.document);
    expect(error).toContain(`${join(standard, "pack.yaml")}:`);
    expect(html).toBeUndefined();
  });

  it("writes nothing when the standard is wrong, and keeps the old edition", async () => {
    const standard = ownStandard("own", "某市", "../own");
    write("out/unit.html", "old");
    const { code, error, html } = await buildHtml(budgetOf("某市"), "--standard", standard);
    expect(code).toBe(EXIT.document);
    expect(error).toMatch(/own\/pack\.yaml:3:10: 错误\[standard-circle\] extends 绕成了圈：own → own/);
    expect(html).toBe("old");
    expect(readdirSync(join(folder, "out"))).toEqual(["unit.html"]);
  });

  it("refuses two standards of the name that is asked for, and minds no others", async () => {
    for (const [path, name] of Object.entries({ a: "某市", b: "某市", c: "某区" })) ownStandard(`own/${path}`, name);
    const own = join(folder, "own");
    expect((await run("check", budgetOf("某市"), "--standard", own)).error).toMatch(/own\/b\/pack\.yaml:1:7: 错误\[duplicate-standard\]/);
    expect((await run("check", budgetOf("某区"), "--standard", own)).code).toBe(EXIT.fine);
  });

  it("says that a file cannot be read", async () => {
    const standard = ownStandard("own", "某市");
    mkdirSync(join(standard, "tables", "01.yaml"), { recursive: true });
    symlinkSync(join(folder, "nowhere"), join(standard, "tables", "02.yaml"));
    const { code, error } = await run("check", budgetOf("某市"), "--standard", standard);
    expect(code).toBe(EXIT.document);
    expect(error).toMatch(/tables\/01\.yaml:1:1: 错误\[file-unreadable\] 这是一个文件夹/);
    expect(error).toMatch(/tables\/02\.yaml:1:1: 错误\[file-unreadable\] 没有这个文件/);
  });

  it("is a wrong call when the folder is not there, is a file, or holds no standard", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    for (const [path, says] of [
      [join(folder, "none"), "没有文件夹"],
      [LIANZHOU, "不是文件夹"],
      [empty, "里没有标准"],
    ] as const) {
      const { code, error } = await run("check", LIANZHOU, "--standard", path);
      expect(code).toBe(EXIT.usage);
      expect(error).toContain(says);
    }
    write("empty/pack.yml", "name: 某市\n");
    expect((await run("check", LIANZHOU, "--standard", empty)).error).toContain("pack.yml 的文件名应当是 pack.yaml");
  });

  it("ignores what is no file of a standard", async () => {
    const standard = ownStandard("own", "某市");
    for (const path of [".DS_Store", "README.md", "tables/.DS_Store", "tables/01.yaml~", "tables/#02.yaml#", "notes.txt", "example.yaml", "old/01.yaml"]) {
      write(`own/${path}`, "杂物");
    }
    const { code, error } = await run("check", budgetOf("某市"), "--standard", standard);
    expect(code).toBe(EXIT.fine);
    expect(error).not.toMatch(/错误\[|警告\[/);
  });
});

describe("standards", () => {
  it("lists the installed ones with what they follow and what is in them", async () => {
    const { code, out, error } = await run("standards");
    expect([code, error]).toEqual([EXIT.fine, ""]);
    for (const part of [
      "清远县区",
      "依据：《地方预决算公开操作规程》",
      "接着写的标准：qingyuan",
      "    收支总体情况表",
      "    第一部分 {{单位名称}}概况",
      "      主要职责",
    ]) {
      expect(out).toContain(part);
    }
  });

  it("gives the same as JSON, and given ones first", async () => {
    const standard = ownStandard("own", "某市", "qingyuan", "required: [主要职责]\n");
    const { out } = await run("standards", "--standard", standard, "--format", "json");
    const { standards } = JSON.parse(out);
    expect(standards[0]).toMatchObject({ name: "某市", path: standard, installed: false, extended: "qingyuan", required: ["主要职责"] });
    expect(standards[0].tables).toContainEqual({ key: "03", title: "支出总体情况表" });
    expect(standards.slice(1).every((each: { installed: boolean }) => each.installed)).toBe(true);
    expect(standards[0].sections[0]).toMatchObject({ heading: "第一部分 {{单位名称}}概况", sections: [{ heading: "主要职责" }, {}, {}] });
  });

  it("says which ones it cannot read, and lists the others", async () => {
    ownStandard("own/good", "好");
    ownStandard("own/bad", "坏", "none");
    const { code, out, error } = await run("standards", "--standard", join(folder, "own"));
    expect(code).toBe(EXIT.document);
    expect(error).toContain("unknown-extends");
    expect(out).toContain("好（--standard）");
    expect(out).not.toContain("坏（--standard）");
  });
});

describe("standards show", () => {
  it("says which file comes from which folder", async () => {
    const { code, out } = await run("standards", "show", "清远县区");
    expect(code).toBe(EXIT.fine);
    expect(out).toContain("qingyuan-county（清远县区） → qingyuan（清远） → common（各标准共用）");
    expect(out).toMatch(/^ {4}tables\/11\.yaml +qingyuan-county（代替 qingyuan 的）$/m);
    expect(out).toMatch(/^ {4}tables\/12\.yaml +qingyuan$/m);
    expect(out).toMatch(/^ {4}figures\.yaml +qingyuan（加在 common 的之上）$/m);
    expect(out).toMatch(/^ {4}page\.css +common$/m);
    expect(out).toMatch(/^ {4}name +qingyuan-county（代替 qingyuan 的）$/m);
    expect(out).toMatch(/^ {4}formats +qingyuan$/m);
  });

  it("follows a chain of three, with paths where two folders have one name", async () => {
    ownStandard("qingyuan", "某市");
    write("qingyuan/page.css", "");
    const standard = ownStandard("unit", "某中心");
    write(`unit/${SENTENCE}`, "本中心的话。\n");
    const { out } = await run("standards", "show", "--standard", standard, "--format", "json");
    const [shown] = JSON.parse(out).standards;
    const installed = join(TEMPLATES, "qingyuan");
    expect(shown.folders.map((each: { folder: string }) => each.folder)).toEqual(["unit", join(folder, "qingyuan"), installed, "common"]);
    expect(shown.files).toContainEqual({ path: SENTENCE, folder: "unit", overrides: [installed] });
    expect(shown.files).toContainEqual({ path: "page.css", folder: join(folder, "qingyuan"), overrides: ["common"] });
    expect(shown.pack).toContainEqual({ path: "name", folder: "unit", overrides: [join(folder, "qingyuan"), installed] });
  });

  it("takes a folder as well as a name", async () => {
    expect((await run("standards", "show", join(TEMPLATES, "qingyuan"))).out).toContain("标准“清远”");
  });
});

describe("standards check", () => {
  it("finds nothing in the installed ones, tried with a budget", async () => {
    const { code, out, error } = await run("standards", "check", "清远", "清远县区", "--example", LIANZHOU);
    expect([code, error]).toEqual([EXIT.fine, ""]);
    expect(out).toMatch(/^标准“清远”：\d+ 张表、\d+ 个句子，0 个错误\n标准“清远县区”：\d+ 张表、\d+ 个句子，0 个错误$/);
  });

  it("warns when there is no budget to try it with", async () => {
    cpSync(join(TEMPLATES, "qingyuan"), join(folder, "city"), { recursive: true });
    write(
      "city/pack.yaml",
      readFileSync(join(TEMPLATES, "qingyuan", "pack.yaml"), "utf8")
        .replace(/^example: .*\n/m, "")
        .replace(/^name: .*/m, "name: 上级"),
    );
    const standard = ownStandard("own", "某市", "city");
    const packed = join(standard, "pack.yaml");
    const { code, out, error } = await run("standards", "check", standard);
    expect(code).toBe(EXIT.fine);
    expect(error).toContain(`${packed}:1:7: 警告[no-example]`);
    expect(out).toMatch(/^标准“某市”：.*0 个错误、1 个警告$/);
  });

  it("uses the example that pack.yaml or a parent's names, from that folder on, whatever standard it names", async () => {
    cpSync(LIANZHOU, join(folder, "budgets", "unit.yaml"));
    putLastYear(join(folder, "budgets"));
    ownStandard("own/city", "某市", "qingyuan", "example: ../../budgets/unit.yaml\n");
    ownStandard("own/deep/below/district", "某区", "../../../city");
    expect(await run("standards", "check", join(folder, "own", "city"))).toMatchObject({ code: EXIT.fine, error: "" });
    expect(await run("standards", "check", join(folder, "own", "deep", "below", "district"))).toMatchObject({ code: EXIT.fine, error: "" });
    write("own/city/sentences/procurement.hbs", "{{金额 政府采购}}、{{文字 预算构成}}\n");
    const { code, error } = await run("standards", "check", join(folder, "own", "city"));
    expect(code).toBe(EXIT.document);
    expect(error).toContain("missing-input");
  });

  it("does not blame a child for what its parent does not use", async () => {
    ownStandard("own/city", "某市");
    write("own/city/sentences/closing.hbs", "以上说明。\n");
    ownStandard("own/district", "某区", "city");
    const { code, out } = await run("standards", "check", join(folder, "own"), "--example", LIANZHOU);
    expect(code).toBe(EXIT.document);
    expect(out).toMatch(/标准“某市”：.*，1 个错误\n标准“某区”：.*，0 个错误$/);
  });

  it("counts a figure as used through others, a table's row, and a redefinition of a common one", async () => {
    const standard = ownStandard("own", "某市");
    const text = readFileSync(join(TEMPLATES, "qingyuan", "figures.yaml"), "utf8");
    write(
      "own/figures.yaml",
      `${text}办公楼: { where: { 经济科目: "30209" } }\n楼房: { sum: [办公楼], parts: [办公楼] }\n单位资金: { where: { 资金来源: 单位资金 } }\n维修: { where: { 资金来源: 财政拨款, 经济科目: "30213" } }\n`,
    );
    write(`own/${SENTENCE}`, "{{#if 楼房.有}}{{本部门}}有楼房。{{/if}}\n");
    const table = readFileSync(join(TEMPLATES, "qingyuan", "tables", "08.yaml"), "utf8");
    write("own/tables/08.yaml", table.replace("notes:", "  - { line: 维修费, figure: 维修 }\nnotes:"));
    expect((await run("standards", "check", standard, "--example", LIANZHOU)).error).toBe("");
  });

  it("gives findings as JSON, with file, line and column", async () => {
    const standard = ownStandard("own", "某市");
    const sentence = write("own/sentences/closing.hbs", "以上说明。\n");
    const { code, out, error } = await run("standards", "check", standard, "--example", LIANZHOU, "--format", "json");
    expect([code, error]).toEqual([EXIT.document, ""]);
    const [checked] = JSON.parse(out).standards;
    expect(checked).toMatchObject({ name: "某市", path: standard, whole: true });
    expect(checked.diagnostics).toEqual([expect.objectContaining({ severity: "error", code: "unused-file", file: sentence, line: 1, column: 1 })]);
  });

  it("works from within the folder, and on a copy without its parent", async () => {
    cpSync(join(TEMPLATES, "qingyuan"), join(folder, "city"), { recursive: true });
    const before = process.cwd();
    try {
      process.chdir(join(folder, "city"));
      expect(await run("standards", "check", ".", "--example", LIANZHOU)).toMatchObject({ code: EXIT.fine, error: "" });
      renameSync("document.yaml", "contents.yaml");
      const { code, error } = await run("standards", "check", ".");
      expect(code).toBe(EXIT.document);
      expect(error).toContain("pack.yaml:2:7: 错误[missing-file] 标准里没有 document.yaml（找过的文件夹：city）");
    } finally {
      process.chdir(before);
    }
  });
});

describe("arguments of standards", () => {
  const own = join(TEMPLATES, "qingyuan");
  it.each([
    [["standards"], "run"],
    [["standards", "--format", "json"], "run"],
    [["standards", "show", "清远"], "run"],
    [["standards", "check", "--standard", own], "run"],
    [["build", LIANZHOU, "--standard", own, "--standard", TEMPLATES], "run"],
    [["standards", "show"], "wrong"],
    [["standards", "check"], "wrong"],
    [["standards", "清远"], "wrong"],
    [["standards", "--format", "html"], "wrong"],
    [["standards", "--example", LIANZHOU], "wrong"],
    [["standards", "check", "清远", "--example", "none.yaml"], "wrong"],
    [["standards", "check", "清远", "--fragment"], "wrong"],
    [["check", LIANZHOU, "--example", LIANZHOU], "wrong"],
    [["check", LIANZHOU, "--standard"], "wrong"],
    [["check", LIANZHOU, "--standard", "none"], "wrong"],
    [["doctor", "--standard", own], "wrong"],
  ])("%j is %s", (argv, command) => {
    expect(readArguments(argv).command).toBe(command);
  });

  it.each([
    [["standrads"], "standards"],
    [["standards", "chekc", "x"], "check"],
    [["standards", "清远"], "budgetgen standards show 清远"],
    [["standards", "show", "清原"], "清远"],
    [["standards", "show", "no/such"], "没有文件夹 no/such"],
    [["standards", "check", join(ROOT, "src")], "里没有标准"],
    [["standards", "--standrad", own], "--standard"],
  ])("%j is told what was meant", async (argv, says) => {
    const { code, error } = await run(...argv);
    expect(code).toBe(EXIT.usage);
    expect(error).toContain(says);
  });

  it("are in the help", async () => {
    const { out } = await run("--help");
    for (const word of ["standards show", "standards check", "--standard 文件夹", "--example 文件"]) expect(out).toContain(word);
  });
});
