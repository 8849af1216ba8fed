import { type Exact, exact } from "./money.ts";

const DIGITS = ["〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"];
const DIGIT = `[${DIGITS.join("")}]`;

/** All signs of which a number in words is made, 点 among them. */
export const NUMERAL_SIGNS = `${DIGITS.join("")}十拾百佰千仟万亿点`;

const NUMBER = /^(?:([^万亿点]+)亿)?(?:([^万亿点]+)万)?([^万亿点]*)(?:点([^万亿点]+)([万亿]*))?$/;
const BELOW_TEN_THOUSAND = new RegExp(`^(?:(${DIGIT})[千仟])?[零〇]?(?:(${DIGIT})[百佰])?[零〇]?(?:(${DIGIT}?)[十拾])?[零〇]?(${DIGIT})?$`);

/** A number in words: 十三万八千 is 138000, 十三点八万 too; nothing where the signs make none. */
export function readChineseNumber(words: string): Exact | undefined {
  const [, hundredMillions, tenThousands, rest = "", fraction, group = ""] = NUMBER.exec(words) ?? [];
  const sections = [hundredMillions, tenThousands, rest].map((section) => (section ? sectionOf(section) : 0));
  const [above, middle, below] = sections;
  const decimals = fraction === undefined ? "0" : decimalsOf(fraction);
  if (above === undefined || middle === undefined || below === undefined || decimals === undefined) return undefined;
  if (!hundredMillions && !tenThousands && rest === "") return undefined;
  const whole = exact(String(above))
    .times("100000000")
    .plus(exact(String(middle)).times("10000"))
    .plus(String(below));
  return [...group].reduce((number, sign) => number.times(sign === "万" ? "10000" : "100000000"), whole.plus(`0.${decimals}`));
}

/** 三千零五 as 3005; 十 alone is one ten. */
function sectionOf(words: string): number | undefined {
  const match = BELOW_TEN_THOUSAND.exec(words);
  if (match === null) return undefined;
  const [, thousands, hundreds, tens, ones] = match;
  const ten = tens === undefined ? 0 : tens === "" ? 1 : digitOf(tens);
  return digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + ten * 10 + digitOf(ones);
}

function digitOf(sign: string | undefined): number {
  return sign === undefined ? 0 : DIGITS.findIndex((signs) => signs.includes(sign));
}

function decimalsOf(signs: string): string | undefined {
  const digits = [...signs].map(digitOf);
  return digits.includes(-1) ? undefined : digits.join("");
}
