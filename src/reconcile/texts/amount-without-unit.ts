import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { exact } from "../../base/money.ts";
import type { Reconciled } from "../reconciled.ts";
import { KnownAmounts } from "./known-amounts.ts";
import { isWord, matchesIn, passagesOf } from "./passages.ts";

const BARE_NUMBER = /(?<![\d.]|\d,)(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})\.(\d{1,2})(?=[，。；、）\n]|$)/g;
const REACH = 6;

/** 安排经费13.80，: a number of 万元 of the budget right behind a word of money, and no unit behind it. */
export function amountWithoutUnit(given: Reconciled): Diagnostic[] {
  const { words } = given.standard.wording;
  const passages = passagesOf(given).filter(({ kind, key }) => kind !== "name" && !isWord(key, words.历年栏目));
  let known: KnownAmounts | undefined;
  return matchesIn(passages, BARE_NUMBER).flatMap(({ passage, match: [written, whole = "", fraction = ""], match, place }) => {
    const before = passage.plain.slice(Math.max(0, (match.index ?? 0) - REACH), match.index);
    if (![...before.matchAll(words.谈钱的词)].some((word) => word.index + word[0].length === before.length)) return [];
    known ??= new KnownAmounts(given.budget, given.derived);
    if (!known.has(exact(`${whole.replaceAll(",", "")}.${fraction}`), "万元", fraction.length)) return [];
    return [warning("amount-without-unit", `“${written}”后面是不是少了“万元”？`, place, { hint: `写成 ${written}万元，最好写成【名称】` })];
  });
}
