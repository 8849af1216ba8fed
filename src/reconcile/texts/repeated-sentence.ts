import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { lettersOf } from "./reasons.ts";

const SENTENCE = /[^。；！？\n]+/g;

/** Shorter sentences may stand in several paragraphs: 负责信访工作。 */
const SHORTEST = 10;

/** A sentence that stands twice in one text, such as 主要职责 or a 绩效目标. */
export function repeatedSentence(given: Reconciled): Diagnostic[] {
  const first = new Map<object, Map<string, { readonly passage: Passage; readonly start: number; readonly end: number }>>();
  return passagesOf(given).flatMap((passage) => {
    if (passage.kind === "cell" || passage.kind === "name") return [];
    const seen = first.get(passage.value) ?? new Map();
    first.set(passage.value, seen);
    return [...passage.words.matchAll(SENTENCE)].flatMap((match): Diagnostic[] => {
      const words = lettersOf(match[0]);
      const start = match.index + match[0].length - match[0].trimStart().length;
      const here = { passage, start, end: match.index + match[0].length };
      const earlier = seen.get(words);
      if (words.length < SHORTEST) return [];
      if (earlier === undefined) {
        seen.set(words, here);
        return [];
      }
      const related = [{ message: "前一次在这里", span: earlier.passage.place(earlier.start, earlier.end) }];
      return [warning("repeated-sentence", `${passage.what}里同一句话写了两遍`, passage.place(here.start, here.end), { related, hint: "删掉一处" })];
    });
  });
}
