import type { Table } from "./table.ts";
import type { TextTemplate } from "./template.ts";

/** correction.yaml: what a 更正说明 says and how a corrected document is marked; what each means stands beside it there. */
export const CORRECTION_PHRASES = [
  "标记",
  "标题",
  "开头",
  "不知公开日期的开头",
  "序号",
  "位置",
  "项目",
  "更正前",
  "更正后",
  "表的位置",
  "有单位的表的位置",
  "重复的表名",
  "标题之间",
  "封面的位置",
  "行和栏",
  "整行",
  "整张表",
  "段落",
  "标题文字",
  "表注",
  "名词",
  "没有",
  "有",
  "栏与数之间",
  "各栏之间",
  "几栏之间",
  "原因",
  "结尾",
  "落款单位",
  "落款日期",
] as const;
export type CorrectionPhrase = (typeof CORRECTION_PHRASES)[number];

export type CorrectionPhrases = Readonly<Record<CorrectionPhrase, TextTemplate>>;

/** Words that these phrases may use beside those of the document. */
export const CORRECTION_WORDS = [
  "文档标题",
  "公开日期",
  "更正日期",
  "更正原因",
  "更正处数",
  "表号",
  "表名",
  "表的单位",
  "表的对象",
  "行",
  "栏",
  "名词",
] as const;
export type CorrectionWord = (typeof CORRECTION_WORDS)[number];

/** What only the officer knows of a correction. */
export interface CorrectionGiven {
  /** Without a full stop at its end. */
  readonly reason: string;
  /** When it is published: 2024年3月5日. */
  readonly date: string;
  /** When the document was published that is corrected, where that is known. */
  readonly published?: string;
}

/** 更正说明: what was published wrongly and what stands there now, ready to be set. */
export interface CorrectionNote {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly opening: string;
  /** 序号, 位置, 更正的内容, 更正前, 更正后. */
  readonly table: Table;
  readonly closing: readonly string[];
  /** The unit and the date, under each other. */
  readonly signature: { readonly unit: string; readonly date: string };
}
