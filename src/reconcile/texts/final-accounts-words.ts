import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds, matchesIn, passagesOf, sentenceAt } from "./passages.ts";

/** 本级财政决算安排 in a budget: a sentence of the final accounts. */
export function finalAccountsWords(given: Reconciled): Diagnostic[] {
  const { 决算的说法: pattern, 决算工作: work } = given.standard.wording.words;
  return matchesIn(passagesOf(given), pattern).flatMap(({ passage, match, place }) => {
    const [written] = match;
    if (holds(sentenceAt(passage.plain, match.index ?? 0), work)) return [];
    return [note("final-accounts-words", `这是预算，文字里说的是“${written}”，是不是从决算里抄来的？`, place, { hint: "改成预算的说法；确实讲决算的不用改" })];
  });
}
