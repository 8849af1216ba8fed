import type { AmountUnit, Exact, Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { Selection } from "./selection.ts";
import type { StatedAmount } from "./stated.ts";

/** How a standard defines a figure: the sum of facts under a selection, of other amounts by name, or of a field of a 明细. */
export type FigureSpec = FactFigureSpec | SumFigureSpec | ItemsFigureSpec;

interface FigureSpecBase {
  readonly name: string;
  /** Figures that this one is made of; their changes may offset each other in it. */
  readonly parts: readonly string[];
  /** 说明: what an officer is told of it. */
  readonly about?: string;
  readonly span: Span;
}

export interface FactFigureSpec extends FigureSpecBase {
  readonly kind: "facts";
  readonly where: Selection;
}

export interface SumFigureSpec extends FigureSpecBase {
  readonly kind: "sum";
  readonly of: readonly string[];
}

/** The sum of one field over the items of a 明细 whose other fields have the values of `where`. */
export interface ItemsFigureSpec extends FigureSpecBase {
  readonly kind: "items";
  readonly items: string;
  readonly field: string;
  readonly where: ReadonlyMap<string, string>;
}

/** 合计 of stated quantities: 在职人员 and 离退休人员. */
export interface QuantitySumSpec {
  readonly name: string;
  readonly of: readonly string[];
  readonly span: Span;
}

/** 数: an amount by name, exact, with the facts or the statement that it comes from. */
export interface Figure {
  readonly name: string;
  /** 元, exact. */
  readonly amount: Money;
  readonly facts: readonly ExpenditureFact[];
  readonly stated?: StatedAmount;
  readonly parts: readonly string[];
}

/** Judged on displayed amounts, as a reader with the page would. 均为零: both years display 0. */
export const CHANGE_KINDS = ["增加", "减少", "持平", "基数为零", "均为零"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * What a form may word of its own beside the kinds. 微增, 微减: an 增加 or 减少 whose rate rounds to 0%, where 增长0% would
 * take back what stands before it. 零基减少: below 0 from a base of 0, which 基数为零 would word as more.
 */
export const FINER_KINDS = ["微增", "微减", "零基减少"] as const;
export type WordedKind = ChangeKind | (typeof FINER_KINDS)[number];

/** 增减: how a displayed amount differs from last year's displayed amount, in the unit of display. */
export interface Change {
  readonly kind: ChangeKind;
  /** The unit of display, in which the amounts below are. */
  readonly unit: AmountUnit;
  readonly current: Exact;
  readonly base: Exact;
  /** The absolute difference of the two displayed amounts. */
  readonly difference: Exact;
  /** The difference as a percentage of the displayed base; absent where that is 0 (不可比). */
  readonly rate?: Exact;
}
