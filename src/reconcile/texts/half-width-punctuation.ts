import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** A half-width mark between Chinese characters, or a bracket at one. */
const HALF_WIDTH = /(?<=[\u4e00-\u9fff”》）])[,;:?!.](?=[\u4e00-\u9fff“《（]|$)|(?<=[\u4e00-\u9fff])[()]|[()](?=[\u4e00-\u9fff])/g;

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）" };

/** Half-width marks in Chinese, told once for each text. */
export function halfWidthPunctuation(given: Reconciled): Diagnostic[] {
  const told = new Set<object>();
  return passagesOf(given).flatMap((passage) => {
    const { first, count } = marksIn(passage);
    if (first === undefined || told.has(passage.value)) return [];
    told.add(passage.value);
    const mark = passage.words[first] ?? "";
    const number = count === 1 ? "" : `（这段里共 ${count} 处）`;
    return [
      note("half-width-punctuation", `${passage.what}里有半角标点“${mark}”${number}`, passage.place(first, first + 1), {
        hint: `中文里用全角的“${FULL_WIDTH[mark]}”；budgetgen fmt 不改文字，要自己改`,
      }),
    ];
  });
}

/** The first of the marks in a text, and how many there are. */
function marksIn({ words }: Passage): { readonly first: number | undefined; readonly count: number } {
  let first: number | undefined;
  let count = 0;
  if (words.search(HALF_WIDTH) >= 0) {
    for (const { index } of words.matchAll(HALF_WIDTH)) {
      first ??= index;
      count += 1;
    }
  }
  return { first, count };
}
