import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { type Span, sourceFile, span } from "../base/span.ts";
import { nearest } from "../base/suggest.ts";

/** Files that stand in a standard's folder itself. */
const FILES = [
  "pack.yaml",
  "document.yaml",
  "figures.yaml",
  "inputs.yaml",
  "lists.yaml",
  "phrases.yaml",
  "terms.yaml",
  "definitions.yaml",
  "accounts.yaml",
  "wording.yaml",
  "correction.yaml",
  "page.css",
  "print.css",
  "difference.css",
  "correction.css",
];

/** Folders within it, with how the names of their files end. */
const FOLDERS: Readonly<Record<string, string>> = { tables: ".yaml", forms: ".yaml", sentences: ".hbs" };

/** What editors and systems leave behind, and notes for people: .DS_Store, 01.yaml~, #01.yaml#, README.md. */
const STRAY = /^[.#~]|[~#]$|^readme\b|^(?:thumbs\.db|desktop\.ini)$/i;

/** The files of a standard's folder, as paths within it with / between, in order; and a word on those that were probably meant to be. */
export function filesOf(folder: string): Outcome<readonly string[]> {
  const diagnostics: Diagnostic[] = [];
  const own = namesIn(folder).filter((name) => !STRAY.test(name));
  const files = own.filter((name) => FILES.includes(name));
  for (const name of own) {
    const meant = FILES.includes(name) || !/\.ya?ml$|\.css$/i.test(name) ? undefined : nearest(name, FILES);
    if (meant !== undefined) diagnostics.push(unused(folder, name, `是不是想写“${meant}”？`));
  }
  for (const [inner, ending] of Object.entries(FOLDERS)) {
    for (const name of namesIn(join(folder, inner)).filter((each) => !STRAY.test(each))) {
      if (name.endsWith(ending)) files.push(`${inner}/${name}`);
      else diagnostics.push(unused(folder, `${inner}/${name}`, `${inner} 里的文件名要以 ${ending} 结尾；不用的就删掉`));
    }
  }
  return { value: files.sort(), diagnostics };
}

/** The beginning of a file, for a finding on the file as a whole. */
export function placeOfFile(path: string): Span {
  return span(sourceFile(path, ""), 0);
}

function unused(folder: string, path: string, hint: string): Diagnostic {
  return warning("stray-file", `“${path}”不是标准要用的文件，没有读`, placeOfFile(join(folder, path)), { hint });
}

/** What a folder holds; nothing where there is none or it may not be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
