import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { Wording } from "../../model/wording.ts";
import type { Reconciled } from "../reconciled.ts";
import { clauseAt, holds, isWord, matchesIn, type Passage, passagesOf } from "./passages.ts";

/** A year that is no date (2021年8月, 2021年底), no number of a document and no end of a range (2021-2025年). */
const YEAR = /(?<![\d.〔(（［[—–~至-])(20\d\d)\s{0,2}年(?!\s{0,2}\d{1,2}\s{0,2}月|[底末初]|\s{0,2}[-—–~至])/g;
const ANY_YEAR = /(?<!\d)20\d\d(?!\d)/g;

/** A sentence on the budget that speaks of a year which is neither the budget's nor the last, or that plans for the last. */
export function staleYear(given: Reconciled): Diagnostic[] {
  const { year } = given.budget;
  const { words } = given.standard.wording;
  const passages = passagesOf(given).filter(({ kind, key, words: text }) => kind !== "name" && !isWord(key, words.历年栏目) && text.includes("年"));
  const own = new Map<Passage, boolean>();
  return matchesIn(passages, YEAR).flatMap(({ passage, match, place }) => {
    const found = Number(match[1]);
    if (found === year || !speaksOfBudget(passage, match, found === year - 1, words)) return [];
    // A text that names this year too compares or plans over years.
    const comparing = own.get(passage) ?? [...passage.plain.matchAll(ANY_YEAR)].some(([each]) => Number(each) === year);
    own.set(passage, comparing);
    return comparing ? [] : [doubt(found, year, place)];
  });
}

function speaksOfBudget({ plain }: Passage, match: RegExpMatchArray, last: boolean, words: Wording["words"]): boolean {
  const at = match.index ?? 0;
  const before = plain.slice(Math.max(0, at - 4), at);
  const leads = [...before.matchAll(words.年份前面)].some((word) => word.index + word[0].length === before.length);
  if (!leads && !/(?:^|[，。；、：\n])\s{0,4}$/.test(before)) return false;
  const clause = clauseAt(plain, at);
  return holds(clause, last ? words.计划的词 : words.谈预算的词) && !holds(clause, words.年份后面);
}

function doubt(found: number, year: number, place: Diagnostic["span"]): Diagnostic {
  // Plans reach into years to come; what is left of an old file does not.
  const report = found > year ? note : warning;
  return report("stale-year", `这是 ${year} 年的预算，这里说的是 ${found} 年，是不是往年的文字没有改？`, place, {
    hint: `改成 ${year} 年；确实讲 ${found} 年的不用改`,
  });
}
