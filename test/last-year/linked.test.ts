import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { type Compiled, compileBudget } from "../../src/compile.ts";
import { ROOT } from "../support/compile.ts";
import { QUICK_RESOURCES } from "../support/quick.ts";

const SUIZHOU = readFileSync(join(ROOT, "budgets", "suizhou.yaml"), "utf8");
const SIPING = readFileSync(join(ROOT, "budgets", "siping.yaml"), "utf8");
const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "budgetgen-last-year-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function compiled(path: string): Compiled {
  const { value, diagnostics } = compileBudget(path, QUICK_RESOURCES);
  if (value === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return value;
}

/** A top-level section taken out of a file. */
const without = (text: string, section: string): string => text.replace(new RegExp(`^${section}:\\n(?:[ #].*\\n|\\n)+`, "m"), "");

const text = ({ document }: Compiled): string => JSON.stringify(document.parts);

describe("a form whose changes are of facts, of stated amounts, of their sums and of a 明细", () => {
  it("takes all of them, and the year before last, from last year's file", () => {
    write("suizhou-2022.yaml", SUIZHOU.replace("年度: 2023", "年度: 2022"));
    const bare = ["上年数", "前年数", "原因"].reduce(without, SUIZHOU);
    const value = compiled(write("suizhou-2023.yaml", bare.replace("年度: 2023\n", "年度: 2023\n上年文件: suizhou-2022.yaml\n")));
    const said = text(value);
    for (const sentence of ["较上年收入预算安排持平", "较上年政府采购预算安排持平", "较上年资产总额持平", "较上年公用经费预算安排持平"])
      expect(said).toContain(sentence);
    expect([...value.derived.lastYear].filter(([name, amount]) => !amount.equals(value.derived.figures.get(name)?.amount ?? 0))).toEqual([]);
    // What 2022 stated of 2021 is the year before last now.
    expect(value.derived.yearBeforeLast.get("收入总计")?.toFixed()).toBe("2944000");
  });

  it("refuses a year before last that last year's file has otherwise, at the precision written", () => {
    write("suizhou-2022.yaml", SUIZHOU.replace("年度: 2023", "年度: 2022"));
    const bare = ["上年数", "前年数", "原因"].reduce(without, SUIZHOU);
    const stated = "上年文件: suizhou-2022.yaml\n前年数:\n  财政拨款: 295万元\n  支出总计: 294万元\n";
    const { diagnostics } = compileBudget(write("suizhou-2023.yaml", bare.replace("年度: 2023\n", `年度: 2023\n${stated}`)), QUICK_RESOURCES);
    expect(diagnostics.flatMap(({ code, message }) => (code === "last-year-differs" ? [message] : []))).toEqual([
      "“财政拨款”的前年数写的是 295万元，上年文件里它的上年数是 294.4万元",
    ]);
  });

  it("takes what a unit states of itself from last year's file too", () => {
    write("siping-2023.yaml", SIPING.replace("年度: 2024", "年度: 2023").replace("财政拨款预算: 26.70万元", "财政拨款预算: 20万元"));
    const bare = ["上年数", "原因"].reduce(without, SIPING);
    const value = compiled(write("siping-2024.yaml", bare.replace("年度: 2024\n", "年度: 2024\n上年文件: siping-2023.yaml\n")));
    expect(text(value)).toContain("机关运行经费财政拨款预算26.70万元，比2023年预算增加6.70万元");
  });
});

describe("last year's file", () => {
  const LINKED = FINE.replace(/上年数:\n(?: {2}.*\n)+/, "上年文件: last.yaml\n");

  it("is read by its own standard, whatever this year's is", () => {
    write("last.yaml", SIPING.replace("年度: 2024", "年度: 2023").replace("名称: 四平市政务服务和数字化建设管理局", "名称: 某中心"));
    const { diagnostics } = compileBudget(write("now.yaml", LINKED), QUICK_RESOURCES);
    expect(diagnostics.map(({ code }) => code).filter((code) => code.startsWith("last-year") || code === "unknown-key")).toEqual([]);
  });

  it("may lack what is needed to publish it, and not what its figures are made of", () => {
    const last = FINE.replace("年度: 2024", "年度: 2023");
    write("last.yaml", without(last, "概况"));
    const lacking = compileBudget(write("now.yaml", LINKED), QUICK_RESOURCES);
    expect(lacking.diagnostics).toEqual([]);
    write("last.yaml", last.replace("30201 办公费: 10,000", "30201 办公费: 一万"));
    const wrong = compileBudget(write("now.yaml", LINKED), QUICK_RESOURCES);
    expect(wrong.diagnostics.map(({ code, span }) => `${code} ${span?.file.path.split("/").at(-1)}`)).toEqual([
      "bad-amount last.yaml",
      "last-year-file-unread now.yaml",
    ]);
  });

  it("is held against what 上年数 states of a 功能科目, at whatever level and at the precision written", () => {
    write("last.yaml", FINE.replace("年度: 2024", "年度: 2023").replace("30201 办公费: 10,000", "30201 办公费: 10,400"));
    const said = (line: string): string[] => {
      const path = write("now.yaml", LINKED.replace("上年文件: last.yaml\n", `上年文件: last.yaml\n上年数:\n  ${line}\n`));
      return compileBudget(path, QUICK_RESOURCES).diagnostics.flatMap(({ code, message }) => (code === "last-year-differs" ? [message] : []));
    };
    for (const line of ["2010350 事业运行: 1万元", "20103: 1.04万元", "201 一般公共服务支出: 10,400元", "2010301 行政运行: 0", "2010308 信访事务: 0"])
      expect(said(line), line).toEqual([]);
    expect(said("2010350 事业运行: 1.0万元")).toEqual([]);
    expect(said("2010350: 1.05万元")).toEqual(["“2010350 事业运行”的上年数写的是 1.05万元，上年文件算出来是 1.04万元"]);
    expect(said("201 一般公共服务支出: 4万元")).toEqual(["“201 一般公共服务支出”的上年数写的是 4万元，上年文件算出来是 1万元"]);
    expect(said("2010301 行政运行: 4万元")).toEqual(["“2010301 行政运行”的上年数写的是 4万元，上年文件算出来是 0万元"]);
  });

  it("is held against a 功能科目 as the lists of the standard take it", () => {
    write("last.yaml", SIPING.replace("年度: 2024", "年度: 2023"));
    const said = (line: string): string[] => {
      const linked = without(SIPING, "上年数").replace("年度: 2024\n", `年度: 2024\n上年文件: last.yaml\n上年数:\n  ${line}\n`);
      return compileBudget(write("now.yaml", linked), QUICK_RESOURCES).diagnostics.flatMap(({ code }) => (code === "last-year-differs" ? [code] : []));
    };
    const member = compiled(write("alone.yaml", SIPING))
      .derived.lists.get("一般公共预算支出类")
      ?.find(({ code }) => code === "201");
    if (member === undefined) throw new Error("四平 has money of 201");
    expect(said(`201 一般公共服务支出: ${member.amount.toFixed(2)}元`)).toEqual([]);
    expect(said(`201 一般公共服务支出: ${member.amount.plus("10000").toFixed(2)}元`)).toEqual(["last-year-differs"]);
  });

  it("has its mistakes told once in a run, and with itself where it is among the files", async () => {
    write("last.yaml", FINE.replace("年度: 2024", "年度: 2023").replace("30201 办公费: 10,000", "30201 办公费: 一万"));
    const [one, two, last] = [write("one.yaml", LINKED), write("two.yaml", LINKED), join(folder, "last.yaml")];
    const said = async (...files: string[]): Promise<string[]> => {
      const lines: string[] = [];
      const print = (line: string): void => void lines.push(...line.split("\n"));
      await main(["check", "--format", "short", ...files], { out: print, error: print, colour: false, env: {} });
      return lines.map((line) =>
        line
          .replace(`${folder}/`, "")
          .replace(/: .*\[/, " ")
          .replace(/\].*/, ""),
      );
    };
    const mistake = `last.yaml:${FINE.split("\n").findIndex((line) => line.includes("30201 办公费")) + 1}:16 bad-amount`;
    expect(await said(one, two)).toEqual(
      [mistake, "one.yaml:8:7 last-year-file-unread", "two.yaml:8:7 last-year-file-unread"].toSorted(byFile(["last", "one", "two"])),
    );
    expect(await said(one, last)).toEqual(["one.yaml:8:7 last-year-file-unread", mistake]);
  });
});

function byFile(order: readonly string[]) {
  const place = (line: string): number => order.findIndex((name) => line.startsWith(name));
  return (a: string, b: string): number => place(a) - place(b);
}
