import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { Figure } from "../../model/figure.ts";
import type { Text } from "../../model/text.ts";
import type { Reconciled } from "../reconciled.ts";
import { directionOf, lettersOf, oncePerReason, type Reason, reasonsOf, saysUnchanged } from "./reasons.ts";

/** A reason of fewer letters may well be that of several figures. */
const SHORTEST = 6;

/** One reason for figures that moved in opposite directions, or typed again for one that has nothing to do with the first; last year's. */
export function copiedReason(given: Reconciled): Diagnostic[] {
  return [...ofOthers(given), ...oncePerReason(ofLastYear(given))];
}

/** Last year's words left standing. */
function ofLastYear(given: Reconciled): Diagnostic[] {
  const { reasons, lastYearFile } = given.budget;
  return reasonsOf(given).flatMap((reason) => {
    const [own, last] = [reasons.get(reason.name), lastYearFile?.reasons.get(reason.name)].map(writtenLetters);
    if (own === undefined || own !== last || own.length < SHORTEST || saysUnchanged(reason.passage, given.standard.wording)) return [];
    const message = `“${reason.title}”的原因和上年文件里的一字不差，是不是上年的话没有改？`;
    return [note("copied-reason", message, reason.passage.span, { hint: "写今年的原因；今年也是这个原因的，不用改" })];
  });
}

function writtenLetters(text: Text | undefined): string | undefined {
  return text && lettersOf(text.runs.map((run) => ("text" in run ? run.text : run.figure)).join(""));
}

function ofOthers(given: Reconciled): Diagnostic[] {
  const first = new Map<string, Reason>();
  return reasonsOf(given).flatMap((reason) => {
    const words = lettersOf(reason.passage.words);
    const earlier = first.get(words);
    if (words.length < SHORTEST || saysUnchanged(reason.passage, given.standard.wording)) return [];
    if (earlier === undefined) first.set(words, reason);
    return earlier === undefined ? [] : doubt(earlier, reason);
  });
}

function doubt(earlier: Reason, reason: Reason): Diagnostic[] {
  const [one, other] = [directionOf(earlier.change), directionOf(reason.change)];
  const typed = earlier.passage !== reason.passage;
  const place = reason.passage.span;
  const related = typed ? [{ message: `“${earlier.title}”的原因在这里`, span: earlier.passage.span }] : [];
  if (one !== undefined && other !== undefined && one !== other) {
    const message = `“${earlier.title}”${one}了，“${reason.title}”${other}了，写的却是同一个原因，是不是抄错了？`;
    return [warning("copied-reason", message, place, { related, hint: "各写各的原因" })];
  }
  if (!typed || areRelated(earlier.figure, reason.figure)) return [];
  const message = `“${reason.title}”的原因和“${earlier.title}”的一字不差，是不是抄来没有改？`;
  return [note("copied-reason", message, place, { related, hint: `原因确实相同的，写成“同${earlier.title}”` })];
}

/** Whether the money of one figure is among the other's. */
function areRelated(one: Figure | undefined, other: Figure | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.parts.includes(other.name) || other.parts.includes(one.name)) return true;
  const [less, more] = one.facts.length < other.facts.length ? [one, other] : [other, one];
  const facts = new Set<object>(more.facts);
  return less.facts.length > 0 && less.facts.every((fact) => facts.has(fact));
}
