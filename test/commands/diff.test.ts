import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { readArguments } from "../../src/commands/arguments.ts";
import { differenceText } from "../../src/commands/diff/text.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { difference, file } from "../compare/support.ts";

const FIRST = file("first.yaml");
const SECOND = file("second.yaml");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-diff-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(argv, { out: (line) => out.push(line), error: (line) => error.push(line), colour: false, env: process.env });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** A copy of a file with pieces of it changed. */
function changed(path: string, name: string, ...pieces: readonly (readonly [from: string, to: string])[]): string {
  const text = pieces.reduce(
    (whole, [from, to]) => {
      expect(whole).toContain(from);
      return whole.replaceAll(from, to);
    },
    readFileSync(path, "utf8"),
  );
  const copy = join(folder, name);
  writeFileSync(copy, text);
  return copy;
}

const HOSTILE = "</style><script>alert(1)</script>&\"'";

describe("diff", () => {
  it("tells the difference, and that there is none, with the same exit code", async () => {
    expect(await run("diff", FIRST, SECOND)).toMatchObject({ code: EXIT.fine, error: "", out: expect.stringContaining("支出（4 笔，合计 -122,750.00元）") });
    expect(await run("diff", FIRST, FIRST)).toMatchObject({ code: EXIT.fine, error: "", out: expect.stringMatching(/没有差别$/) });
  });

  it("says whether the two are the same in JSON", async () => {
    expect(JSON.parse((await run("diff", FIRST, SECOND, "--format", "json")).out)).toMatchObject({ version: 1, same: false, unlike: [], findings: [] });
    expect(JSON.parse((await run("diff", FIRST, FIRST, "--format", "json")).out)).toMatchObject({ same: true, facts: [], passages: [] });
  });

  it("holds what last year has under another 科目 and what were several projects against what they are now", async () => {
    const project = (name: string, more: string, code: string, amount: string): string =>
      `  - 项目名称: ${name}\n${more}    支出:\n      ${code}:\n        30201: ${amount}\n`;
    // 2010308 信访事务 became 20140 in 2024.
    const last = changed(file("year-2023.yaml"), "last.yaml", [
      "政府采购:\n",
      `项目支出:\n${project("大厅运行", "", "2010308", "30,000")}${project("大厅物业", "", "2010308", "20,000")}政府采购:\n`,
    ]);
    const merged = project("大厅运行和物业", "    上年名称: 大厅运行、大厅物业\n", "2014004", "45,000");
    const now = changed(
      file("year-2024.yaml"),
      "now.yaml",
      ["项目支出:\n", `项目支出:\n${merged}`],
      ["上年数:\n", "上年文件: last.yaml\n科目对照:\n  2010308: 2014004\n上年数:\n"],
      ["49.2万元", "54.2万元"],
    );
    const { out } = await run("diff", last, now);
    expect(out).toContain("合并  大厅运行、大厅物业 → 大厅运行和物业  50,000.00元 → 45,000.00元");
    expect(out).toMatch(
      /改变 {2}项目支出 {2}2014004 信访业务 \/ 30201 办公费，上年列 2010308 信访事务，大厅运行和物业 +50,000.00元 +→ +45,000.00元 +-5,000.00元/,
    );
    expect(out).toContain("科目对照 / 2010308（新增）");
    const { facts } = JSON.parse((await run("diff", last, now, "--format", "json")).out);
    expect(facts).toContainEqual(
      expect.objectContaining({ functionalBefore: { code: "2010308", name: "信访事务" }, economicBefore: null, difference: "-5000.00" }),
    );
  });

  it("writes the page for a reviewer, named after both files", async () => {
    const { code, out } = await run("diff", FIRST, SECOND, "--format", "html", "-o", folder);
    expect(code).toBe(EXIT.fine);
    expect(readdirSync(folder)).toEqual(["first-second.diff.html"]);
    expect(out).toContain("first-second.diff.html");
    const page = readFileSync(join(folder, "first-second.diff.html"), "utf8");
    expect(page).toContain("<del>465.58</del><ins>453.31</ins>");
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<img|https?:\/\/(?!budgetgen\.invalid)/);
  });

  it("reports the mistakes of a file that cannot be compared, and nothing of the other", async () => {
    const bad = changed(SECOND, "bad.yaml", ["30228 工会经费: 55,000", "30228 工会经费: 55,00"]);
    const { code, out, error } = await run("diff", FIRST, bad);
    expect([code, out]).toEqual([EXIT.document, ""]);
    expect(error).toMatch(/bad\.yaml:\d+:\d+: 错误\[bad-amount\]/);
    expect(error).toContain(`${bad}：共 1 处错误；没有比较，先改好后一份文件的错误`);
    expect(error).not.toContain("first.yaml");
    const { findings, same } = JSON.parse((await run("diff", bad, FIRST, "--format", "json")).out);
    expect(same).toBeNull();
    expect(findings).toContainEqual(expect.objectContaining({ severity: "error", file: bad }));
  });

  it("is not hindered by warnings", async () => {
    const warned = changed(SECOND, "warned.yaml", ["有五人退休，其工资、养老金、职业年金、医疗保险也相应减少", "新增一人，工资增加"]);
    expect((await run("check", warned)).error).toContain("警告");
    expect(await run("diff", FIRST, warned)).toMatchObject({ code: EXIT.fine, error: "" });
  });

  it("compares budgets of two units and of two standards, and says so", async () => {
    const other = changed(FIRST, "other.yaml", ["连州市政务服务中心", "连南县政务服务中心"]);
    const { out } = await run("diff", FIRST, other);
    expect(out).toContain("注意：两份预算的单位不同：“连州市政务服务中心”和“连南县政务服务中心”，照样比较");
    expect(out).toContain("  单位 / 名称：连州市政务服务中心 → 连南县政务服务中心");
    expect(out).not.toContain("笔，合计");
    const standard = changed(FIRST, "standard.yaml", ["标准: 清远县区", "标准: 清远"]);
    const { out: found } = await run("diff", FIRST, standard);
    expect(found).toContain("注意：两份预算的标准不同：“清远县区”和“清远”；数按名称比较，表按标题比较");
    expect(found).not.toMatch(/^数（/m);
  });

  it("matches a 下属单位 by its code, and a project by its name where it has no code", async () => {
    const rest = "  - 项目名称: 政务服务大厅运行经费\n    项目编码: P02\n";
    const one = changed(SECOND, "one.yaml", [rest, "  - 项目名称: 政务服务大厅运行经费\n"]);
    const other = changed(SECOND, "other.yaml", [rest, "  - 项目名称: 政务服务大厅运行经费\n"], ["30201 办公费: 600,000", "30201 办公费: 610,000"]);
    const { out } = await run("diff", one, other);
    expect(out).toMatch(/支出（1 笔，合计 \+10,000\.00元）\n {2}改变 {2}项目支出/);
    expect(out).not.toContain("项目（");
  });

  it("escapes what a hostile file says", async () => {
    const one = changed(FIRST, "one.yaml", ["有人退休，", `${HOSTILE}，`]);
    const other = changed(FIRST, "other.yaml", ["政务服务中心大厅运行经费", `大厅${HOSTILE}经费`]);
    await run("diff", one, other, "--format", "html", "-o", folder);
    const page = readFileSync(join(folder, "one-other.diff.html"), "utf8");
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it("says that a folder cannot be written", async () => {
    const taken = join(folder, "taken");
    writeFileSync(taken, "");
    const { code, error } = await run("diff", FIRST, SECOND, "--format", "html", "-o", taken);
    expect(code).toBe(EXIT.environment);
    expect(error).toContain("写不了文件");
  });
});

describe("diff --correction", () => {
  const given = ["--reason", "编报时“三公”经费科目选择有误", "--date", "2024年3月5日"];

  it("writes the corrected document, marked as such, and the 更正说明", async () => {
    const { code, out, error } = await run("diff", FIRST, SECOND, "--correction", ...given, "--published", "2024-02-08", "--format", "html", "-o", folder);
    expect([code, error]).toEqual([EXIT.fine, ""]);
    expect(readdirSync(folder).sort()).toEqual(["second.correction.html", "second.html"]);
    expect(out.split("\n")).toHaveLength(2);
    const page = readFileSync(join(folder, "second.html"), "utf8");
    expect(page).toContain("<title>2024年连州市政务服务中心部门预算（更正）</title>");
    expect(page).toContain('<h1 class="cover-title">连州市政务服务中心<wbr>部门预算<wbr>（更正）</h1>');
    const note = readFileSync(join(folder, "second.correction.html"), "utf8");
    for (const words of [
      "<title>2024年连州市政务服务中心部门预算公开更正说明</title>",
      "2024年2月8日，连州市政务服务中心公开了《2024年连州市政务服务中心部门预算》。",
      "更正原因：编报时“三公”经费科目选择有误。</p>",
      '<td class="text">收入总计，收入 / 预算</td><td class="text">465.58</td><td class="text">453.31</td>',
      '<p class="signature">2024年3月5日</p>',
    ])
      expect(note).toContain(words);
  });

  it("gives the same bytes for the same files, whatever the day", async () => {
    const bytes: string[] = [];
    for (const name of ["one", "two"]) {
      await run("diff", FIRST, SECOND, "--correction", ...given, "--format", "html", "-o", join(folder, name));
      bytes.push(readFileSync(join(folder, name, "second.correction.html"), "utf8"));
    }
    expect(bytes[0]).toBe(bytes[1]);
    expect(bytes[0]).toContain("公开的《2024年连州市政务服务中心部门预算》，经核查有");
  });

  it("writes nothing where nothing prints otherwise", async () => {
    const same = changed(FIRST, "same.yaml", ["30201 办公费: 229,800", "30201 办公费: 229,799.99"]);
    const { code, out } = await run("diff", FIRST, same, "--correction", ...given, "-o", join(folder, "out"));
    expect(code).toBe(EXIT.fine);
    expect(out).toContain("印出来的内容没有差别，没有要更正的；没有生成文件");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("refuses what is no correction of one document", async () => {
    const unit = changed(FIRST, "unit.yaml", ["连州市政务服务中心", "连南县政务服务中心"]);
    const { code, error } = await run("diff", FIRST, unit, "--correction", ...given, "-o", join(folder, "out"));
    expect(code).toBe(EXIT.document);
    expect(error).toContain("这两份的单位是“连州市政务服务中心”和“连南县政务服务中心”；没有生成文件");
    expect((await run("diff", file("year-2023.yaml"), file("year-2024.yaml"), "--correction", ...given)).error).toContain("年度是“2023”和“2024”");
    const kind = changed(FIRST, "kind.yaml", ["文种: 部门预算", "文种: 单位预算"]);
    expect((await run("diff", FIRST, kind, "--correction", ...given)).error).toContain("文种是“部门预算”和“单位预算”");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("escapes a hostile reason", async () => {
    await run("diff", FIRST, SECOND, "--correction", "--reason", HOSTILE, "--date", "2024-03-05", "--format", "html", "-o", folder);
    const note = readFileSync(join(folder, "second.correction.html"), "utf8");
    expect(note).not.toContain("<script");
    expect(note).toContain("更正原因：&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;。");
  });

  it("speaks in the words of a standard's own correction.yaml", async () => {
    const standard = join(folder, "own");
    mkdirSync(standard);
    writeFileSync(join(standard, "pack.yaml"), "name: 某市\nnorm: 测试用\nextends: qingyuan-county\n");
    writeFileSync(join(standard, "correction.yaml"), "标记: （更正稿）\n标题: 关于{{年度}}年{{文种}}的更正公告\n");
    const [one, other] = [FIRST, SECOND].map((path, index) => changed(path, `${index}.yaml`, ["标准: 清远县区", "标准: 某市"]));
    const { code } = await run("diff", one ?? "", other ?? "", "--correction", ...given, "--format", "html", "-o", folder, "--standard", standard);
    expect(code).toBe(EXIT.fine);
    expect(readFileSync(join(folder, "1.html"), "utf8")).toContain("部门预算（更正稿）</title>");
    expect(readFileSync(join(folder, "1.correction.html"), "utf8")).toContain("<title>关于2024年部门预算的更正公告</title>");
    writeFileSync(join(standard, "correction.yaml"), "标记: （更正稿）\n标题: 关于{{年分}}的更正公告\n落款: 某局\n");
    const { error } = await run("check", one ?? "", "--standard", standard);
    expect(error).toMatch(/correction\.yaml:3:1: 错误\[unknown-key\]/);
    writeFileSync(join(standard, "correction.yaml"), "标题: 关于{{年分}}的更正公告\n");
    expect((await run("check", one ?? "", "--standard", standard)).error).toMatch(/correction\.yaml:1:\d+: 错误\[unknown-name\]/);
  });
});

describe("arguments of diff", () => {
  const correction = ["diff", FIRST, SECOND, "--correction"];
  const dated = ["--date", "2024年3月5日"];
  it.each([
    [["diff", FIRST, SECOND], "run"],
    [["diff", FIRST, SECOND, "--format", "html", "-o", "out"], "run"],
    [[...correction, "--reason", "编报有误", ...dated], "run"],
    [[...correction, "--reason", "编报有误", ...dated, "--published", "2024-02-29", "--format", "pdf"], "run"],
    [["diff"], "diff 后面写两个预算文件"],
    [["diff", FIRST], "diff 后面写两个预算文件"],
    [["diff", FIRST, SECOND, FIRST], "diff 后面写两个预算文件"],
    [["diff", FIRST, "none.yaml"], "没有文件 none.yaml"],
    [["diff", FIRST, import.meta.dirname], "是文件夹"],
    [["diff", FIRST, SECOND, "--format", "pdf"], "diff 的 --format 可以写 text、json、html"],
    [["diff", FIRST, SECOND, "--reason", "有误"], "要和 --correction 一起写"],
    [[...correction, ...dated], "更正要写明原因"],
    [[...correction, "--reason", " 。", ...dated], "更正要写明原因"],
    [[...correction, "--reason", "待填", ...dated], "--reason 还没有填"],
    [[...correction, "--reason", "一\n二", ...dated], "不分行"],
    [[...correction, "--reason", "编报有误"], "更正要写明日期"],
    [[...correction, "--reason", "编报有误", "--date", "2024年2月30日"], "不能写“2024年2月30日”"],
    [[...correction, "--reason", "编报有误", "--date", "昨天"], "不能写“昨天”"],
    [[...correction, "--reason", "编报有误", ...dated, "--published", "2024年3月6日"], "不能在 --date 更正的日期之后"],
    [[...correction, "--reason", "编报有误", ...dated, "--published", "二月"], "--published 写原来公开的日期"],
    [[...correction, "--reason", "编报有误", ...dated, "--format", "json"], "更正的 --format 可以写 html、pdf"],
    [["build", FIRST, "--correction"], "build 没有 --correction 这个选项"],
  ])("%j is told: %s", (argv, says) => {
    const request = readArguments(argv);
    expect(request.command === "wrong" ? request.message : request.command).toContain(says);
  });

  it("are in the help", async () => {
    const { out } = await run("--help");
    for (const word of ["diff 文件 文件", "diff --correction", "--reason 原因", "--published 日期"]) expect(out).toContain(word);
  });
});

it("hands a terminal no sign that it would obey, whatever stands in a file", () => {
  const found = difference("first.yaml", "second.yaml");
  const hostile = { ...found, after: { ...found.after, unit: "某局\u001b[31m\u202e" } };
  const text = differenceText(hostile, { before: "a\u001b]0;.yaml", after: "b\u202e.yaml" }, false);
  expect(text).toContain("某局·[31m·");
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});
