import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFonts } from "./font-directory.ts";

/** coverage.json: sets of code points, each as numbers in pairs: how many to skip, how many then follow. */
interface Coverage {
  readonly sets: readonly (readonly number[])[];
}

/** Characters of a text that no bundled face has: they would print as empty boxes. */
export function uncoveredCharacters(text: string, directory: string = packageFonts()): string[] {
  const path = join(directory, "coverage.json");
  if (!existsSync(path)) return [];
  const covered = tableOf(JSON.parse(readFileSync(path, "utf8")) as Coverage);
  const characters = [...new Set(text)].filter((character) => !/[\s\p{Cf}]/u.test(character));
  return characters.filter((character) => covered[character.codePointAt(0) ?? 0] !== 1).sort();
}

const CODE_POINTS = 0x110000;

/** One byte a code point: the ranges are thousands, and every character of a document asks. */
function tableOf({ sets }: Coverage): Uint8Array {
  const covered = new Uint8Array(CODE_POINTS);
  for (const set of sets) {
    let at = 0;
    for (let index = 0; index + 1 < set.length; index += 2) {
      const first = at + (set[index] ?? 0);
      at = first + (set[index + 1] ?? 0);
      covered.fill(1, first, at);
    }
  }
  return covered;
}
