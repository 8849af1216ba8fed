import { NUMERAL_SIGNS, readChineseNumber } from "../../base/chinese-number.ts";
import { type AmountUnit, type Exact, exact } from "../../base/money.ts";
import type { Wording } from "../../model/wording.ts";
import { clauseAt, holds, isWord, matchesIn, type Passage } from "./passages.ts";

/** An amount of money that an officer typed into a text. */
export interface WrittenAmount {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** In its unit, at the precision written. */
  readonly value: Exact;
  readonly unit: AmountUnit;
  readonly decimals: number;
}

const IN_DIGITS = /(?<![\d.A-Za-z-]|\d,)(\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(?:\.(\d{1,8}))?\s{0,2}(万元|亿元|元|万|亿)/g;
const IN_WORDS = new RegExp(`(?<![${NUMERAL_SIGNS}第])([${NUMERAL_SIGNS}]{2,24})元`, "g");

/** Signs of a sum beside an amount, 22人×60000元, and of what is at least to be reached: ≥50万元. */
const SUM_SIGNS = /[×÷*/＊／xX+＋=＝≥>＞]/;

/** Every amount in a text that should be one of the budget's: what is a price, a limit or other people's money is left out. */
export function amountsIn(passage: Passage, { words }: Wording): WrittenAmount[] {
  if (passage.kind === "name" || isWord(passage.key, words.历年栏目)) return [];
  const inDigits = matchesIn([passage], IN_DIGITS).flatMap(({ match }) => amountInDigits(match, passage));
  const inWords = matchesIn([passage], IN_WORDS).flatMap(({ match }) => amountInWords(match, passage));
  return [...inDigits, ...inWords].filter((amount) => isOwnMoney(amount, words));
}

function amountInDigits(match: RegExpMatchArray, passage: Passage): WrittenAmount[] {
  const [written, digits = "", fraction = "", sign = ""] = match;
  const plain = digits.replace(/[,，]/g, "");
  const value = exact(fraction === "" ? plain : `${plain}.${fraction}`);
  const unit: AmountUnit = sign.startsWith("万") ? "万元" : sign.startsWith("亿") ? "亿元" : "元";
  return [{ ...placeOf(match, written, passage), value, unit, decimals: fraction.length }];
}

/** 十三万八千元 is known to the 元, 十三万元 to the 万元. */
function amountInWords(match: RegExpMatchArray, passage: Passage): WrittenAmount[] {
  const [written, number = ""] = match;
  const value = readChineseNumber(number);
  if (value === undefined) return [];
  const place = placeOf(match, written, passage);
  if (!number.endsWith("万")) return [{ ...place, value, unit: "元", decimals: 0 }];
  const inTenThousands = value.div("10000");
  return [{ ...place, value: inTenThousands, unit: "万元", decimals: inTenThousands.decimalPlaces() }];
}

function placeOf({ index = 0 }: RegExpMatchArray, words: string, passage: Passage): Pick<WrittenAmount, "passage" | "start" | "end" | "words"> {
  return { passage, start: index, end: index + words.length, words: passage.words.slice(index, index + words.length) };
}

const REACH = 10;

function isOwnMoney({ passage: { plain }, start, end, words: written }: WrittenAmount, words: Wording["words"]): boolean {
  const before = clauseAt(plain.slice(Math.max(0, start - REACH), start), REACH).replaceAll("每年", "");
  const after = plain.slice(end, end + 4);
  if (SUM_SIGNS.test(plain[start - 1] ?? "") || SUM_SIGNS.test(after[0] ?? "")) return false;
  if (holds(before, words.金额前面) || after.search(words.金额后面) === 0) return false;
  const clause = clauseAt(plain, start);
  if (holds(clause, words.预算外的钱)) return false;
  // 2万件 and 2万， of people are no money.
  return written.endsWith("元") || (/^(?:[，。；、）)\s]|$)/.test(after) && holds(clause, words.谈钱的词));
}
