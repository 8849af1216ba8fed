import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Resources } from "../../compile.ts";
import { findStandard, standardParser } from "../../load/standard.ts";
import { faultOfRoot, findStandards, isFolder, standardFolders } from "../../load/standard-folders.ts";

/** Folders of standards that a command is about, and what is wrong with the folders around them. */
export interface Targets {
  readonly folders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** A word that is neither a standard's name nor a folder with one. */
  readonly fault?: string;
}

/** The folders that names and folders stand for; a folder of several standards stands for each of them. */
export function resolveTargets(words: readonly string[], given: readonly string[], resources: Resources): Targets {
  const folders: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const word of words.length > 0 ? words : given) {
    const target = resolveTarget(word, given, resources);
    folders.push(...target.folders);
    diagnostics.push(...target.diagnostics);
    if (target.fault !== undefined) return target;
  }
  return { folders: [...new Set(folders)], diagnostics };
}

function resolveTarget(word: string, given: readonly string[], { standards, trees }: Resources): Targets {
  if (isFolder(word)) {
    const fault = faultOfRoot(word);
    if (fault !== undefined) return faulty(`${fault.message}；${fault.hint}`);
    return { folders: standardFolders(word), diagnostics: findStandards(word, standardParser(trees)).diagnostics };
  }
  if (/[\\/]/.test(word)) return faulty(`没有文件夹 ${word}`);
  const { value, diagnostics } = findStandard(standards, word, undefined, trees, given);
  if (value !== undefined) return { folders: [value.folder], diagnostics };
  const unknown = diagnostics.find(({ code }) => code === "unknown-standard");
  return unknown === undefined ? { folders: [], diagnostics } : faulty(`${unknown.message}；${unknown.hint ?? ""}`);
}

function faulty(fault: string): Targets {
  return { folders: [], diagnostics: [], fault };
}
