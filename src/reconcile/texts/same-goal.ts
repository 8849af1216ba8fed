import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { isWord, type Passage, passagesOf } from "./passages.ts";
import { lettersOf } from "./reasons.ts";

/** Shorter texts may be alike by chance: 保障机构正常运转. */
const SHORTEST = 10;

/** The same words under the same key of two projects: 绩效目标, 项目用途, 立项依据. */
export function sameGoal(given: Reconciled): Diagnostic[] {
  const first = new Map<string, Passage>();
  return valuesOf(given).flatMap(([passage, words]): Diagnostic[] => {
    if (words.length < SHORTEST) return [];
    const key = `${passage.key}|${words}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, passage);
    if (earlier?.project === undefined || earlier.project === passage.project) return [];
    const message = `${passage.what}和项目“${earlier.project.name}”的一字不差，是不是抄来没有改？`;
    const severity = isWord(passage.key, given.standard.wording.words.目标栏目) ? "warning" : "note";
    const related = [{ message: `项目“${earlier.project.name}”的在这里`, span: earlier.span }];
    return [{ severity, code: "same-goal", message, span: passage.span, related, hint: "各个项目写自己的内容；确实相同的可以不改" }];
  });
}

/** Every value of the keys that are looked at, with its letters; a value of several paragraphs is one. */
function valuesOf(given: Reconciled): [Passage, string][] {
  const { 目标栏目: goals, 依据栏目: grounds } = given.standard.wording.words;
  const values = new Map<object, [Passage, string]>();
  for (const passage of passagesOf(given)) {
    if (passage.project === undefined || (passage.kind !== "goal" && passage.kind !== "input")) continue;
    if (!isWord(passage.key, goals) && !isWord(passage.key, grounds)) continue;
    const [head, before] = values.get(passage.value) ?? [passage, ""];
    values.set(passage.value, [head, before + lettersOf(passage.words)]);
  }
  return [...values.values()];
}
