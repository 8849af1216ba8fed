import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Headings } from "../../model/sheet.ts";

/** The words by which columns and rows of a bureau's spreadsheets are known. */
export function loadHeadings(folder: string): Headings {
  const [, ...lines] = readFileSync(join(folder, "headings.tsv"), "utf8").trimEnd().split("\n");
  const words = new Map(
    lines.map((line) => {
      const [meaning = "", all = ""] = line.split("\t");
      return [meaning, all.split(" ")] as const;
    }),
  );
  return (meaning, text) => (words.get(meaning) ?? []).includes(text);
}
