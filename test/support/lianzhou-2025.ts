import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/cli.ts";
import { LIANZHOU, putLastYear } from "./lianzhou.ts";

/** What an officer makes of the rolled-forward file: a line as roll-forward left it, and what is typed there. */
const TYPED: readonly (readonly [string, string])[] = [
  // Two wages rise, 公务接待费 falls, a project is new.
  ["30101 基本工资: 831,200", "30101 基本工资: 861,200"],
  ["30107 绩效工资: 890,900", "30107 绩效工资: 910,900"],
  ["30217 公务接待费: 20,000", "30217 公务接待费: 15,000"],
  [
    "\n政府采购:\n",
    "  - 项目名称: 政务服务热线话务服务\n    项目类别: 部门运转类\n    支出:\n      2010399 其他政府办公厅（室）及相关机构事务支出:\n        30227 委托业务费: 100,000\n    绩效目标: |\n      全年接听热线电话，按时办结工单。\n\n政府采购:\n",
  ],
  ["收入总计: 待填  # 上年 465.58万元", "收入总计: 480.08万元"],
  ["支出总计: 待填  # 上年 465.58万元", "支出总计: 480.08万元"],
  ["基本支出: 待填  # 上年 391.78万元", "基本支出: 396.28万元"],
  ["项目支出: 待填  # 上年 73.80万元", "项目支出: 83.80万元"],
  ["  截至: 待填", "  截至: 2024年12月31日"],
  ["  拟购置内容: 待填", "  拟购置内容: 打印机、办公台、档案柜"],
  ["  收入总计: 待填", "  收入总计: 在职人员正常晋级晋档，话务服务改为购买服务，新增政务服务热线话务服务项目"],
  ["  支出总计: 待填", "  支出总计: 同收入总计"],
  ["  三公经费: 待填", "  三公经费: 公务接待费用减少【公务接待费增减额】"],
  ["  公务接待费: 待填", "  公务接待费: 厉行节约，压减接待批次和人数"],
];

/** Puts 连州's files of three years into a folder, the last rolled forward from 2024's and filled in; their paths, the oldest first. */
export async function putThreeYears(folder: string): Promise<string[]> {
  const [last, now, next] = ["lianzhou-2023.yaml", "lianzhou.yaml", "lianzhou-2025.yaml"].map((name) => join(folder, name)) as [string, string, string];
  putLastYear(folder);
  copyFileSync(LIANZHOU, now);
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  const exit = await main(["roll-forward", now, "--keep-amounts"], { out: print, error: print, colour: false, env: {} });
  if (exit !== 0) throw new Error(said.join("\n"));
  writeFileSync(next, TYPED.reduce(typed, readFileSync(next, "utf8")));
  return [last, now, next];
}

function typed(text: string, [before, after]: readonly [string, string]): string {
  if (!text.includes(before)) throw new Error(`the rolled-forward file has no “${before.trim()}”`);
  return text.replace(before, () => after);
}
