import { exact, type Money } from "../../base/money.ts";

/** 元 read as 万元, or the other way, within what a year may change beside it. */
const FOLD = { least: exact("3000"), most: exact("30000") };

/** Whether one of two amounts is about ten thousand times the other: 1 where the first is the larger, -1 where it is the smaller. */
export function foldOf(one: Money, other: Money): 1 | -1 | 0 {
  if (one.isZero() || other.isZero()) return 0;
  if (isFold(one, other)) return 1;
  return isFold(other, one) ? -1 : 0;
}

function isFold(large: Money, small: Money): boolean {
  return large.greaterThanOrEqualTo(small.times(FOLD.least)) && large.lessThanOrEqualTo(small.times(FOLD.most));
}
