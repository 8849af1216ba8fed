const DIGITS = "〇一二三四五六七八九";

/** Chinese numerals of a whole number from 1 to 999: 一, 十, 十一, 二十三, 一百零一, 一百一十. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no numeral for ${value}`);
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return tensAndOnes(rest);
  const restText = rest === 0 ? "" : rest < 10 ? `零${DIGITS[rest]}` : tensAndOnes(rest).replace(/^十/, "一十");
  return `${DIGITS[hundreds]}百${restText}`;
}

function tensAndOnes(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const tensText = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return tensText + (ones === 0 ? "" : DIGITS[ones]);
}

/** 二〇二四: a year digit by digit. */
export function chineseYear(year: number): string {
  return [...String(year)].map((digit) => DIGITS[Number(digit)]).join("");
}

/**
 * An ordinal in the shape of its pattern, which names the numeral by its first member:
 * 一、 gives 三、; （一） gives （三）; 1. gives 3.; 廿一、 gives 三、 and writes 二十一 as 廿一.
 */
export function ordinal(pattern: string, value: number): string {
  if (pattern.includes("廿一")) {
    const text = chineseNumeral(value).replace(/^二十(?=.)/, "廿");
    return pattern.replace("廿一", text);
  }
  if (pattern.includes("一")) return pattern.replace("一", chineseNumeral(value));
  return pattern.replace("1", String(value));
}

const OWN_NUMBER = /^\s*(?:[（(][零一二三四五六七八九十百\d]{1,5}[）)]|[零一二三四五六七八九十百]{1,5}、|\d{1,2}[、.．](?!\d))\s*/;

/** The number that a pasted paragraph begins with: （一）, 一、, 1. ; empty where there is none. */
export function leadingNumber(text: string): string {
  return OWN_NUMBER.exec(text)?.[0] ?? "";
}

const WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f\\u{20000}-\\u{3ffff}“”‘’…—·]";
const BETWEEN_WIDE = new RegExp(`(${WIDE})[ \\t]+(?=${WIDE})`, "gu");

/** Removes the blanks that folding a line leaves between two Chinese characters. */
export function withoutFoldingBlanks(text: string): string {
  return text.replace(BETWEEN_WIDE, "$1");
}
