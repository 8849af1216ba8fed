import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds, matchesIn, passagesOf, sentenceAt } from "./passages.ts";

/** 秘密★, 内部资料: marks of what must not be published. A duty to keep secrets is none. */
export function secretWord(given: Reconciled): Diagnostic[] {
  const { 密级标志: marks, 密级的词: words, 保密工作: work } = given.standard.wording.words;
  const passages = passagesOf(given);
  const marked = [...matchesIn(passages, marks)];
  const places = new Set(marked.map(({ place }) => place.start));
  const others = matchesIn(passages, words).filter(({ place }) => !places.has(place.start));
  return [...marked, ...others].flatMap(({ passage, match: [written], match, place }) => {
    // A mark with a star is no word of a sentence.
    const certain = /[★▲]/.test(written) || /^\s{0,2}[★▲]/.test(passage.plain.slice((match.index ?? 0) + written.length));
    if (!certain && holds(sentenceAt(passage.plain, match.index ?? 0).replace(written, ""), work)) return [];
    return [
      error("secret-word", `${passage.what}里有“${written}”，涉密的、内部的内容不能公开`, place, {
        hint: "按保密审查的意见处理；不公开的内容从文件里删掉",
        confirmable: true,
      }),
    ];
  });
}
