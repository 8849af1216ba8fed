import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

/** 本部门预算 in a 单位预算, or the other way round. */
export function kindWords(given: Reconciled): Diagnostic[] {
  const { budget, standard } = given;
  return [...standard.wording.kinds].flatMap(([kind, pattern]) => {
    if (kind === budget.documentKind) return [];
    return matchesIn(passagesOf(given), pattern).map(({ match: [written], place }) =>
      note("kind-words", `这是${budget.documentKind}，文字里说的是“${written}”，是不是${kind}的文字？`, place, {
        hint: `改成${budget.documentKind}的说法；确实讲${kind}的不用改`,
      }),
    );
  });
}
