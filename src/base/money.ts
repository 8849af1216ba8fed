import { Decimal as DecimalBase } from "decimal.js";

/** Exact decimal arithmetic: 40 significant digits hold any national budget to the 分 with room to spare. */
const ExactDecimal = DecimalBase.clone({ precision: 40, rounding: DecimalBase.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });

/** An exact decimal number. */
export type Exact = DecimalBase;

/** An exact amount of money in 元, with up to two decimals (分). */
export type Money = Exact;

/** The units in which amounts are written and printed. */
export const AMOUNT_UNITS = ["元", "万元", "亿元"] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** How an exact number is printed. Rounding is not among it: that is `displayed`. */
export interface NumberFormat {
  readonly decimals: number;
  /** Drop zeros at the end of the decimals: 4.50 prints 4.5, and 2.00 prints 2. `whole` drops them only where all are 0. */
  readonly trim: boolean | "whole";
  /** Thousands separators: 1,169.86. */
  readonly separator: boolean;
  /** What stands for 0; absent where it prints like any other number. */
  readonly zero?: string;
}

/** How an amount is printed: as a number of `unit`. */
export interface AmountFormat extends NumberFormat {
  readonly unit: AmountUnit;
}

/** An exact number from its source text or a whole count; never from a fraction in binary. */
export function exact(value: string | Exact): Exact {
  return new ExactDecimal(value);
}

export const ZERO: Exact = exact("0");

const HUNDRED = exact("100");
const YUAN_PER_UNIT: Readonly<Record<AmountUnit, Exact>> = { 元: exact("1"), 万元: exact("10000"), 亿元: exact("100000000") };
const UNITS_PER_YUAN: Readonly<Record<AmountUnit, Exact>> = { 元: exact("1"), 万元: exact("0.0001"), 亿元: exact("0.00000001") };

export function sum(amounts: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** Rounds half away from zero. Every rounding in the compiler goes through here. */
export function roundHalfUp(value: Exact, decimals: number): Exact {
  const rounded = value.toDecimalPlaces(decimals, DecimalBase.ROUND_HALF_UP);
  return rounded.isZero() ? ZERO : rounded;
}

/** 元 as an exact number of another unit. */
export function inUnit(amount: Money, unit: AmountUnit): Exact {
  return unit === "元" ? amount : amount.times(UNITS_PER_YUAN[unit]);
}

/** A number of some unit as 元. */
export function fromUnit(value: Exact, unit: AmountUnit): Money {
  return unit === "元" ? value : value.times(YUAN_PER_UNIT[unit]);
}

/**
 * The one way from an exact sum (元) to the amount that is displayed: a number of the format's
 * unit, rounded once. Changes, shares and sentences start from what this gives.
 */
export function displayed(amount: Money, format: AmountFormat): Exact {
  // Most cells of a published table are 0.
  if (amount.isZero()) return ZERO;
  return roundHalfUp(inUnit(amount, format.unit), format.decimals);
}

/** Prints a number that is already rounded. */
export function formatNumber(value: Exact, format: NumberFormat): string {
  if (format.zero !== undefined && value.isZero()) return format.zero;
  const short = format.trim === true || (format.trim === "whole" && value.isInteger());
  const fixed = short ? value.toFixed() : value.toFixed(format.decimals);
  if (!format.separator) return fixed;
  const [whole = "", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `part` as a percentage of the absolute value of `base`, rounded; absent where the base is 0. */
export function percentage(part: Exact, base: Exact, decimals: number): Exact | undefined {
  if (base.isZero()) return undefined;
  return roundHalfUp(part.times(HUNDRED).div(base.abs()), decimals);
}
