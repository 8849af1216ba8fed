import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

/** Region, date of birth, number, check digit (GB 11643-1999). */
const NUMBER = /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";

/** An identity card's number, by its check digit. */
export function identityNumber(given: Reconciled): Diagnostic[] {
  return matchesIn(passagesOf(given), NUMBER).flatMap(({ passage, match: [written], place }) => {
    if (!isIdentityNumber(written)) return [];
    return [
      error("identity-number", `${passage.what}里的“${written.slice(0, 6)}…”像是公民身份号码，不能公开`, place, {
        hint: "删掉身份证号码",
        confirmable: true,
      }),
    ];
  });
}

export function isIdentityNumber(digits: string): boolean {
  const total = WEIGHTS.reduce((so, weight, index) => so + weight * Number(digits[index]), 0);
  return CHECK_DIGITS[total % 11] === digits[17]?.toUpperCase();
}
