import type { Exact, Money } from "../base/money.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { Change } from "./figure.ts";

/** What a part of a change is: an 经济科目, a 支出性质 that has none, a 项目, or a figure that is a part of the figure at hand. */
export type ContributionKind = "category" | "nature" | "project" | "figure";

/** One part of a change. */
export interface Contribution {
  readonly kind: ContributionKind;
  readonly name: string;
  /** 经济科目 款编码 or 项目编码; empty where there is none. */
  readonly code: string;
  /** 元, exact; of a 项目 that is new the base is 0, of one that is gone the current amount. */
  readonly current: Money;
  readonly base: Money;
}

/** Money of two years. */
export interface ComparedMoney {
  /** 元, exact. */
  readonly current: Money;
  readonly base: Money;
  readonly facts: readonly ExpenditureFact[];
  /** Absent where last year is known as an amount alone. */
  readonly lastYearFacts?: readonly ExpenditureFact[];
}

/**
 * 增减构成: what a change is made of, exactly: the contributions and the rest add up to current − base. By 项目 what projects spend,
 * by 经济科目款 everything else.
 */
export interface Decomposition {
  /** What it rests on: the facts of both years; parts of the figure, of which last year's amounts are known; nothing. */
  readonly basis: "facts" | "parts" | "nothing";
  /** 元, exact. */
  readonly current: Money;
  readonly base: Money;
  /** By size, the largest first; of equal ones by code. What did not change is left out. */
  readonly contributions: readonly Contribution[];
  /** 元, exact, with its sign: what the contributions leave of the change. Of what rests on facts only 同口径调整 leaves something. */
  readonly rest: Money;
}

/** A part of a change as displayed. */
export interface DisplayedPart {
  readonly contribution: Contribution;
  readonly change: Change;
}

/** 草稿: a change worded by its largest parts. What it names and what it leaves, less the adjustment, add up to the displayed change. */
export interface ReasonDraft {
  /** Without a final stop; empty where no part is known. */
  readonly words: string;
  /** In the order in which they are worded. */
  readonly named: readonly DisplayedPart[];
  /** 其他: in the unit of display, with its sign. */
  readonly rest: Exact;
  /** 同口径调整: by how much the base is more than last year's file has it, in the unit of display. */
  readonly adjustment: Exact;
}

/** The displayed difference of a change with its sign, in the unit of display. */
export function signedDifference({ current, base }: Change): Exact {
  return current.minus(base);
}
