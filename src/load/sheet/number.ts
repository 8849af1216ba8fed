import { exact } from "../../base/money.ts";

/** Digits that a spreadsheet program keeps and shows of a number. */
const SIGNIFICANT = 15;

/**
 * A number of a cell as the program shows it: to 15 significant digits, so that 465.58000000000004 is 465.58, and with
 * at least as many decimals as the cell's format prints: 465.6 under 0.00 is 465.60.
 */
export function numberText(value: number, format = ""): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = exact(value.toPrecision(SIGNIFICANT));
  const decimals = format.includes("%") ? 0 : (/[0#]\.(0+)/.exec(format)?.[1]?.length ?? 0);
  return digits.toFixed(Math.max(decimals, digits.decimalPlaces()));
}
