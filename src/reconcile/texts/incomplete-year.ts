import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

/** 202 年, 20244年, 二〇二年: a year of this century with a digit too few or too many. */
const INCOMPLETE = /(?<![\d.,])20(?:[1-4]|[0-4]\d{2})\s{0,2}年|(?<![零〇○一二三四五六七八九十百千])二[零〇○][零〇○一二三四五六七八九]年/g;

export function incompleteYear(given: Reconciled): Diagnostic[] {
  const { year } = given.budget;
  return matchesIn(passagesOf(given), INCOMPLETE).map(({ match: [written], place }) =>
    error("incomplete-year", `“${written}”不是四位的年份`, place, { hint: `写全，例如 ${year} 年`, confirmable: true }),
  );
}
