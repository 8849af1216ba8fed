import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { runCheck } from "../../src/commands/check.ts";
import { USUAL_CHECK } from "../../src/commands/check-options.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

const LIANZHOU = join(ROOT, "budgets", "lianzhou.yaml");
const SIPING = join(ROOT, "budgets", "siping.yaml");
const UNIT = "连州市政务服务中心";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-approvals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

async function check(list: string | Uint8Array, ending = ".csv", files: readonly string[] = [LIANZHOU]) {
  count += 1;
  const path = join(folder, `${count}${ending}`);
  writeFileSync(path, list);
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line.replaceAll(path, `清单${ending}`));
  const exit = await runCheck(files, { out: print, error: print, colour: false, env: {} }, [], USUAL_CHECK, { approvals: path });
  const findings = lines.filter((line) => /(?:错误|警告|提示)\[(?:approval|sheet)/.test(line));
  return { exit, findings, last: lines.at(-1) ?? "", first: (findings[0] ?? "").split("\n")[0] };
}

/** The list of 连州 as it was approved, with other words in places. */
function csv(replaced: Readonly<Record<string, string>> = {}): string {
  const text = `2024年批复表\n单位：万元\n单位编码,单位名称,收入总计,支出总计,基本支出,项目支出,备注\n113001,${UNIT},465.58,465.58,391.78,73.80,\n113002,某局,1,1,1,0,\n,合计,466.58,466.58,392.78,73.80,\n`;
  return Object.entries(replaced).reduce((all, [from, to]) => all.replace(from, to), text);
}

describe("a bureau's list", () => {
  it("that agrees has nothing to say but what was compared", async () => {
    const { exit, findings, last } = await check(csv());
    expect(findings).toEqual([]);
    expect(exit).toBe(EXIT.fine);
    expect(last).toBe("批复清单 清单.csv：核对了 1 个单位的 4 个数");
  });

  it("that differs: the place is its cell, and the file's own 批复 stands beside it", async () => {
    const { exit, findings, first } = await check(csv({ "391.78": "391.79" }));
    expect(exit).toBe(EXIT.document);
    expect(first).toBe(
      `清单.csv:4:5: 错误[approval-differs] 批复清单“${UNIT}”的“基本支出”（第 4 行第 5 列）是 391.79万元，文件里各笔合计 391.78万元，少 0.01万元`,
    );
    expect(findings[0]).toMatch(/预算文件里写的批复：.*lianzhou\.yaml:\d+:9/);
  });

  it.each([
    ["fewer decimals", { "465.58,465.58": "466,465.6" }],
    ["元", { 万元: "元", "465.58,465.58,391.78,73.80": '"4,655,841",4655841.00,3917841,738000' }],
    ["元 in the heading of a column", { 收入总计: "收入总计（元）", "465.58,": "4655841," }],
    ["a unit in the cell", { "465.58,": "4655841元," }],
    ["a dash or nothing", { "465.58,465.58": "-," }],
    ["其中： before a heading", { 基本支出: "其中：基本支出" }],
    ["code and name in one cell", { "113001,连州": ",113001-连州" }],
  ])("is compared as it is written: %s", async (_, replaced) => {
    expect((await check(csv(replaced))).findings).toEqual([]);
  });

  it("is compared at the precision written", async () => {
    expect((await check(csv({ "465.58,465.58": "465.580,465.5" }))).findings).toHaveLength(2);
  });

  it("without the unit of its amounts is not compared", async () => {
    const { findings, last } = await check(csv({ "单位：万元": "" }));
    expect(findings.map((line) => /\[[\w-]+\]/.exec(line)?.[0])).toEqual(["[approval-list-unit]"]);
    expect(last).toMatch(/0 个数；没有核对的栏：收入总计、支出总计、基本支出、项目支出/);
  });

  it("names columns that were not compared", async () => {
    expect((await check(csv({ 项目支出: "专项支出" }))).last).toMatch(/没有核对的栏：专项支出/);
  });

  it.each([
    ["lacks the unit", { [UNIT]: "连州市政务中心" }, `警告[approval-list-lacks-unit] 批复清单 清单.csv 里没有“${UNIT}”，没有核对`],
    ["has the unit twice", { "113002,某局": `113002,${UNIT}` }, `错误[approval-list-repeats] 批复清单 清单.csv 里“${UNIT}”有 2 行，不知道核对哪一行`],
    ["has no amount in a cell", { "465.58,": "待定," }, `错误[sheet-cell] 批复清单“${UNIT}”的“收入总计”（第 4 行第 3 列）“待定”不是金额`],
    ["has no units", { "单位编码,单位名称": "甲,乙" }, "错误[approval-list-shape] 清单里没有认出单位的一栏"],
  ])("%s", async (_, replaced, wanted) => {
    const { findings, first } = await check(csv(replaced));
    expect(findings).toHaveLength(1);
    expect(first).toContain(wanted);
  });

  it("counts units without a file only where several files are checked", async () => {
    expect((await check(csv(), ".csv", [LIANZHOU, SIPING])).last).toMatch(/1 个单位的 4 个数；清单里还有 1 个单位没有检查预算文件/);
  });

  it("that cannot be read is said", async () => {
    const { exit, first } = await check(Buffer.from([1, 0, 2]), ".xlsx");
    expect(exit).toBe(EXIT.document);
    expect(first).toMatch(/错误\[sheet-unreadable\]/);
  });
});

describe("a workbook", () => {
  it("with headings over headings: 合计 under 支出总计 is 支出总计, and places are cells", async () => {
    const rows = [
      ["单位：万元", null, null, null, null, null],
      ["单位编码", "单位名称", "收入总计", "支出总计", null, null],
      [null, null, null, "合计", "基本支出", "项目支出"],
      [113001, UNIT, 465.58000000000004, 465.58, 391.78, 73.81],
    ];
    const merges = [
      { startRow: 1, startCol: 3, endRow: 1, endCol: 5 },
      ...[0, 1, 2].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
    ];
    const { findings, first, last } = await check(await writeXlsx({ sheets: [{ name: "批复", rows, merges }] }), ".xlsx");
    expect(findings).toHaveLength(1);
    expect(first).toBe(`清单.xlsx:4:6: 错误[approval-differs] 批复清单“${UNIT}”的“项目支出”（批复!F4）是 73.81万元，文件里各笔合计 73.80万元，少 0.01万元`);
    expect(last).toMatch(/1 个单位的 4 个数/);
  });
});
