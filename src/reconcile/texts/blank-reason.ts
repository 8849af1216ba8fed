import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { directionOf, isBlank, oncePerReason, reasonsOf } from "./reasons.ts";

/** 主要原因是。, 无, /: a change with a reason that says nothing. */
export function blankReason(given: Reconciled): Diagnostic[] {
  const found = reasonsOf(given).flatMap(({ title, passage, change }) => {
    const direction = directionOf(change);
    if (direction === undefined || !isBlank(passage, given.standard.wording)) return [];
    return [error("blank-reason", `“${title}”比上年${direction}了，原因等于没有写`, passage.span, { hint: "写明为什么增减：人员、项目、标准各有什么变化" })];
  });
  return oncePerReason(found);
}
