import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { runCheck } from "../../src/commands/check.ts";
import { USUAL_CHECK } from "../../src/commands/check-options.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-classification-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line.replaceAll(`${folder}/`, ""));
  const exit = await main(["classification", ...argv], { out: print, error: print, colour: false, env: { BUDGETGEN_CLASSIFICATION: join(folder, "科目") } });
  return { exit, said: lines.join("\n") };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const LIST = "科目编码,科目名称\n210,卫生健康支出\n21011,行政事业单位医疗\n2101103,公务员医疗补助\n2101199,其他行政事业单位医疗支出\n";

/** Findings on 科目 of the file of 四平, which uses two 科目 from memory, beside a folder of lists. */
async function checkSiping(path: string = join(ROOT, "budgets", "siping.yaml"), lists?: string): Promise<string[]> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  await runCheck([path], { out: print, error: print, colour: false, env: {} }, [], USUAL_CHECK, lists === undefined ? {} : { lists });
  return lines.flatMap((line) => /\[(category-[a-z-]+|year-without-list)\]/.exec(line)?.[1] ?? []);
}

describe("classification import", () => {
  it("keeps the list beside the budgets, and what it confirms is no longer noted", async () => {
    const { exit, said } = await run("import", file("list.csv", LIST), "--year", "2024");
    expect(exit).toBe(EXIT.fine);
    expect(said).toContain("已写入 科目/2024.tsv：4 行（一般公共预算 4）");
    expect(
      readFileSync(join(folder, "科目", "2024.tsv"), "utf8")
        .split("\n")
        .slice(0, 2),
    ).toEqual(["code\tname\tkind\tsource", "210\t卫生健康支出\t一般公共预算\tlist.csv"]);
    expect(await checkSiping()).toEqual(["category-unverified", "category-unverified"]);
    expect(await checkSiping(undefined, join(folder, "科目"))).toEqual([]);
    const beside = file("siping.yaml", readFileSync(join(ROOT, "budgets", "siping.yaml"), "utf8"));
    expect(await checkSiping(beside)).toEqual([]);
  });

  it("replaces the rows of the same budget and keeps the others", async () => {
    await run("import", file("a.csv", `${LIST}30201,办公费\n`), "--year", "2024");
    const { said } = await run("import", file("b.csv", "编码,名称\n2101103,公务员医疗补助\n"), "--year", "2024");
    expect(said).toContain("原来导入的其他 1 行照旧");
    const rows = readFileSync(join(folder, "科目", "2024.tsv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    expect(rows.map((row) => row.split("\t")[0])).toEqual(["2101103", "30201"]);
  });

  it("with one mistake writes nothing and leaves nothing", async () => {
    const { exit, said } = await run("import", file("list.csv", `${LIST}201010,某\n`), "--year", "2024");
    expect(exit).toBe(EXIT.document);
    expect(said).toMatch(/list\.csv:6:1: 错误\[category-list-code\].*\n[\s\S]*什么也没有写/);
    expect(existsSync(join(folder, "科目"))).toBe(false);
  });

  it("lists what differs from the package's list", async () => {
    const { said } = await run("import", file("list.csv", `${LIST.replace("公务员医疗补助", "公务员医疗补助甲")}2101188,某某补助\n`), "--year", "2024");
    expect(said).toMatch(/相同 3 个，名称不同 1 个，多出 1 个/);
    expect(said).toContain("2101103 公务员医疗补助 → 公务员医疗补助甲");
    expect(said).toContain("2101188 某某补助");
  });

  it("makes a year known that the package does not cover", async () => {
    const text = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8").replace("年度: 2024", "年度: 2026");
    const budget = file("budget.yaml", text);
    expect(await checkSiping(budget)).toEqual(["year-without-list"]);
    await run("import", file("list.csv", LIST), "--year", "2026");
    expect(await checkSiping(budget)).toEqual([]);
  });

  it.each([
    [["import"], "后面写一个科目表文件"],
    [["import", "none.csv", "--year", "2024"], "没有文件"],
    [["imporrt"], "是不是想写“import”"],
    [["diff", "2023"], "后面写两个年度"],
    [["diff", "2023", "2024", "--kind", "一般公共预算"], "--kind 只用于"],
    [["--format", "yaml"], "不能写“yaml”"],
  ])("is refused where it is called in a wrong way: %j", async (argv, wanted) => {
    const { exit, said } = await run(...argv);
    expect(exit).toBe(EXIT.usage);
    expect(said).toContain(wanted);
  });

  it("asks for the year", async () => {
    expect((await run("import", file("list.csv", LIST))).said).toContain("--year");
  });
});

describe("a list that was changed by hand", () => {
  it("is one finding", async () => {
    mkdirSync(join(folder, "科目"));
    file("科目/2024.tsv", "whatever\n");
    expect(await checkSiping(undefined, join(folder, "科目"))).toEqual(["category-list-broken"]);
    expect((await run("diff", "2023", "2024")).exit).toBe(EXIT.document);
    expect(readdirSync(join(folder, "科目"))).toEqual(["2024.tsv"]);
  });
});

describe("classification compare", () => {
  it("fails where the lists differ, so that a release can be held to it, and writes nothing", async () => {
    const { exit, said } = await run("compare", file("list.csv", LIST.replace("公务员医疗补助", "公务员医疗补助甲")), "--year", "2024", "--format", "json");
    const { same, renamed } = JSON.parse(said);
    expect([exit, same, renamed]).toEqual([EXIT.document, 3, [{ code: "2101103", name: "公务员医疗补助甲", before: "公务员医疗补助" }]]);
    expect(existsSync(join(folder, "科目"))).toBe(false);
  });

  it("is fine with the package's own rows", async () => {
    const rows = readFileSync(join(ROOT, "src", "classification", "economic.tsv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    const list = rows.map((row) => row.split("\t").slice(0, 2).join(",")).join("\n");
    const { exit, said } = await run("compare", file("list.csv", `编码,名称\n${list}\n`), "--year", "2024");
    expect(said).toContain("名称不同 0 个，多出 0 个，缺少 0 个");
    expect(exit).toBe(EXIT.fine);
  });
});

describe("classification diff", () => {
  it("shows what was added, what ended and what got another name, by 类", async () => {
    const { exit, said } = await run("diff", "2023", "2024");
    expect(exit).toBe(EXIT.fine);
    expect(said).toContain("2013804 市场主体管理 → 经营主体管理");
    expect(said).toMatch(/停用 1 个：\n {4}2010308 信访事务/);
  });

  it("as JSON, from later to earlier too", async () => {
    const there = JSON.parse((await run("diff", "2023", "2024", "--format", "json")).said);
    const back = JSON.parse((await run("diff", "2024", "2023", "--format", "json")).said);
    expect(back.added).toEqual(there.ended);
    expect(back.ended).toEqual(there.added);
    expect(there.same).toBe(back.same);
  });
});

describe("classification", () => {
  it("says what the rows of each year rest on", async () => {
    const { said } = await run();
    expect(said).toMatch(/^2023 年\n {2}支出功能分类：见于公开的文件 \d+，凭记忆录入，未经核对 \d+/);
    await run("import", file("list.csv", LIST), "--year", "2024");
    expect((await run()).said).toContain("  2024 年：4 行");
    expect(JSON.parse((await run("--format", "json")).said).imported).toEqual([{ year: 2024, rows: 4 }]);
  });
});
