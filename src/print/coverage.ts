import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFonts } from "./fonts.ts";

/** coverage.json: sets of code points, each as numbers in pairs: how many to skip, how many then follow. */
interface Coverage {
  readonly sets: readonly (readonly number[])[];
}

/** Characters of a text that no bundled face has: they would print as empty boxes. */
export function uncoveredCharacters(text: string, directory: string = packageFonts()): string[] {
  const path = join(directory, "coverage.json");
  if (!existsSync(path)) return [];
  const ranges = rangesOf(JSON.parse(readFileSync(path, "utf8")) as Coverage);
  const characters = [...new Set(text)].filter((character) => !/[\s\p{Cf}]/u.test(character));
  return characters.filter((character) => !isCovered(character.codePointAt(0) ?? 0, ranges)).sort();
}

type Range = readonly [first: number, last: number];

function rangesOf({ sets }: Coverage): Range[] {
  return sets.flatMap((set) => {
    const ranges: Range[] = [];
    let at = 0;
    for (let index = 0; index + 1 < set.length; index += 2) {
      const first = at + (set[index] ?? 0);
      at = first + (set[index + 1] ?? 0);
      ranges.push([first, at - 1]);
    }
    return ranges;
  });
}

function isCovered(codePoint: number, ranges: readonly Range[]): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}
