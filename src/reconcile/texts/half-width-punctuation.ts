import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { passagesOf } from "./passages.ts";

/** A half-width mark between Chinese characters, or a bracket at one. */
const HALF_WIDTH = /(?<=[\u4e00-\u9fff”》）])[,;:?!.](?=[\u4e00-\u9fff“《（]|$)|(?<=[\u4e00-\u9fff])[()]|[()](?=[\u4e00-\u9fff])/g;

const FULL_WIDTH: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）" };

/** Half-width marks in Chinese, told once for each text. */
export function halfWidthPunctuation(given: Reconciled): Diagnostic[] {
  const told = new Set<object>();
  return passagesOf(given).flatMap((passage) => {
    const [first, ...more] = passage.words.matchAll(HALF_WIDTH);
    if (first === undefined || told.has(passage.value)) return [];
    told.add(passage.value);
    const count = more.length === 0 ? "" : `（这段里共 ${more.length + 1} 处）`;
    return [
      note("half-width-punctuation", `${passage.what}里有半角标点“${first[0]}”${count}`, passage.place(first.index, first.index + 1), {
        hint: `中文里用全角的“${FULL_WIDTH[first[0]]}”；budgetgen fmt 不改文字，要自己改`,
      }),
    ];
  });
}
