import { type Diagnostic, note } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

/** 反应单位 for 反映单位: slips that budgets are full of. */
export function misspeltWord(given: Reconciled): Diagnostic[] {
  return given.standard.wording.slips.flatMap(({ pattern, wrong, right }) =>
    matchesIn(passagesOf(given), pattern).map(({ match: [written], place }) => {
      const meant = written.replace(wrong, right);
      return note("misspelt-word", `“${written}”是不是应当写“${meant}”？`, place, { hint: `核对后改成“${meant}”` });
    }),
  );
}
