import { join } from "node:path";
import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import { checkStandard } from "../../check/standard/standard.ts";
import { loadClassification } from "../../load/classification.ts";
import { loadStandardFolder, standardParser } from "../../load/standard.ts";
import { findStandards } from "../../load/standard-folders.ts";
import type { TreeCache } from "../../load/yaml/cache.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import { readKeyWords } from "./key-words.ts";
import type { SchemaSources } from "./schema.ts";

/** Where the words on the grammar's keys stand, below the folder of standards. */
const WORDS = join("common", "budget-keys.yaml");

/** The folders from which a schema is made. */
export interface SchemaFolders {
  /** The folder of standards. */
  readonly standards: string;
  /** Folders that the user names, whose standards come before installed ones of the same name. */
  readonly given: readonly string[];
  /** The folder of 科目. */
  readonly classification: string;
  readonly trees: TreeCache;
}

/** Loads all standards, the 科目 of all years and the words on keys. */
export function loadSchemaSources(folders: SchemaFolders): Outcome<SchemaSources> {
  const diagnostics: Diagnostic[] = [];
  const keep = <Value>(outcome: Outcome<Value>): Value | undefined => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };
  const tree = keep(standardParser(folders.trees)(join(folders.standards, WORDS)));
  const words = tree && keep(readKeyWords(tree));
  const standards = allStandards(folders, keep);
  return { ...(words && { value: { standards, words, classifications: allYears(folders.classification) } }), diagnostics };
}

function allStandards({ standards: installed, given, trees }: SchemaFolders, keep: <Value>(outcome: Outcome<Value>) => Value | undefined): Standard[] {
  const byName = new Map<string, Standard>();
  for (const root of new Set([...given, installed])) {
    for (const { name, folder } of keep(findStandards(root, standardParser(trees))) ?? []) {
      if (byName.has(name)) continue;
      const sources = keep(loadStandardFolder(installed, folder, trees));
      const standard = sources && keep(checkStandard(sources, new Set()));
      if (standard) byName.set(name, standard);
    }
  }
  return [...byName.values()];
}

function allYears(folder: string): Classification[] {
  const { first, last } = loadClassification(folder, undefined).covered;
  return Array.from({ length: last - first + 1 }, (_, index) => loadClassification(folder, first + index));
}
