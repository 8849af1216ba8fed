import type { Severity } from "../base/diagnostic.ts";
import type { DocumentKind, UnitLevel } from "./expenditure.ts";

/** The lists of words that wording.yaml fills: what each means stands beside it there. */
export const WORD_LISTS = [
  "增加的说法",
  "减少的说法",
  "不变的说法",
  "另有缘故",
  "空话",
  "新增的说法",
  "取消的说法",
  "增减的套话",
  "金额前面",
  "金额后面",
  "预算外的钱",
  "谈钱的词",
  "谈预算的词",
  "计划的词",
  "年份前面",
  "年份后面",
  "历年栏目",
  "目标栏目",
  "依据栏目",
  "名称尾字",
  "电话栏目",
  "邮箱栏目",
  "电话的词",
  "账号的词",
  "编号的词",
  "密级标志",
  "密级的词",
  "保密工作",
  "决算的说法",
  "决算工作",
  "级别除外",
  "叠字",
] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** wording.yaml: what rules on officers' texts look for, each list of words as one pattern. */
export interface Wording {
  /** A global pattern that finds every word of a list; it matches nothing where the list is empty. */
  readonly words: Readonly<Record<WordList, RegExp>>;
  /** Words that only a unit of that level says of itself. */
  readonly levels: ReadonlyMap<UnitLevel, RegExp>;
  /** Words that only a document of that kind says of itself. */
  readonly kinds: ReadonlyMap<DocumentKind, RegExp>;
  readonly residues: readonly Residue[];
  readonly slips: readonly Slip[];
}

/** 模板残留: what a template leaves where nobody filled it in. */
export interface Residue {
  readonly pattern: RegExp;
  /** An error where it can never be right. */
  readonly severity: Exclude<Severity, "note">;
}

/** 错字: words in which a slip is certain, and what stands in them for what. */
export interface Slip {
  readonly pattern: RegExp;
  readonly wrong: string;
  readonly right: string;
}
