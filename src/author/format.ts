import { error, hasErrors } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { type SourceFile, sourceFile, span } from "../base/span.ts";
import { checkBudget } from "../check/budget/budget.ts";
import { parseYaml } from "../load/yaml/parse.ts";
import type { Classification } from "../model/classification.ts";
import type { Standard } from "../model/standard.ts";
import { type Edit, edited } from "./edits.ts";
import { groupedAmounts } from "./format-amounts.ts";
import { type Facts, sameFacts } from "./format-facts.ts";
import { joinedLines } from "./format-lines.ts";
import { namedCodes } from "./format-names.ts";
import { strippedNumbers } from "./format-numbers.ts";

/** How many things of each kind were put right. */
export type FormatCounts = Readonly<Record<FormatKind, number>>;

export const FORMAT_KINDS = ["names", "amounts", "numbers", "lines", "blanks"] as const;
export type FormatKind = (typeof FORMAT_KINDS)[number];

export interface Formatted {
  readonly text: string;
  readonly counts: FormatCounts;
}

export interface FormatSources {
  readonly standard: Standard;
  readonly classification: Classification;
}

/** Joining lines can bring together what belongs to a further line; this many rounds are more than any text has needed. */
const MOST_ROUNDS = 50;

/**
 * Puts the spelling of a budget file in order by changing small spans of its text, so that nothing else of it can be lost. A file
 * that cannot be read is left as it is, with what was found; so is one of which the facts would not be the same.
 */
export function formatBudget(file: SourceFile, given: FormatSources): Outcome<Formatted> {
  const { value: before, diagnostics } = readFacts(file, given);
  if (before === undefined) return { diagnostics };
  const counts: Record<FormatKind, number> = { names: 0, amounts: 0, numbers: 0, lines: 0, blanks: 0 };
  let facts = before;
  let { text } = file;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = editsOf(facts, text, given);
    if (FORMAT_KINDS.every((kind) => edits[kind].length === 0)) return { value: { text, counts }, diagnostics: [] };
    for (const kind of FORMAT_KINDS) counts[kind] += edits[kind].length;
    text = edited(text, Object.values(edits).flat());
    const { value: after } = readFacts(sourceFile(file.path, text), given);
    if (after === undefined || !sameFacts(before, after)) break;
    facts = after;
  }
  const message = "整理以后读出来的内容与原来不一样，没有改这个文件";
  return { diagnostics: [error("format-unsafe", message, span(file, 0), { hint: "这是程序的错，请把这份文件发给维护者；文件本身可以照常检查、生成" })] };
}

/** What a file says; nothing where it is broken, or a fact of it is needed to read the rest. */
function readFacts(file: SourceFile, { standard, classification }: FormatSources): Outcome<Facts> {
  const { value: root, diagnostics: syntax } = parseYaml(file, { flow: false });
  if (root === undefined || hasErrors(syntax)) return { diagnostics: syntax };
  const { value: budget, diagnostics } = checkBudget(root, standard, classification);
  return budget === undefined ? { diagnostics } : { value: { root, budget, diagnostics }, diagnostics: [] };
}

function editsOf({ root, budget, diagnostics }: Facts, text: string, { standard, classification }: FormatSources): Record<FormatKind, readonly Edit[]> {
  return {
    names: namedCodes(root, standard, classification),
    amounts: groupedAmounts(budget, diagnostics),
    numbers: strippedNumbers(diagnostics),
    lines: joinedLines(root),
    blanks: trimmedLines(text),
  };
}

/** Blanks at the ends of lines; one behind a backslash is written on purpose. */
function trimmedLines(text: string): Edit[] {
  return [...text.matchAll(/(?<![\\ \t])[ \t]+$/gm)].map(({ 0: blanks, index }) => ({ start: index, end: index + blanks.length, text: "" }));
}
