import { type AmountUnit, type Exact, formatNumber, inUnit, type Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { CategoryLevel } from "./classification.ts";
import type { Text } from "./text.ts";

/** An amount that somebody states rather than one that is summed: 465.58万元. */
export interface StatedAmount {
  readonly kind: "amount";
  /** 元, exact. */
  readonly amount: Money;
  /** The unit and number of decimals as written: such an amount is known only to that precision. */
  readonly unit: AmountUnit;
  readonly decimals: number;
  /** Whether it has been said that its unit is in doubt: what follows from that is no finding. */
  readonly doubtful?: true;
  readonly span: Span;
}

/** An amount as it is written: 465.58万元. */
export function writtenAmount(stated: StatedAmount): string {
  return writtenLike(stated, inUnit(stated.amount, stated.unit));
}

/** Another amount, in the unit of a stated one, as if it had been written in its place. */
export function writtenLike({ unit, decimals }: Pick<StatedAmount, "unit" | "decimals">, value: Exact): string {
  return formatNumber(value, { decimals, trim: false, separator: true }) + unit;
}

/** A count of things: 1辆, 0平方米. */
export interface StatedQuantity {
  readonly kind: "quantity";
  readonly value: Exact;
  /** 计量单位. */
  readonly measure: string;
  readonly span: Span;
}

/** Words: a date, a list of names, one or more paragraphs. */
export interface StatedText {
  readonly kind: "text";
  readonly paragraphs: readonly Text[];
  /** Whether the author gave a list of items, which a standard may number. */
  readonly list: boolean;
  readonly span: Span;
}

/** One text for each 功能科目 of some level: 一般公共预算 主要用于…. */
export interface StatedTexts {
  readonly kind: "texts";
  readonly byCode: ReadonlyMap<string, Text>;
  readonly span: Span;
}

/** 明细: a list of things that have the same fields, such as what is to be procured. */
export interface StatedItems {
  readonly kind: "items";
  readonly items: readonly Item[];
  readonly span: Span;
}

/** One entry of a 明细. */
export interface Item {
  readonly fields: ReadonlyMap<string, FieldValue>;
  readonly span: Span;
}

export type FieldValue = StatedAmount | StatedQuantity | StatedText;

export type StatedValue = FieldValue | StatedTexts | StatedItems;

/** 金额, 数量, 文字, 明细: what kind of value an input takes; `texts` is 文字 by 类. */
export type InputKind = StatedValue["kind"];

/** What an officer is told of a key: 说明 and 例, where the standard gives them. */
export interface Explained {
  readonly about?: string;
  /** What may stand behind the key. */
  readonly example?: string;
}

/** One key that a budget file may have beyond the common ones, as the standards' inputs.yaml declares it. */
export interface InputSpec extends Explained {
  /** Section and key in the budget file: 国有资产 / 车辆; a section that is itself the input has no other key. */
  readonly section: string;
  readonly key: string;
  /** The name by which templates and 【】 refer to it. */
  readonly name: string;
  readonly kind: InputKind;
  /** 计量单位 of a quantity: 辆. */
  readonly measure?: string;
  /** The words of which a text must be one. */
  readonly values?: readonly string[];
  /** The level of 功能科目 for each of which a text is given. */
  readonly level?: CategoryLevel;
  /** Whether it is stated anew each year, whatever it says: a date of the year, last year's value. */
  readonly yearly?: true;
  /** What each item of a 明细 consists of. */
  readonly items?: ItemsSpec;
}

/** How the items of a 明细 are written: a list of maps, or nested keys that are the first fields (一级指标, 二级指标, 三级指标). */
export interface ItemsSpec {
  readonly fields: readonly FieldSpec[];
  readonly levels: readonly string[];
  /** The field that a value right behind the last level gives. */
  readonly value?: string;
}

export interface FieldSpec extends Explained {
  readonly name: string;
  readonly kind: FieldValue["kind"];
  readonly measure?: string;
  readonly values?: readonly string[];
  /** Whether every item must give it. */
  readonly required?: boolean;
  /** Whether it is stated anew each year, whatever it says. */
  readonly yearly?: true;
  /** Whether it must be the name of one of the file's projects or units, or names a 科目. */
  readonly refersTo?: "项目" | "单位" | "功能科目" | "经济科目";
  /** Whether the amounts of all items add up to the project's money; one item may leave its own out. */
  readonly sharesProject?: boolean;
  /** Whether it is what one thing costs, which may be any amount. */
  readonly price?: boolean;
  /** 数量 and 单价 whose product it is; then it is never typed. */
  readonly product?: readonly [string, string];
}

/** All field names of a 明细, its levels first. */
export function fieldNames({ levels, fields }: ItemsSpec): string[] {
  return [...levels, ...fields.map(({ name }) => name)];
}

/** The words of a stated text, without its figures; empty where it is none. */
export function wordsOf(value: StatedValue | undefined): string {
  if (value?.kind !== "text") return "";
  return value.paragraphs.map(({ runs }) => runs.map((run) => ("text" in run ? run.text : "")).join("")).join("\n");
}
