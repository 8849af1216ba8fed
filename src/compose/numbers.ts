import { ordinal } from "../base/chinese.ts";

/** The first number of a pattern such as 公开01表; in 附表4- the number is the label's own. */
const FIRST_NUMBER = /(?<!\d)0*1(?=[^\d\-－—])/;

/** 表1 from 表, 附表4-1 from 附表4-, 公开01表 from 公开01表: a label with the first number in it is a pattern. */
export function numbered(label: string, number: number): string {
  if (label === "") return "";
  const pattern = FIRST_NUMBER.test(label);
  return pattern ? label.replace(FIRST_NUMBER, (digits) => String(number).padStart(digits.length, "0")) : label + String(number);
}

/** The ordinal of a heading at a level; nothing for what is not counted, or where the standard numbers none. */
export function ordinalAt(patterns: readonly string[], level: number, number: number): string {
  const pattern = patterns[level - 1] ?? "";
  return number === 0 || pattern === "" || pattern === "无" ? "" : ordinal(pattern, number);
}
