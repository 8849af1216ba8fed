import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { compileText } from "../derive/support.ts";
import { ROOT } from "../support/compile.ts";

const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");

/** The sections of a budget file, each with its lines, by its key. */
function sectionsOf(text: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const section of text.split(/^(?=[^\s#-])/m)) sections.set(section.split(":")[0] ?? "", section);
  return sections;
}

/** The file in which nothing is wrong, with some sections in place of its own and others added. */
export function withSections(changes: string): string {
  return [...new Map([...sectionsOf(FINE), ...sectionsOf(changes)]).values()].join("");
}

/** What is found in that file, but for reasons and last year's amounts, which are not at issue. */
export function findingsWith(changes: string): Diagnostic[] {
  return compileText(withSections(changes)).diagnostics.filter(({ code }) => code !== "missing-reason");
}

export function codesWith(changes: string): string[] {
  return findingsWith(changes).map(({ severity, code }) => `${severity} ${code}`);
}
