import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Passage, passagesOf } from "./passages.ts";

/** A text that is shorter, or that has no full stop anywhere, may be a list or a heading. */
const LONG = 60;

/** A paragraph that breaks off: behind 、 or ，, or without a full stop where it has others. */
export function cutOffSentence(given: Reconciled): Diagnostic[] {
  const told = new Set<object>();
  return passagesOf(given).flatMap((passage) => {
    const { words, kind } = passage;
    if (kind === "cell" || kind === "name" || told.has(passage.value)) return [];
    const broken = /[、，]\s{0,4}$/.test(words.slice(-6));
    if (!broken && !misses(passage)) return [];
    told.add(passage.value);
    const place = passage.place(words.length - 1, words.length);
    const hint = "写完这一句；被换行拆开的一段，接回上一行";
    if (broken) return [warning("cut-off-sentence", `${passage.what}在“${words.trim().at(-1)}”后面断了，没有写完`, place, { hint })];
    return [note("cut-off-sentence", `${passage.what}末尾没有句号，是不是没有写完？`, place, { hint: "写完这一句，补上句号" })];
  });
}

/** The form itself writes the full stop behind a reason and behind what stands inside a sentence of its own. */
function misses({ kind, words }: Passage): boolean {
  if (kind === "reason" || /[。！？；：…”’）》】.!?;:)\s]$/.test(words)) return false;
  const sentences = words.split("。").length;
  return sentences > 2 || (sentences > 1 && words.length > LONG);
}
