import { outlineOf } from "../check/standard/contract-outline.ts";
import type { Resources } from "../compile.ts";
import { loadStandardFolder, standardParser } from "../load/standard.ts";
import { findStandards } from "../load/standard-folders.ts";

/** A standard that a new file may follow. */
export interface StandardChoice {
  readonly name: string;
  /** What it follows. */
  readonly remark: string;
}

/** The standards of the given folders and the installed ones; of two with one name the first is found by it. */
export function standardChoices({ standards, given = [], trees }: Resources): StandardChoice[] {
  const found = new Map<string, StandardChoice>();
  for (const root of [...given, standards]) {
    for (const { name, folder } of findStandards(root, standardParser(trees)).value ?? []) {
      const { value: sources } = loadStandardFolder(standards, folder, trees);
      if (!found.has(name)) found.set(name, { name, remark: sources === undefined ? "" : outlineOf(sources).norm });
    }
  }
  return [...found.values()];
}
