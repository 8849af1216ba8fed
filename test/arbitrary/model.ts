import { exact } from "../../src/base/money.ts";
import { sourceFile, span } from "../../src/base/span.ts";
import type { Budget, ExpenditureFact, Project, Unit } from "../../src/model/budget.ts";
import type { StatedAmount, StatedValue } from "../../src/model/stated.ts";
import type { Text, TextRun } from "../../src/model/text.ts";
import type { PlainBudget } from "./budget.ts";

const FILE = sourceFile("random.yaml", "x".repeat(4_000));
const PLACE = span(FILE, 0, 1);

/** 元 with two decimals, from whole 分. */
export function yuan(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
}

export function statedYuan(fen: bigint): StatedAmount {
  return { kind: "amount", amount: exact(yuan(fen)), unit: "元", decimals: 2, span: PLACE };
}

/** A text in which 【名称】 names a figure. */
export function textOf(words: string): Text {
  const runs = words.split(/(【[^】]*】)/).flatMap((piece): TextRun[] => {
    if (piece === "") return [];
    return piece.startsWith("【") ? [{ figure: piece.slice(1, -1), span: PLACE }] : [{ text: piece }];
  });
  return { runs, span: PLACE };
}

/** The figures whose changes the 清远 sentences word. */
export const CHANGED_FIGURES = ["收入总计", "支出总计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "机关运行经费"] as const;

export const GOAL = "确保工作完成，每年拨付【项目金额】经费。";

/** Stated facts that the 清远 forms ask for; not one of them is an expenditure. */
export const INPUTS: ReadonlyMap<string, StatedValue> = new Map<string, StatedValue>([
  ["主要职责", { kind: "text", paragraphs: [textOf("承担测试工作。")], list: false, span: PLACE }],
  ["机构设置", { kind: "text", paragraphs: [textOf("内设办公室。")], list: false, span: PLACE }],
  ["政府采购货物", statedYuan(2_000_000n)],
  ["政府采购工程", statedYuan(0n)],
  ["政府采购服务", statedYuan(0n)],
  ["资产截止日", { kind: "text", paragraphs: [textOf("2023年12月31日")], list: false, span: PLACE }],
  ["固定资产金额", statedYuan(319_900_000n)],
  ["房屋", { kind: "quantity", value: exact("0"), measure: "平方米", span: PLACE }],
  ["车辆", { kind: "quantity", value: exact("1"), measure: "辆", span: PLACE }],
  ["单价100万元以上设备", { kind: "quantity", value: exact("0"), measure: "台", span: PLACE }],
  ["拟购置固定资产", statedYuan(2_000_000n)],
  ["拟购置内容", { kind: "text", paragraphs: [textOf("打印机、办公台")], list: false, span: PLACE }],
]);

export const REASONS = ["收入总计", "支出总计", "三公经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费", "机关运行经费"];

/** A plain budget as the checked budget that derivation takes. Its facts stand in the same order. */
export function modelOf(plain: PlainBudget, lastYear: ReadonlyMap<string, bigint>, reason = "业务需要"): Budget {
  const units = plain.units.map((unit): Unit => ({ ...unit, span: PLACE }));
  const unitAt = (index: number): Unit => units[index] as Unit;
  const projects = plain.projects.map(
    ({ goal, unit, ...rest }): Project => ({ ...rest, ...(goal && { goal: textOf(GOAL) }), inputs: new Map(), unit: unitAt(unit), span: PLACE }),
  );
  const facts = plain.facts.map(({ fen, unit, project, ...rest }, index): ExpenditureFact => {
    const own = project === undefined ? undefined : projects[project];
    const place = span(FILE, index, index + 1);
    return { ...rest, ...(own && { project: own }), unit: unitAt(unit), amount: exact(yuan(fen)), functionalSpan: place, span: place };
  });
  return {
    year: plain.year,
    documentKind: "部门预算",
    unit: unitAt(0),
    units,
    projects,
    facts,
    approvals: new Map(),
    yearBeforeLast: new Map(),
    definitions: new Map(),
    adjustments: new Map(),
    categoryMappings: [],
    lastYear: new Map([...lastYear].map(([name, fen]) => [name, statedYuan(fen)])),
    reasons: new Map(REASONS.map((name) => [name, textOf(reason)])),
    inputs: INPUTS,
    tableNotes: new Map(),
    places: new Map(),
    unread: { money: false, names: new Set() },
    span: PLACE,
  };
}

/** Last year's amounts that are all the same: for properties that do not look at changes. */
export const LAST_YEAR: ReadonlyMap<string, bigint> = new Map(CHANGED_FIGURES.map((name) => [name, 1_000_000n]));
