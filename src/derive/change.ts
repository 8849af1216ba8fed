import { type AmountFormat, displayed, type Exact, type Money, percentage } from "../base/money.ts";
import type { Change, ChangeKind } from "../model/figure.ts";
import type { WordFormat } from "../model/standard.ts";

/**
 * How an amount (元) differs from last year's (元), both as displayed. The base is last year's
 * displayed amount, never this year's; where it is 0 there is no rate (基数为0，不可比). Of a base below 0 the direction is
 * that of the number line, and the rate is of its absolute value: −5 to −3 is 增加2, 40%.
 */
export function deriveChange(current: Money, lastYear: Money, format: AmountFormat, rateDecimals: number): Change {
  const now = displayed(current, format);
  const base = displayed(lastYear, format);
  const difference = now.minus(base);
  const rate = percentage(difference.abs(), base, rateDecimals);
  return { kind: kindOf(difference, base), unit: format.unit, current: now, base, difference: difference.abs(), ...(rate && { rate }) };
}

/** How any two amounts (元) compare as displayed in a format. */
export function compare(current: Money, base: Money, { amount, percentage: rates }: WordFormat): Change {
  return deriveChange(current, base, amount, rates.decimals);
}

function kindOf(difference: Exact, base: Exact): ChangeKind {
  if (base.isZero()) return difference.isZero() ? "均为零" : "基数为零";
  if (difference.isZero()) return "持平";
  return difference.isPositive() ? "增加" : "减少";
}
