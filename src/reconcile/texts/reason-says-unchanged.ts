import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { directionOf, oncePerReason, reasonsOf, saysUnchanged } from "./reasons.ts";

/** 与上年持平 as the reason of a figure that did change. */
export function reasonSaysUnchanged(given: Reconciled): Diagnostic[] {
  const found = reasonsOf(given).flatMap(({ title, passage, change }) => {
    const direction = directionOf(change);
    if (direction === undefined || !saysUnchanged(passage, given.standard.wording)) return [];
    return [warning("reason-says-unchanged", `“${title}”比上年${direction}了，原因却说没有变`, passage.span, { hint: "写增减的原因；核对上年数有没有写错" })];
  });
  return oncePerReason(found);
}
