import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Text } from "../../model/text.ts";
import type { Reconciled } from "../reconciled.ts";

/** A unit's own note under the table of one fund that speaks of another fund alone: copied from the table before. */
export function reconcileNotes({ budget, standard }: Reconciled): Diagnostic[] {
  const { funds } = standard.accounts;
  return [...budget.tableNotes].flatMap(([title, notes]) => {
    const [own, second] = funds.filter((fund) => title.includes(fund));
    if (own === undefined || second !== undefined) return [];
    return notes.flatMap((note) => {
      const words = wordsIn(note);
      const other = funds.find((fund) => words.includes(fund));
      if (other === undefined || words.includes(own)) return [];
      return [
        warning("note-of-another-fund", `“${title}”的表注说的是“${other}”，这张表是${own}的`, note.span, {
          hint: `把“${other}”改成“${own}”；没有自己的话要说，删掉这一条`,
        }),
      ];
    });
  });
}

function wordsIn({ runs }: Text): string {
  return runs.map((run) => ("text" in run ? run.text : "")).join("");
}
