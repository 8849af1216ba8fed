import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Wording } from "../../model/wording.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds } from "./passages.ts";
import { directionOf, oncePerReason, type Reason, reasonsOf } from "./reasons.ts";

/** A figure that rose with a reason that speaks of less alone, or the other way round. */
export function reasonDirection(given: Reconciled): Diagnostic[] {
  const found = reasonsOf(given).flatMap((reason) => {
    const { title, passage } = reason;
    const found = contradicts(reason, given.standard.wording);
    if (found === undefined) return [];
    return [
      warning(
        "reason-direction",
        `“${title}”比上年${directionOf(reason.change)}了，原因里只说“${found[0]}”，是不是写反了，或者抄了别项的原因？`,
        passage.place(found.index, found.index + found[0].length),
        { hint: "写使这一项增减的原因；有增有减的，两面都写" },
      ),
    ];
  });
  return oncePerReason(found);
}

/** The first word of a reason that speaks of nothing but the other direction. */
export function contradicts({ passage: { words }, change }: Reason, wording: Wording): RegExpExecArray | undefined {
  const { 增加的说法: more, 减少的说法: less, 另有缘故: otherwise } = wording.words;
  const direction = directionOf(change);
  const [opposite, agreeing] = direction === "增加" ? [less, more] : [more, less];
  const [found] = direction === undefined ? [] : words.matchAll(opposite);
  return found === undefined || holds(words, agreeing) || holds(words, otherwise) ? undefined : found;
}
