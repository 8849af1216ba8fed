import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds } from "./passages.ts";
import { directionOf, oncePerReason, reasonsOf } from "./reasons.ts";

/** A figure that rose with a reason that speaks of less alone, or the other way round. */
export function reasonDirection(given: Reconciled): Diagnostic[] {
  const { 增加的说法: more, 减少的说法: less, 另有缘故: otherwise } = given.standard.wording.words;
  const found = reasonsOf(given).flatMap(({ title, passage, change }) => {
    const direction = directionOf(change);
    const opposite = direction === "增加" ? less : more;
    const agreeing = direction === "增加" ? more : less;
    const { words } = passage;
    const [found] = direction === undefined ? [] : words.matchAll(opposite);
    if (found === undefined || holds(words, agreeing) || holds(words, otherwise)) return [];
    return [
      warning(
        "reason-direction",
        `“${title}”比上年${direction}了，原因里只说“${found[0]}”，是不是写反了，或者抄了别项的原因？`,
        passage.place(found.index, found.index + found[0].length),
        { hint: "写使这一项增减的原因；有增有减的，两面都写" },
      ),
    ];
  });
  return oncePerReason(found);
}
