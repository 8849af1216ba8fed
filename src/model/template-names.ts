import type { CategoryLevel } from "./classification.ts";
import { OWN_FIGURE } from "./list.ts";
import type { Standard } from "./standard.ts";

/** What a phrase of change may say: the displayed amounts, how they differ, and why; 最小幅度: the least rate that is printed, 0.01%. */
export const CHANGE_WORDS = ["本年数", "上年数", "差额", "幅度", "最小幅度", "原因", "同口径"] as const;
export type ChangeWord = (typeof CHANGE_WORDS)[number];

/** 有, 无: whether a figure displays as something other than 0, a list has members, an input is given. */
export const SOME_FLAGS = ["有", "无"] as const;

/** Flags of figures, as displayed: how it changed, whether its base is 0. */
export const CHANGE_FLAGS = ["增", "减", "平", "基数为零"] as const;

/** Flags of lists. */
export const LIST_FLAGS = ["只有一项"] as const;

/** Lists of names that every template may print beside the standard's own. */
export const LISTS = ["下属单位"] as const;

/** Words that take a name: what they print of it. */
export const HELPERS = [
  "金额",
  "数额",
  "照写",
  "数量",
  "文字",
  "原因",
  "科目名单",
  "名单",
  "个数",
  "定义",
  "占比",
  "上年数",
  "前年数",
  "上年数额",
  "前年数额",
] as const;
export type Helper = (typeof HELPERS)[number];

/** All words that take a name: the compiler's own and the standard's phrases of change. */
export function helperWords(standard: Standard): string[] {
  return [...HELPERS, ...standard.phrases.changes.keys()];
}

/** Where a template stands, as far as it decides which names its helpers may take. */
export interface HelperPlace {
  readonly member?: boolean;
  readonly level?: CategoryLevel;
}

/** For each helper the names that it may take with a standard, argument by argument. */
export function helperArguments(standard: Standard, { member = false, level }: HelperPlace): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const inputs = [...standard.inputs.values()];
  const ofKind = (...kinds: string[]): string[] => inputs.filter((input) => kinds.includes(input.kind)).map(({ name }) => name);
  const defined = [...standard.figures.keys()];
  const own = member ? [OWN_FIGURE] : [];
  const figures = new Set([...defined, ...ofKind("amount"), ...own]);
  const whole = new Set([...defined, ...ofKind("amount")]);
  const selected = new Set([...standard.figures.values()].filter(({ kind }) => kind === "facts").map(({ name }) => name));
  const lists = new Set([...LISTS, ...standard.lists.keys()]);
  const earlier = new Set([...defined, ...own]);
  const byCategory = inputs.filter((input) => input.kind === "texts" && input.level === level).map(({ name }) => name);
  const helpers: Readonly<Record<Helper, readonly ReadonlySet<string>[]>> = {
    金额: [figures],
    数额: [figures],
    照写: [new Set(ofKind("amount"))],
    数量: [new Set([...ofKind("quantity"), ...standard.quantities.keys()])],
    文字: [new Set([...ofKind("text"), ...byCategory])],
    原因: [earlier],
    科目名单: [selected],
    名单: [lists],
    个数: [lists],
    定义: [new Set(standard.terms.flatMap((term) => (term.kind === "fixed" ? [term.term] : [])))],
    占比: [figures, whole],
    上年数: [earlier],
    前年数: [earlier],
    上年数额: [earlier],
    前年数额: [earlier],
  };
  const phrases = [...standard.phrases.changes.keys()].map((name) => [name, [earlier]] as const);
  return new Map<string, readonly ReadonlySet<string>[]>([...Object.entries(helpers), ...phrases]);
}

/** For each name by which a template may branch, its flags. */
export function branchNames(standard: Standard, member: boolean): ReadonlyMap<string, ReadonlySet<string>> {
  const some = new Set<string>(SOME_FLAGS);
  const names = new Map<string, ReadonlySet<string>>();
  for (const input of standard.inputs.keys()) names.set(input, some);
  for (const figure of standard.figures.keys()) names.set(figure, new Set([...SOME_FLAGS, ...CHANGE_FLAGS]));
  for (const list of [...LISTS, ...standard.lists.keys()]) names.set(list, new Set([...SOME_FLAGS, ...LIST_FLAGS]));
  if (member) names.set(OWN_FIGURE, some);
  return names;
}
