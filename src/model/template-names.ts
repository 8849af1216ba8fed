import type { Standard } from "./standard.ts";

/** Words that every template may use beside those of its pack. */
export const DOCUMENT_WORDS = ["年度", "上年", "单位名称", "文种"] as const;
export type DocumentWord = (typeof DOCUMENT_WORDS)[number];

/** What a phrase of change may say: the displayed amounts and how they differ. */
export const CHANGE_WORDS = ["本年数", "上年数", "差额", "幅度"] as const;
export type ChangeWord = (typeof CHANGE_WORDS)[number];

/** 有, 无: whether a figure displays as something other than 0. */
export const FIGURE_FLAGS = ["有", "无"] as const;
export type FigureFlag = (typeof FIGURE_FLAGS)[number];

/** Lists of names that a template may print, with the same flags as figures. */
export const LISTS = ["下属单位"] as const;
export type ListName = (typeof LISTS)[number];

/** Words that take a name: what they print of it. */
export const HELPERS = ["金额", "数额", "照写", "数量", "文字", "原因", "科目名单", "名单", "定义"] as const;
export type Helper = (typeof HELPERS)[number];

/** All words that take a name: the compiler's own and the standard's phrases of change. */
export function helperWords(standard: Standard): string[] {
  return [...HELPERS, ...standard.phrases.changes.keys()];
}

/** For each helper the names that it may take with a standard. */
export function helperArguments(standard: Standard): ReadonlyMap<string, ReadonlySet<string>> {
  const inputs = [...standard.inputs.values()];
  const ofKind = (kind: string): string[] => inputs.filter((input) => input.kind === kind).map(({ name }) => name);
  const figures = new Set([...standard.figures.keys(), ...ofKind("amount")]);
  const selected = new Set([...standard.figures.values()].filter(({ kind }) => kind === "facts").map(({ name }) => name));
  const own: Readonly<Record<Helper, ReadonlySet<string>>> = {
    金额: figures,
    数额: figures,
    照写: new Set(ofKind("amount")),
    数量: new Set(ofKind("quantity")),
    文字: new Set(ofKind("text")),
    原因: new Set(standard.figures.keys()),
    科目名单: selected,
    名单: new Set(LISTS),
    定义: new Set(standard.terms.map(({ term }) => term)),
  };
  const phrases = [...standard.phrases.changes.keys()].map((name) => [name, new Set(standard.figures.keys())] as const);
  return new Map<string, ReadonlySet<string>>([...Object.entries(own), ...phrases]);
}
