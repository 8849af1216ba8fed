import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { isIdentityNumber } from "./identity-number.ts";
import { clauseAt, holds, matchesIn, passagesOf } from "./passages.ts";

/** 8 to 30 digits, in groups or not. */
const DIGITS = /(?<![\dA-Za-z.,-])\d{4}(?:[ -]?\d{1,4}){1,7}(?![\dA-Za-z]|[,.]\d|\s{0,2}[万亿]?元)/g;

/** Beginnings of the cards that banks here issue. */
const CARD = /^(?:62|60|4|5[1-5]|9[0-9])\d{14,17}$/;

/** A bank card's number, by its check digit, and an account's behind 账号 or 开户行. */
export function bankAccount(given: Reconciled): Diagnostic[] {
  const { 账号的词: accounts, 编号的词: numbers } = given.standard.wording.words;
  return matchesIn(passagesOf(given), DIGITS).flatMap(({ passage, match, place }) => {
    const digits = match[0].replace(/\D/g, "");
    const clause = clauseAt(passage.plain, match.index ?? 0);
    const named = digits.length >= 8 && holds(clause, accounts);
    const card = CARD.test(digits) && isCardNumber(digits) && !isIdentityNumber(digits) && !holds(clause + passage.key, numbers);
    if (!named && !card) return [];
    return [
      error("bank-account", `${passage.what}里的“${digits.slice(0, 4)}…”像是银行${named ? "账号" : "卡号"}，公开前请确认`, place, {
        hint: "删掉账号；确实是别的编号的，确认一下",
        confirmable: true,
      }),
    ];
  });
}

/** The check digit by Luhn (GB/T 15694.1). */
export function isCardNumber(digits: string): boolean {
  const total = [...digits].reverse().reduce((so, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return so + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}
