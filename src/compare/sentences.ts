import type { SentenceChange } from "../model/difference.ts";
import { pairUp } from "./pairs.ts";
import { likeness } from "./words.ts";
import { alike, type Spelt, type Timeless, type Timelesses } from "./years.ts";

/** A sentence, or a part of one up to a semicolon, with the sign at its end; what stands in brackets or quotation marks is not parted. */
const SENTENCES = /(?:（[^（）]*）|“[^“”]*”|[^。；！？\n])+[。；！？]?|[。；！？\n]/g;

/** The sentences of a paragraph that read otherwise, each with what it was. */
export function sentencesBetween(before: string, after: string, timeless: Timelesses): SentenceChange[] {
  const spelt = (text: string, of: Timeless): Spelt[] => (text.match(SENTENCES) ?? []).map((each) => ({ text: each.trim(), timeless: of(each.trim()) }));
  const matching = { same: alike, likeness: (one: Spelt, other: Spelt) => likeness(one.timeless, other.timeless) };
  return pairUp(spelt(before, timeless.before), spelt(after, timeless.after), matching).flatMap((pair) => {
    if (pair.before && pair.after && alike(pair.before, pair.after)) return [];
    return [{ ...(pair.before && { before: pair.before.text }), ...(pair.after && { after: pair.after.text }) }];
  });
}
