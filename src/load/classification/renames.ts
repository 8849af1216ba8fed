import { readFileSync } from "node:fs";
import type { Rename } from "../../model/classification.ts";
import { yearIn } from "./rows.ts";

/** Reads how names and codes of 科目 changed over the years. */
export function readRenames(path: string): Rename[] {
  const [, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [code = "", old = "", name = "", successors = "", first = "", last = ""] = line.split("\t");
    const earliest = yearIn(first);
    return {
      code,
      old,
      ...(name !== "" && { name }),
      successors: successors === "" ? [] : successors.split(" "),
      ...(earliest !== undefined && { first: earliest }),
      last: Number(last),
    };
  });
}
