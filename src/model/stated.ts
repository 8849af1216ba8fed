import type { AmountUnit, Exact, Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { Text } from "./text.ts";

/** An amount that somebody states rather than one that is summed: 465.58万元. */
export interface StatedAmount {
  readonly kind: "amount";
  /** 元, exact. */
  readonly amount: Money;
  /** The unit and number of decimals as written: such an amount is known only to that precision. */
  readonly unit: AmountUnit;
  readonly decimals: number;
  readonly span: Span;
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

export type StatedValue = StatedAmount | StatedQuantity | StatedText;

/** 金额, 数量, 文字: what kind of value an input takes. */
export type InputKind = StatedValue["kind"];

/** One key that a budget file may have beyond the common ones, as the standards' inputs.yaml declares it. */
export interface InputSpec {
  /** Section and key in the budget file: 国有资产 / 车辆. */
  readonly section: string;
  readonly key: string;
  /** The name by which templates and 【】 refer to it. */
  readonly name: string;
  readonly kind: InputKind;
  /** 计量单位 of a quantity: 辆. */
  readonly measure?: string;
}
