import type { PlainBudget, PlainFact, PlainProject } from "./budget.ts";
import { CHANGED_FIGURES, GOAL, REASONS, yuan } from "./model.ts";

/** A plain budget as the file that an officer would write. */
export function yamlOf(budget: PlainBudget): string {
  const [first] = budget.units;
  return [
    `标准: ${budget.standard}`,
    `年度: ${budget.year}`,
    "文种: 部门预算",
    "单位:",
    `  名称: ${first?.name}`,
    `  性质: ${first?.nature}`,
    "上年数:",
    ...CHANGED_FIGURES.map((name) => `  ${name}: 1万元`),
    ...moneyOf(budget, 0),
    ...(budget.units.length > 1 ? ["下属单位:"] : []),
    ...budget.units.slice(1).flatMap(({ name, nature }, index) => [`  - 名称: ${name}`, `    性质: ${nature}`, ...indented(moneyOf(budget, index + 1), 4)]),
    "原因:",
    ...REASONS.map((name) => `  ${name}: 业务需要`),
    "概况:",
    "  主要职责: 承担测试工作。",
    "  机构设置: 内设办公室。",
    "政府采购:",
    "  货物: 20,000",
    "  工程: 0",
    "  服务: 0",
    "国有资产:",
    "  截至: 2023年12月31日",
    "  固定资产: 3199000.00",
    "  房屋: 0平方米",
    "  车辆: 1辆",
    "  单价100万元以上设备: 0台",
    "  拟购置金额: 20000.00",
    "  拟购置内容: 打印机、办公台",
    "",
  ].join("\n");
}

export function indented(lines: readonly string[], width: number): string[] {
  return lines.map((line) => " ".repeat(width) + line);
}

/** All the money of one unit. */
export function moneyOf(budget: PlainBudget, unit: number, more: (project: PlainProject, index: number) => readonly string[] = () => []): string[] {
  const own = budget.facts.filter((fact) => fact.unit === unit);
  const natures = new Set(own.map(({ nature }) => nature).filter((nature) => nature !== "项目支出"));
  const plain = [...natures].flatMap((nature) => [`${nature}:`, ...indented(grammarOf(own.filter((fact) => fact.nature === nature)), 2)]);
  const projects = budget.projects.flatMap((project, index) => {
    const facts = own.filter((fact) => fact.project === index);
    return facts.length === 0 ? [] : indented(projectOf(project, facts, more(project, index)), 2);
  });
  return projects.length === 0 ? plain : [...plain, "项目支出:", ...projects];
}

function projectOf(project: PlainProject, facts: readonly PlainFact[], more: readonly string[]): string[] {
  const { name, category, key, goal } = project;
  return [
    `- 项目名称: ${name}`,
    ...(category === undefined ? [] : [`  项目类别: ${category}`]),
    `  重点项目: ${key ? "是" : "否"}`,
    ...indented(more, 2),
    "  支出:",
    ...indented(grammarOf(facts), 4),
    ...(goal ? ["  绩效目标: |", `    ${GOAL}`] : []),
  ];
}

/** 功能科目 → 经济科目 → 资金来源 → 金额. */
function grammarOf(facts: readonly PlainFact[]): string[] {
  return grouped(facts, ({ functional }) => functional).flatMap(([functional, own]) => [
    `${functional}:`,
    ...indented(
      grouped(own, ({ economic }) => economic ?? "").flatMap(([economic, inner]) => {
        const amounts = inner.map(({ source, moneyYear, fen }) => `${source}${moneyYear === "本年" ? "" : moneyYear}: ${yuan(fen)}元`);
        return economic === "" ? amounts : [`${economic}:`, ...indented(amounts, 2)];
      }),
      2,
    ),
  ]);
}

function grouped(facts: readonly PlainFact[], keyOf: (fact: PlainFact) => string): [string, PlainFact[]][] {
  const groups = new Map<string, PlainFact[]>();
  for (const fact of facts) groups.set(keyOf(fact), [...(groups.get(keyOf(fact)) ?? []), fact]);
  return [...groups];
}
