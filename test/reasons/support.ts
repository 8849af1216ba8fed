import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Compilation, compileBudget } from "../../src/compile.ts";
import { RESOURCES } from "../support/compile.ts";

/** What a file of the year has; the rest is the same in both years. */
export interface Year {
  readonly year: number;
  readonly head?: string;
  /** 基本支出 under 2010350, lines of 经济科目 and amount. */
  readonly basic: Readonly<Record<string, string>>;
  /** 项目 by name with their amount of 30227. */
  readonly projects?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
}

export function yearText({ year, head = "", basic, projects = {}, reasons = {} }: Year): string {
  const lines = (values: Readonly<Record<string, string>>, indent: string): string =>
    Object.entries(values)
      .map(([key, value]) => `${indent}${key}: ${value}\n`)
      .join("");
  const each = Object.entries(projects).map(
    ([name, amount]) =>
      `  - 项目名称: ${name}\n    项目类别: 运转类\n    重点项目: 否\n    支出:\n      2010399 其他政府办公厅（室）及相关机构事务支出:\n        30227 委托业务费: ${amount}\n`,
  );
  return [
    `标准: 清远县区\n年度: ${year}\n文种: 部门预算\n单位:\n  名称: 某中心\n  性质: 事业单位\n${head}`,
    `基本支出:\n  2010350 事业运行:\n${lines(basic, "    ")}`,
    each.length === 0 ? "" : `项目支出:\n${each.join("")}`,
    Object.keys(reasons).length === 0 ? "" : `原因:\n${lines(reasons, "  ")}`,
    "概况:\n  主要职责: 承担测试。\n  机构设置: 办公室。\n政府采购:\n  货物: 0\n  工程: 0\n  服务: 0\n",
    "国有资产:\n  截至: 2023年12月31日\n  固定资产: 0\n  房屋: 0平方米\n  车辆: 0辆\n  单价100万元以上设备: 0台\n  拟购置金额: 0\n",
  ].join("");
}

export const LAST: Year = {
  year: 2023,
  basic: { "30101 基本工资": "912,000", "30103 奖金": "400,000", "30107 绩效工资": "300,000", "30201 办公费": "50,000", "30217 公务接待费": "10,000" },
  projects: { 光纤网络年租费: "138,000", 大厅运行经费: "600,000", 旧系统维护费: "90,000" },
};

export const NOW: Year = {
  year: 2024,
  head: "上年文件: last.yaml\n",
  basic: { "30101 基本工资": "831,000", "30103 奖金": "400,000", "30107 绩效工资": "320,000", "30201 办公费": "50,030", "30217 公务接待费": "20,000" },
  projects: { 光纤网络年租费: "138,000", 大厅运行经费: "650,000", 热线系统建设: "200,000" },
};

/** Two years compiled, in a folder that is gone afterwards. */
export function compiledYears(now: string, last: string = yearText(LAST)): Compilation {
  return inFolder((folder) => {
    writeFileSync(join(folder, "last.yaml"), last);
    writeFileSync(join(folder, "now.yaml"), now);
    return compileBudget(join(folder, "now.yaml"), RESOURCES);
  });
}

export function inFolder<Value>(use: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-reasons-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
