import fc from "fast-check";
import { fen, type PlainBudget, type PlainProject } from "./budget.ts";
import { GOAL, yuan } from "./model.ts";
import { indented, moneyOf } from "./yaml.ts";

/** A budget of 四平 or 随州 with what these forms ask for beside the money. */
export interface PlainFile {
  readonly plain: PlainBudget;
  /** 分 of last year, by figure. */
  readonly lastYear: ReadonlyMap<string, bigint>;
  /** What is procured: its count, and 分 for one. */
  readonly procured: readonly PlainItem[];
}

export interface PlainItem {
  readonly count: bigint;
  readonly price: bigint;
  readonly kind: "货物" | "工程" | "服务";
  readonly firms?: "中小企业" | "小微企业";
}

/** Figures of which the forms print last year's amount; wholes are left to be summed from their parts. */
export const COMPARED = {
  四平: ["收入总计", "因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行维护费", "机关运行经费"],
  随州: [
    ...["财政拨款", "非财政拨款", "支出总计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出", "结转下年"],
    ...["公用经费", "因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行维护费", "政府采购", "资产总额"],
  ],
} as const;

export const itemsArbitrary: fc.Arbitrary<readonly PlainItem[]> = fc.array(
  fc
    .record({
      count: fc.bigInt(0n, 40n),
      price: fc.bigInt(0n, 3_000_000n),
      kind: fc.constantFrom<PlainItem["kind"]>("货物", "工程", "服务"),
      firms: fc.constantFrom<("中小企业" | "小微企业" | undefined)[]>(undefined, "中小企业", "小微企业"),
    })
    .map(({ firms, ...item }) => ({ ...item, ...(firms && { firms }) })),
  { maxLength: 4 },
);

export function filesOf(standard: keyof typeof COMPARED, budgets: fc.Arbitrary<PlainBudget>): fc.Arbitrary<PlainFile> {
  const figures = COMPARED[standard];
  return fc
    .record({
      plain: budgets,
      amounts: fc.array(fc.oneof(fc.constant(0n), fen), { minLength: figures.length, maxLength: figures.length }),
      procured: itemsArbitrary,
    })
    .map(({ plain, amounts, procured }) => ({ plain, procured, lastYear: new Map(figures.map((name, index) => [name, amounts[index] ?? 0n])) }));
}

/** It as the file that an officer would write. */
export function fileText(file: PlainFile): string {
  const { plain, lastYear } = file;
  const [first] = plain.units;
  const money = (unit: number): string[] => moneyOf(plain, unit, projectLines);
  return [
    `标准: ${plain.standard}`,
    `年度: ${plain.year}`,
    "文种: 部门预算",
    "单位:",
    `  名称: ${first?.name}`,
    `  性质: ${first?.nature}`,
    "  编码: 113001",
    "上年数:",
    ...[...lastYear].map(([name, amount]) => `  ${name}: ${yuan(amount)}元`),
    ...money(0),
    ...(plain.units.length > 1 ? ["下属单位:"] : []),
    ...plain.units
      .slice(1)
      .flatMap(({ name, nature }, index) => [`  - 名称: ${name}`, `    性质: ${nature}`, `    编码: 11300${index + 2}`, ...indented(money(index + 1), 4)]),
    "概况:",
    "  主要职责: 承担测试工作。",
    "  机构设置: 内设办公室。",
    ...(plain.standard === "四平" ? sipingLines(file) : suizhouLines(file)),
    "",
  ].join("\n");
}

/** Projects with a goal have indicators too; every other one belongs to 大项. */
function projectLines({ goal, key }: PlainProject, index: number): string[] {
  return [
    "项目类型: 常年性项目",
    "项目用途: 测试",
    ...(index % 2 === 0 ? ["一级项目: 大项"] : []),
    ...(goal ? ["绩效指标:", "  产出指标:", "    数量指标:", "      件数: 10件", ...(key ? ["      次数: 2次"] : [])] : []),
  ];
}

const REASON = "业务需要";

function reasonLines(names: readonly string[]): string[] {
  return ["原因:", ...names.map((name) => `  ${name}: ${REASON}`)];
}

function sipingLines({ plain }: PlainFile): string[] {
  const classes = [...new Set(plain.facts.map(({ functional }) => functional.slice(0, 3)))].sort();
  return [
    ...reasonLines(["收入总计", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费"]),
    "主要用于:",
    ...classes.map((code) => `  ${code}: 测试${code}`),
    "公开:",
    "  封面日期: 二〇二四年二月",
    "人员:",
    "  在职人员: 12人",
    "  离退休人员: 3人",
    "机关运行经费:",
    "  财政拨款预算: 12.34万元",
    "政府采购:",
    "  货物: 20,000",
    "  工程: 0",
    "  服务: 10,000",
    "国有资产:",
    "  截至: 2023年12月31日",
    "  车辆: 1辆",
    ...["单价50万元以上通用设备", "单价100万元以上专用设备", "拟购置50万元以上通用设备", "拟购置100万元以上专用设备"].map((name) => `  ${name}: 0台（套）`),
    "  拟购置车辆: 0辆",
    "  拟购置土地: 0平方米",
    "  拟购置房屋: 0平方米",
  ];
}

function suizhouLines({ procured, lastYear }: PlainFile): string[] {
  return [
    ...reasonLines(["收入总计", "支出总计", "财政拨款", "公用经费", "政府采购", "资产总额"]),
    ...indented(
      ["因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行维护费"].map((name) => `${name}: ${REASON}`),
      2,
    ),
    "前年数:",
    ...[...lastYear.keys()].slice(0, 9).map((name) => `  ${name}: 1万元`),
    "政府采购:",
    ...(procured.length === 0 ? ["  明细: 无"] : ["  明细:"]),
    ...procured.flatMap(({ count, price, kind, firms }, index) => [
      `    - 采购项目: 采购${index + 1}`,
      `      采购类别: ${kind}`,
      `      数量: ${count}`,
      `      单价: ${yuan(price)}元`,
      ...(firms === undefined ? [] : [`      面向企业: ${firms}`]),
    ]),
    "国有资产:",
    "  截至: 2022年12月31日",
    "  流动资产: 12.34万元",
    "  固定资产: 5万元",
    "  其他资产: 0",
    "部门整体绩效:",
    "  填报人: 张某",
    "  联系电话: 12345",
    "  年度工作任务: 测试",
    "  长期目标: 测试",
    `  年度目标: ${GOAL.replace("【项目金额】", "【支出总计】")}`,
    "  长期指标: 无",
    "  年度指标: 无",
  ];
}
