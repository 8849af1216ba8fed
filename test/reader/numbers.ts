/** Printed numbers in whole hundredths, and the arithmetic of a reader with pencil and paper. Nothing here is the compiler's. */

/** How a form prints an amount or a percentage: zeros at the end dropped, kept, or dropped only where all decimals are 0. */
export interface Style {
  readonly zeros: "dropped" | "kept" | "whole";
  readonly separator: boolean;
}

/** What one would write for a number of hundredths; a 0 that stands alone is 0 in every form. */
export function written(hundredths: bigint, { zeros, separator }: Style): string {
  if (hundredths === 0n) return "0";
  const size = hundredths < 0n ? -hundredths : hundredths;
  const digits = String(size / 100n);
  const whole = separator ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : digits;
  const decimals = String(size % 100n).padStart(2, "0");
  const shown = zeros === "dropped" ? decimals.replace(/0+$/, "") : zeros === "whole" && decimals === "00" ? "" : decimals;
  return `${hundredths < 0n ? "-" : ""}${whole}${shown === "" ? "" : `.${shown}`}`;
}

/** 1,234.5 → 123450; a cell left blank is 0. Nothing where it is no number. */
export function hundredthsIn(text: string): bigint | undefined {
  if (text.trim() === "") return 0n;
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === "") return undefined;
  const size = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(decimals.padEnd(2, "0"));
  return sign === "" ? size : -size;
}

/** `part` of `whole` in hundredths of a percent, half up. */
export function percentOf(part: bigint, whole: bigint): bigint {
  const [size, base] = [part < 0n ? -part : part, whole < 0n ? -whole : whole];
  return (20_000n * size + base) / (2n * base);
}

/** 分 as hundredths of 万元, half away from zero: what a page prints of it. */
export function printedOf(fen: bigint): bigint {
  const size = fen < 0n ? -fen : fen;
  const rounded = (size + 5_000n) / 10_000n;
  return fen < 0n ? -rounded : rounded;
}
