import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { readArguments } from "../../src/commands/arguments.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { writeWhole } from "../../src/commands/output.ts";
import { ROOT } from "../support/compile.ts";
import { LIANZHOU, lianzhouAlone } from "../support/lianzhou.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => out.push(line), error: (line) => error.push(line), colour: false, env: process.env });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** A copy of the budget with something in it changed. */
function changed(from: string, to: string): string {
  const path = join(folder, "unit.yaml");
  const text = lianzhouAlone();
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return path;
}

describe("build", () => {
  it("writes both editions and says so, a line a file", async () => {
    const { code, out, error } = await run("build", LIANZHOU, "-o", folder);
    expect(code).toBe(EXIT.fine);
    expect(error).toMatch(/^(?:.*lianzhou\.yaml：另有 \d+ 处提示，用 budgetgen check 看)?$/);
    expect(readdirSync(folder).sort()).toEqual(["lianzhou.html", "lianzhou.pdf"]);
    const lines = out.split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^已生成 .*lianzhou\.html（\d+ KB）$/);
    expect(lines[1]).toMatch(/^已生成 .*lianzhou\.pdf（\d+ KB，\d+ 页）$/);
    expect(readFileSync(join(folder, "lianzhou.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("writes only what is asked for", async () => {
    await run("build", LIANZHOU, "-o", folder, "--format", "html", "--fragment");
    expect(readdirSync(folder).sort()).toEqual(["lianzhou.fragment.html", "lianzhou.html"]);
  });

  it("writes nothing when the file has errors, and leaves the old edition as it was", async () => {
    const path = changed("30211 差旅费: 20,000", "30211 差旅费: 20,00");
    const out = join(folder, "out");
    mkdirSync(out);
    writeFileSync(join(out, "unit.html"), "old");
    const { code, error } = await run("build", path, "-o", out);
    expect(code).toBe(EXIT.document);
    expect(error).toContain(`${path}:`);
    expect(error).toContain("错误[bad-amount]");
    expect(readdirSync(out)).toEqual(["unit.html"]);
    expect(readFileSync(join(out, "unit.html"), "utf8")).toBe("old");
  });

  it("builds the good files of several and reports the bad one", async () => {
    const path = changed("年度: 2024", "年度: 二〇二四");
    const { code } = await run("build", path, LIANZHOU, "-o", join(folder, "out"), "--format", "html");
    expect(code).toBe(EXIT.document);
    expect(readdirSync(join(folder, "out"))).toEqual(["lianzhou.html"]);
  });

  it("says that a browser is missing and exits with the environment's code, writing nothing", async () => {
    const { code, error } = await run("build", LIANZHOU, "-o", join(folder, "out"), "--browser", join(folder, "none"));
    expect(code).toBe(EXIT.environment);
    expect(error).toContain("怎么改");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says that a folder cannot be written", async () => {
    const blocked = join(folder, "file");
    writeFileSync(blocked, "");
    const { code, error } = await run("build", LIANZHOU, "-o", blocked, "--format", "html");
    expect(code).toBe(EXIT.environment);
    expect(error).toContain("写不了文件");
  });

  it("refuses a character that no face has, with its place, only where it is to be printed", async () => {
    const path = changed("打印机、办公台、档案柜", "打印机\u{e001}");
    const bad = await run("build", path, "-o", folder);
    expect(bad.code).toBe(EXIT.document);
    expect(bad.error).toMatch(/unit\.yaml:\d+:\d+: 错误\[missing-glyph\].*U\+E001/);
  });

  it("prints rare characters of names with a fallback face", async () => {
    const { code } = await run("build", changed("打印机、办公台、档案柜", "䶮㑇𬭎𫖯"), "-o", folder, "--format", "pdf");
    expect(code).toBe(EXIT.fine);
  });
});

describe("check", () => {
  it("writes nothing and finds nothing in a good file", async () => {
    const path = join(ROOT, "test", "museum", "nothing-wrong.yaml");
    const { code, out, error } = await run("check", path);
    expect([code, error]).toEqual([EXIT.fine, ""]);
    expect(out).toBe(`${path}：没有发现问题`);
  });

  it("tells all mistakes of a file in one run, sorted by place, marked under full-width text", async () => {
    const path = changed("30211 差旅费: 20,000", "30211 出差费: 20,00");
    writeFileSync(path, readFileSync(path, "utf8").replace("性质: 事业单位", "性质: 事业"));
    const { code, error } = await run("check", path);
    expect(code).toBe(EXIT.document);
    const codes = [...error.matchAll(/错误\[([\w-]+)\]/g)].map((match) => match[1]);
    expect(codes.slice(0, 3)).toEqual(["unknown-word", "category-name", "bad-amount"]);
    const [, source = "", mark = ""] = /^( +\d+ \| .*)\n( +\| .*)$/m.exec(error.slice(error.indexOf("bad-amount"))) ?? [];
    expect(source).toContain("30211 出差费: 20,00");
    // 出差费 is three characters and six columns wide: the mark stands three columns further right than the amount's index.
    expect(mark.indexOf("^")).toBe(source.indexOf("20,00") + 3);
    expect(mark.replace(/[ |]/g, "")).toBe("^^^^^");
  });
});

describe("arguments", () => {
  it.each([
    [[], "help"],
    [["--help"], "help"],
    [["-V"], "version"],
    [["doctor"], "run"],
    [["doctor", "x"], "wrong"],
    [["check"], "wrong"],
    [["build"], "wrong"],
    [["biuld", "x"], "wrong"],
    [["check", "--fragment", LIANZHOU], "wrong"],
    [["build", "--fromat", "pdf", LIANZHOU], "wrong"],
    [["build", "--format", "docx", LIANZHOU], "wrong"],
    [["build", "--out"], "wrong"],
    [["build", "no-such-file.yaml"], "wrong"],
    [["build", LIANZHOU], "run"],
    [["build", "--format=pdf", "-o", "x", LIANZHOU], "run"],
  ])("%j is %s", (argv, command) => {
    expect(readArguments(argv).command).toBe(command);
  });

  it("guesses what was meant", async () => {
    expect((await run("biuld")).error).toContain("build");
    expect((await run("build", "--fromat", "pdf", LIANZHOU)).error).toContain("--format");
    expect((await run("build", "--fromat", "pdf", LIANZHOU)).code).toBe(EXIT.usage);
  });

  it("refuses two files whose editions would have one name", () => {
    expect(readArguments(["build", LIANZHOU, LIANZHOU])).toMatchObject({ command: "wrong" });
  });
});

describe("doctor", () => {
  it("says which browser and faces are used", async () => {
    const { code, out } = await run("doctor");
    expect(code).toBe(EXIT.fine);
    expect(out).toMatch(/浏览器：.*Chrom/);
    expect(out.match(/^ {2}有 {2}BudgetGen/gm)?.length).toBeGreaterThanOrEqual(5);
  });
});

describe("putting files in place", () => {
  it("leaves all old files when one of several cannot be written", () => {
    const first = join(folder, "a");
    writeFileSync(first, "old");
    writeFileSync(join(folder, "file"), "");
    expect(() =>
      writeWhole([
        { path: first, bytes: Buffer.from("new") },
        { path: join(folder, "file", "b"), bytes: Buffer.from("new") },
      ]),
    ).toThrow();
    expect(readFileSync(first, "utf8")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["a", "file"]);
  });
});
