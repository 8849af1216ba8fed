import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** Brackets of either width are one kind: whether they are mixed is another matter. */
const PAIRS: Readonly<Record<string, string>> = { "“": "”", "《": "》", "（": "）", "(": ")", "〔": "〕", "【": "】" };
const CLOSERS: ReadonlyMap<string, string> = new Map(Object.entries(PAIRS).map(([opener, closer]) => [closer, opener]));
const SAME: Readonly<Record<string, string>> = { "(": "（", ")": "）" };
const MARKS = /[“”《》（）()〔〕【】]/g;

/** Nobody nests marks so deep. */
const DEEPEST = 50;

/** 1） and 一) number an item. */
const NUMBER = /(?:^|[，。；、：\s])[\da-zA-Z一二三四五六七八九十]{1,3}$/;

/** A mark of a pair without the other one: “互联网, 办公费）. */
export function unbalancedMarks(given: Reconciled): Diagnostic[] {
  return passagesOf(given).flatMap((passage) => {
    const at = firstUnbalanced(passage);
    if (at === undefined) return [];
    const mark = passage.words[at] ?? "";
    const other = PAIRS[mark] ?? CLOSERS.get(mark) ?? "";
    const side = mark in PAIRS ? "后面少了" : "前面少了";
    return [
      warning("unbalanced-marks", `${passage.what}里的 ${mark} 不成对，${side} ${other}`, passage.place(at, at + 1), {
        hint: `补上 ${other}，或者删掉 ${mark}`,
      }),
    ];
  });
}

function firstUnbalanced({ words }: Passage): number | undefined {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: sign, index } of words.matchAll(MARKS)) {
    const mark = SAME[sign] ?? sign;
    if (open.length > DEEPEST) break;
    if (mark in PAIRS) open.push({ mark, at: index });
    else if (open.at(-1)?.mark === CLOSERS.get(mark)) open.pop();
    else if (mark !== "）" || !NUMBER.test(words.slice(Math.max(0, index - 5), index))) return open[0]?.at ?? index;
  }
  return open[0]?.at;
}
