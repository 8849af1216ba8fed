import { AMOUNT_UNITS, type AmountUnit, exact, fromUnit } from "../../base/money.ts";
import type { SheetCell, SheetRow } from "../../model/sheet.ts";
import type { StatedAmount } from "../../model/stated.ts";

/** Rows at the beginning of a sheet among which its headings stand. */
export const HEADING_ROWS = 30;

/** A heading as it is compared: without blanks, 其中： before it and a unit in brackets behind it. */
export function headingOf(cell: SheetCell | undefined): string {
  return (cell?.text ?? "")
    .replace(/\s/g, "")
    .replace(/^其中[:：]?/, "")
    .replace(/[（(](?:单位[:：])?(?:元|万元|亿元)[)）]$/, "");
}

/** The unit of amounts that a text names: 单位：万元, 收入总计（元）. */
export function unitIn(text: string): AmountUnit | undefined {
  const plain = text.replace(/\s/g, "");
  const word = /单位[:：](元|万元|亿元)/.exec(plain)?.[1] ?? /[（(](元|万元|亿元)[)）]$/.exec(plain)?.[1];
  return AMOUNT_UNITS.find((each) => each === word);
}

export function isBlank(row: SheetRow): boolean {
  return row.cells.every(({ text }) => text === "");
}

/** What is wrong with a cell whose content is needed; nothing where it can be read. */
export function faultOf({ kind, text }: SheetCell): string | undefined {
  if (kind === "error") return `是错误值 ${text}`;
  if (kind === "无结果") return "是公式，文件里没有存它的结果";
  if (kind === "date") return `是日期 ${text}`;
  return undefined;
}

/** What a cell without an amount may hold: nothing, or a dash. */
const NOTHING = /^[-—–－/]*$/;

/** An amount of a cell, known to the decimals that it has; nothing where it has none, "wrong" where it is no amount. */
export function amountIn(cell: SheetCell, unit: AmountUnit): StatedAmount | "wrong" | undefined {
  if (faultOf(cell) !== undefined) return "wrong";
  const text = cell.text.replace(/\s/g, "");
  if (NOTHING.test(text)) return undefined;
  const [, whole, fraction = "", written] = /^[¥￥]?(-?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.(\d+))?(元|万元|亿元)?$/.exec(text) ?? [];
  if (whole === undefined) return "wrong";
  const own = AMOUNT_UNITS.find((each) => each === written) ?? unit;
  const digits = whole.replaceAll(",", "");
  const value = exact(fraction === "" ? digits : `${digits}.${fraction}`);
  return { kind: "amount", amount: fromUnit(value, own), unit: own, decimals: fraction.length, span: cell.span };
}
