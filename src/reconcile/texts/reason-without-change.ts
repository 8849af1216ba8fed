import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { comparedParts, directionOf, isBlank, oncePerReason, reasonsOf, saysUnchanged } from "./reasons.ts";

/** A reason of a figure that neither changed nor has parts that did. */
export function reasonWithoutChange(given: Reconciled): Diagnostic[] {
  const found = reasonsOf(given).flatMap(({ title, passage, figure, change }) => {
    if (figure === undefined || change === undefined || !change.difference.isZero()) return [];
    if (isBlank(passage, given.standard.wording) || saysUnchanged(passage, given.standard.wording)) return [];
    if (comparedParts(figure, given).some(({ name: part }) => directionOf(given.derived.changes.get(part)) !== undefined)) return [];
    return [
      note("reason-without-change", `“${title}”和上年一样，原因是不是去年留下的？`, passage.span, {
        hint: "没有增减的一般不写原因，删掉这一行；核对上年数有没有写错",
      }),
    ];
  });
  return oncePerReason(found);
}
