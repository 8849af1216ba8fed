import { formatNumber, inUnit, type Money } from "../../base/money.ts";

/** An amount in a message: in 万元 where that takes no more than two decimals, else to the 分. */
export function shown(amount: Money): string {
  const large = inUnit(amount, "万元");
  const inTenThousands = !amount.isZero() && large.decimalPlaces() <= 2;
  return inTenThousands ? `${formatNumber(large, SHORT)}万元` : `${formatNumber(amount, SHORT)}元`;
}

const SHORT = { decimals: 2, trim: true, separator: true } as const;
