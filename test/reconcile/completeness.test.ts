import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileText } from "../derive/support.ts";
import { ROOT } from "../support/compile.ts";
import { lianzhouAlone } from "../support/lianzhou.ts";

/** What law and the published forms ask to be explained, and that a file lacks: 预算法第十四条, 财预〔2016〕143号. */
interface Lack {
  readonly what: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly code: string;
}

const section = (name: string): RegExp => new RegExp(`^${name}:\\n(?:(?:[ #].*)?\\n)+`, "m");
const key = (name: string): RegExp => new RegExp(`^  ${name}:.*\\n(?:    .*\\n)*`, "m");

const KEY_PROJECT = "- 项目名称: $1\n    重点项目: 是\n    项目类型: 常年性项目\n    项目用途: 运行\n    支出:\n      2010399:\n        30201: 10,000\n";

const ALWAYS: readonly Lack[] = [
  { what: "主要职责", from: key("主要职责"), to: "", code: "missing-input" },
  { what: "机构设置", from: key("机构设置"), to: "", code: "missing-input" },
  { what: "政府采购", from: section("政府采购"), to: "", code: "missing-input" },
  { what: "国有资产占用", from: section("国有资产"), to: "", code: "missing-input" },
  { what: "收支增减的上年数", from: /^ {2}(?:收入总计|非财政拨款): .*\n/gm, to: "", code: "last-year-missing" },
  { what: "收支增减的原因", from: /^(原因:\n(?: {2}#.*\n)?) {2}收入总计: .*\n/m, to: "$1", code: "missing-reason" },
  { what: "三公经费各项的上年数", from: /^ {2}公务接待费: 0\n|^ {2}公务接待费: 1万元\n/m, to: "", code: "last-year-missing" },
  { what: "三公经费减少的原因", from: /^ {2}因公出国（境）费: 0\n/m, to: "  因公出国（境）费: 9万元\n", code: "missing-reason" },
  { what: "三公经费增加的原因", from: /(30201 办公费: [\d,]+\n)/, to: "$1    31013 公务用车购置: 20,000\n", code: "missing-reason" },
  { what: "重点项目的绩效目标", from: /- 项目名称: (.*)\n(?:[ #].*\n)*/, to: KEY_PROJECT, code: "goal-missing" },
];

/** Vehicles bought for what their running cost last year: the sum stands still while its parts move. */
const OFFSET: Lack = {
  what: "公车购置、运行相抵的原因",
  from: /(?<before>公务用车运行维护费: )[\d.万元]+\n(?<between>[\s\S]*?30201 办公费: [\d,]+\n)/,
  to: "$<before>2万元\n$<between>    31013 公务用车购置: 20,000\n",
  code: "missing-reason",
};

const OWN: Readonly<Record<string, readonly Lack[]>> = {
  清远: [{ what: "机关运行经费的上年数", from: /^ {2}机关运行经费: 0\n/m, to: "", code: "last-year-missing" }],
  清远县区: [{ what: "拟购置的内容", from: /^ {2}拟购置内容: .*\n/m, to: "", code: "missing-input" }],
  四平: [
    OFFSET,
    { what: "机关运行经费", from: section("机关运行经费"), to: "", code: "missing-input" },
    { what: "各类支出主要用于什么", from: /^ {2}208 .*\n/m, to: "", code: "missing-input" },
  ],
  随州: [
    OFFSET,
    { what: "公用经费减少的原因", from: /^ {2}公用经费: 根据.*\n/m, to: "", code: "missing-reason" },
    { what: "政府采购增加的原因", from: /^ {2}政府采购: 为.*\n/m, to: "", code: "missing-reason" },
  ],
};

const fileNamed = (name: string): string => readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8");
const FILES: Readonly<Record<string, string>> = { 清远: lianzhouAlone(), 清远县区: lianzhouAlone(), 四平: fileNamed("siping"), 随州: fileNamed("suizhou") };

describe.each(Object.keys(FILES))("the standard %s has everything explained", (standard) => {
  const text = (FILES[standard] ?? "").replace(/^标准: .*$/m, `标准: ${standard}`);

  test.each([...ALWAYS, ...(OWN[standard] ?? [])].map((lack) => [lack.what, lack] as const))("%s", (_what, { from, to, code }) => {
    const lacking = text.replace(from, to);
    expect(lacking).not.toBe(text);
    const errors = compileText(lacking).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((each) => each.code)).toContain(code);
  });
});
