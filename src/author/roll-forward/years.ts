const CHINESE = "〇一二三四五六七八九";
const ZEROS = "〇○零0Ｏ";
const FULL_WIDTH = "０１２３４５６７８９";

/** A text with every digit as 0 to 9, character by character. */
function plainDigits(text: string): string {
  return text.replace(/[〇○零Ｏ一二三四五六七八九０-９]/g, (sign) => {
    if (ZEROS.includes(sign)) return "0";
    const at = CHINESE.indexOf(sign);
    return String(at >= 0 ? at : FULL_WIDTH.indexOf(sign));
  });
}

/** 年, the end of a span of years (2023—2025年), or the month and day of a date (2023-12-31, 2023.12.31). */
const BEHIND = String.raw`\s*(?:年|[-—–~～至到、和与及]{1,2}\s*\d{4}\s*年|([-./．])\d{1,2}\1\d{1,2}(?!\d))`;

/** Whether a text speaks of one of some years: 2024年, 二〇二四年, ２０２４年, 2024-01-15. */
export function speaksOf(text: string, years: readonly number[]): boolean {
  return new RegExp(`(?<!\\d)(?:${years.join("|")})${BEHIND}`).test(plainDigits(text));
}

/** Where the digits of a year stand that a text names as that of a budget: 2024 年部门预算. */
export function budgetYears(text: string, year: number): { readonly start: number; readonly end: number; readonly text: string }[] {
  const named = new RegExp(`(?<!\\d)${year}(?=\\s*年度?\\s*(?:部门|单位)?预算)`, "g");
  return [...plainDigits(text).matchAll(named)].map(({ index }) => {
    const end = index + String(year).length;
    return { start: index, end, text: inDigitsOf(text.slice(index, end), year + 1) };
  });
}

/** A year in the digits of another: 二〇二四 → 二〇二五. */
export function inDigitsOf(written: string, year: number): string {
  if (/[０-９]/.test(written)) return String(year).replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit);
  if (!/[一二三四五六七八九]/.test(written)) return String(year);
  const zero = [...written].find((sign) => ZEROS.includes(sign)) ?? "〇";
  return String(year).replace(/\d/g, (digit) => (digit === "0" ? zero : (CHINESE[Number(digit)] ?? digit)));
}
