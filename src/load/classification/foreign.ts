import type { ForeignCategory } from "../../model/classification.ts";
import { rowOf } from "./rows.ts";

/** The row of a code, else the nearest one above it, in a text of 科目 that belong to other classifications. */
export function foreignIn(text: string, code: string): ForeignCategory | undefined {
  for (const length of [code.length, 7, 5, 3]) {
    const row = length <= code.length ? rowOf(text, code.slice(0, length)) : undefined;
    const [found = "", name = "", kind = "", instead = ""] = row ?? [];
    if (row !== undefined) return { code: found, name, kind, instead: instead === "" ? [] : instead.split(" ") };
  }
  return undefined;
}
