import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { schemaFrom } from "../../src/author/schema-place.ts";
import { main } from "../../src/cli.ts";
import { EXIT, type Person } from "../../src/commands/exit.ts";
import { usualYear } from "../../src/commands/new-answers.ts";
import { ROOT } from "../support/compile.ts";

const LIANZHOU = readFileSync(join(ROOT, "budgets", "lianzhou.yaml"), "utf8");

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-new-"));
  file = join(folder, "unit.yaml");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(argv: readonly string[], person?: () => Person): Promise<Said> {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line), colour: false, env: {} };
  const code = await main(argv, { ...terminal, ...(person && { person }) });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** Somebody who types a line whenever asked, and what that person saw; without further lines the input ends. */
function typist(lines: readonly string[]): { readonly person: () => Person; readonly seen: () => string } {
  const input = new PassThrough();
  const output = new PassThrough();
  const waiting = [...lines];
  let seen = "";
  output.on("data", (data: Buffer) => {
    seen += data.toString();
    if (!seen.endsWith("：")) return;
    const line = waiting.shift();
    if (line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  return { person: () => ({ input, output }), seen: () => seen };
}

const ANSWERED = ["--form", "四平", "--name", "某市某局", "--year", "2024", "--nature", "行政单位"];

describe("new", () => {
  it("writes a file of what the options say, and what to do next", async () => {
    const { code, out, error } = await run(["new", file, ...ANSWERED, "--no-input"]);
    expect([code, error]).toEqual([EXIT.fine, ""]);
    expect(out).toBe(
      `已写好 ${file}，有 49 处“待填”\n下一步：用文字编辑器打开，把“待填”换成自己单位的内容，没有的整行删掉；填好一些就检查一遍：\n  budgetgen check ${file}`,
    );
    expect(readFileSync(file, "utf8")).toContain("标准: 四平\n年度: 2024\n文种: 部门预算\n单位:\n  名称: 某市某局\n  性质: 行政单位\n");
    expect(readdirSync(folder)).toEqual(["unit.yaml"]);
    expect((await run(["check", file])).out).toBe(`${file}：共 49 处错误；与金额有关的核对还没有做，改好后再检查一遍`);
  });

  it("asks for the rest, and again where an answer is none", async () => {
    const { person, seen } = typist(["5", "四平", "", "某市某局", "24", "2024", "", "处级", "3"]);
    expect((await run(["new", file], person)).code).toBe(EXIT.fine);
    expect(readFileSync(file, "utf8")).toContain("标准: 四平\n年度: 2024\n文种: 部门预算\n单位:\n  名称: 某市某局\n  性质: 事业单位\n");
    expect(seen()).toMatch(/^标准（印成哪一种公开格式）：\n {2}1 {2}清远 {2}《.*\n {2}2 {2}清远县区 /);
    for (const words of ["写 1 到 4 的序号，或者写名称", "单位名称不能是空的", "写四位的年份，例如 2024", `年度（直接回车是 ${usualYear(new Date())}）：`])
      expect(seen()).toContain(words);
  });

  it("asks for nothing that the options say", async () => {
    const { person, seen } = typist(["单位预算"]);
    expect((await run(["new", file, ...ANSWERED], person)).code).toBe(EXIT.fine);
    expect(seen()).toBe("文种：\n  1  部门预算\n  2  单位预算\n写序号或者名称（直接回车是 部门预算）：");
    expect(readFileSync(file, "utf8")).toContain("文种: 单位预算\n");
  });

  it("writes nothing where the person stops", async () => {
    const { code, error } = await run(["new", file], typist(["四平"]).person);
    expect([code, error.trim(), readdirSync(folder)]).toEqual([EXIT.usage, "没有写文件", []]);
  });

  it("names everything that is missing where nobody can be asked", async () => {
    const wanted = "不提问，就要写明：--form 标准（清远、清远县区、四平、随州），--name 单位名称，--nature 性质（行政单位、参公事业单位、事业单位）";
    expect(await run(["new", file])).toEqual({ code: EXIT.usage, out: "", error: wanted });
    expect(await run(["new", file, "--no-input"], typist([]).person)).toEqual({ code: EXIT.usage, out: "", error: wanted });
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [["--form", "四平市"], "没有叫“四平市”的标准；是不是想写“四平”？"],
    [["--year", "24"], "--year 写四位的年份，例如 --year 2024，不能写“24”"],
    [["--kind", "预算"], "--kind 可以写 部门预算、单位预算，不能写“预算”"],
    [["--nature", "机关"], "--nature 可以写 行政单位、参公事业单位、事业单位，不能写“机关”"],
    [["--name", " "], "单位名称不能是空的"],
    [["--name", "某局\n某处"], "单位名称要写在一行里"],
    [["another.yaml"], "new 后面只写一个文件名"],
    [["--out", "x"], "new 没有 --out 这个选项"],
  ])("%j is a wrong call", async (more, wanted) => {
    const { code, error } = await run(["new", file, ...ANSWERED, ...more, "--no-input"]);
    expect([code, error.split("\n")[0], existsSync(file)]).toEqual([EXIT.usage, wanted, false]);
  });

  it("never writes over a file that is there, unless it is forced", async () => {
    writeFileSync(file, "原来的");
    const { code, error } = await run(["new", file, ...ANSWERED, "--no-input"]);
    expect([code, error]).toEqual([EXIT.usage, `已经有 ${file} 了，没有动它；换一个文件名，或者加 --force 重写`]);
    expect(readFileSync(file, "utf8")).toBe("原来的");
    expect((await run(["new", file, ...ANSWERED, "--no-input", "--force"])).code).toBe(EXIT.fine);
    expect(readFileSync(file, "utf8")).toContain("某市某局");
  });

  it("asks nothing in vain where the file of that unit and year is there", async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      writeFileSync("某市某局-2024.yaml", "原来的");
      const { person, seen } = typist(["四平", "某市某局", "2024"]);
      const { code, error } = await run(["new"], person);
      expect([code, error]).toEqual([EXIT.usage, "已经有 某市某局-2024.yaml 了，没有动它；换一个文件名，或者加 --force 重写"]);
      expect(seen()).not.toContain("文种");
    } finally {
      process.chdir(before);
    }
  });

  it("says why it cannot write", async () => {
    writeFileSync(file, "");
    const { code, error } = await run(["new", join(file, "unit.yaml"), ...ANSWERED, "--no-input"]);
    expect(code).toBe(EXIT.environment);
    expect(error).toMatch(/^写不了文件 .*（输出位置是一个文件，不是文件夹）$/);
  });

  it("takes a standard from a folder that is given", async () => {
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "pack.yaml"), "name: 本市\nnorm: 本市的格式\nextends: siping\n");
    const { code } = await run(["new", file, ...ANSWERED, "--form", "本市", "--standard", own, "--no-input"]);
    expect([code, readFileSync(file, "utf8").includes("标准: 本市\n")]).toEqual([EXIT.fine, true]);
  });
});

it("from September on the budget that is made is next year's", () => {
  expect([usualYear(new Date(2024, 7, 31)), usualYear(new Date(2024, 8, 1))]).toEqual([2024, 2025]);
});

it("a schema is referred to where the way to it stays the same", () => {
  const home = join(folder, "work");
  const installed = join(home, "node_modules", "budgetgen");
  mkdirSync(join(installed, "schema"), { recursive: true });
  expect(schemaFrom(home, installed)).toBeUndefined();
  writeFileSync(join(installed, "schema", "budget.schema.json"), "{}");
  expect(schemaFrom(home, installed)).toBe("node_modules/budgetgen/schema/budget.schema.json");
  expect(schemaFrom(join(home, "budgets"), installed)).toBe("../node_modules/budgetgen/schema/budget.schema.json");
  expect(schemaFrom(join(installed, "budgets"), installed)).toBe("../schema/budget.schema.json");
  expect(schemaFrom(folder, installed)).toBeUndefined();
});

/** The file as it came from somebody's hands. */
const MESSY = LIANZHOU.replace("  2010350 事业运行:", "  2010350:").replace("831,200", "831200").replace("年度: 2024", "年度: 2024 ");

describe("fmt", () => {
  it("puts a file in order and says what it did", async () => {
    writeFileSync(file, MESSY);
    expect(await run(["fmt", file])).toEqual({ code: EXIT.fine, out: `已整理 ${file}（补科目名称 1 处，加千分位 1 处，去掉行末空格 1 处）`, error: "" });
    expect(readFileSync(file, "utf8")).toBe(LIANZHOU);
    expect(readdirSync(folder)).toEqual(["unit.yaml"]);
  });

  it("does not write a file that is in order", async () => {
    writeFileSync(file, LIANZHOU);
    const before = statSync(file);
    expect(await run(["fmt", file])).toEqual({ code: EXIT.fine, out: `${file}：不用整理`, error: "" });
    expect([statSync(file).ino, statSync(file).mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it("only says with --check which files it would change", async () => {
    const other = join(folder, "other.yaml");
    writeFileSync(file, MESSY);
    writeFileSync(other, LIANZHOU);
    const { code, out } = await run(["fmt", other, file, "--check"]);
    expect([code, out]).toEqual([EXIT.document, `${other}：不用整理\n${file}：要整理（补科目名称 1 处，加千分位 1 处，去掉行末空格 1 处）`]);
    expect(readFileSync(file, "utf8")).toBe(MESSY);
  });

  it("keeps a byte order mark and the line ends of Windows", async () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    writeFileSync(file, windows(MESSY));
    expect((await run(["fmt", file])).code).toBe(EXIT.fine);
    expect(readFileSync(file, "utf8")).toBe(windows(LIANZHOU));
    expect((await run(["fmt", file, "--check"])).code).toBe(EXIT.fine);
  });

  it("writes in UTF-8 what was in another encoding, and one kind of line ends", async () => {
    writeFileSync(file, Buffer.from(`\ufeff${LIANZHOU}`, "utf16le"));
    expect((await run(["fmt", file])).out).toBe(`已整理 ${file}（换成 UTF-8 编码）`);
    expect(readFileSync(file, "utf8")).toBe(LIANZHOU);
    writeFileSync(file, LIANZHOU.replace("\n", "\r\n"));
    expect((await run(["fmt", file])).out).toBe(`已整理 ${file}（统一换行）`);
    expect(readFileSync(file, "utf8")).toBe(LIANZHOU.replaceAll("\n", "\r\n"));
  });

  it("writes through a link, and keeps the rights of the file", async () => {
    const link = join(folder, "link.yaml");
    writeFileSync(file, MESSY, { mode: 0o640 });
    symlinkSync(file, link);
    expect((await run(["fmt", link])).code).toBe(EXIT.fine);
    expect([lstatSync(link).isSymbolicLink(), statSync(file).mode & 0o777, readFileSync(file, "utf8")]).toEqual([true, 0o640, LIANZHOU]);
  });

  it("leaves a broken file alone with its findings, and goes on with the next", async () => {
    const other = join(folder, "other.yaml");
    writeFileSync(file, MESSY.replace("文种: ", "文种："));
    writeFileSync(other, MESSY);
    const { code, out, error } = await run(["fmt", file, other]);
    expect(code).toBe(EXIT.document);
    expect(error).toContain("错误[full-width-colon]");
    expect(error).toContain(`${file}：共 1 处错误；没有整理，文件没有动`);
    expect(out).toContain(`已整理 ${other}`);
    expect(readFileSync(file, "utf8")).toContain("831200");
  });

  it.each([
    ["标准: 清远县区", "标准: 清远县", "unknown-standard"],
    ["年度: 2024", "年度: 24", "bad-year"],
    ["  性质: 事业单位", "", "missing-key"],
  ])("leaves a file alone of which %s is wrong", async (from, to, wanted) => {
    writeFileSync(file, MESSY.replace("2024 \n", "2024\n").replace(from, to));
    const { code, error } = await run(["fmt", file]);
    expect([code, /\[([a-z-]+)\]/.exec(error)?.[1]]).toEqual([EXIT.document, wanted]);
  });

  it("takes a starter file: what is still to be filled in stays so", async () => {
    await run(["new", file, ...ANSWERED, "--no-input"]);
    const text = readFileSync(file, "utf8");
    expect(await run(["fmt", file, "--check"])).toEqual({ code: EXIT.fine, out: `${file}：不用整理`, error: "" });
    writeFileSync(file, text.replace("30101 基本工资: 待填", "30101: 831200"));
    await run(["fmt", file]);
    expect(readFileSync(file, "utf8")).toBe(text.replace("30101 基本工资: 待填", "30101 基本工资: 831,200"));
  });

  it("is called wrongly without a file or with one that is not there", async () => {
    expect((await run(["fmt"])).error).toContain("fmt 后面要写预算文件");
    expect((await run(["fmt", file])).error).toContain(`没有文件 ${file}`);
  });
});
