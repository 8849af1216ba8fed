import type { Span } from "../base/span.ts";
import type { StatedAmount } from "./stated.ts";
import type { Text } from "./text.ts";

/** 同口径调整: last year's amount as this year's scope would have it, and why it is another than was published. */
export interface Adjustment {
  readonly amount: StatedAmount;
  readonly reason: Text;
  readonly span: Span;
}

/** 科目对照 of one 科目 of last year: to which 科目 of this year its money belongs. */
export interface CategoryMapping {
  /** Seven digits of a 功能科目, or five of an 经济科目. */
  readonly code: string;
  /** Tried in order; the first that the money is of. */
  readonly targets: readonly CategoryTarget[];
  readonly span: Span;
}

export interface CategoryTarget {
  /** A 支出性质, the code of an 经济科目 or the name of a 项目 of last year; absent where all money goes there. */
  readonly of?: string;
  /** The code of this year. */
  readonly to: string;
  readonly span: Span;
}

interface Adjusted {
  readonly adjustments: ReadonlyMap<string, Adjustment>;
}

/** A figure that may be made of others. */
interface Whole {
  readonly parts: readonly string[];
}

/** The adjustments that a figure's amount of last year rests on: its own, else those of its parts. */
export function adjustmentsIn(name: string, budget: Adjusted, figures: ReadonlyMap<string, Whole>): Adjustment[] {
  if (budget.adjustments.size === 0) return [];
  const own = budget.adjustments.get(name);
  return own === undefined ? (figures.get(name)?.parts ?? []).flatMap((part) => adjustmentsIn(part, budget, figures)) : [own];
}
