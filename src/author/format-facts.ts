import { leadingNumber } from "../base/chinese.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Node } from "../base/node.ts";
import type { Budget } from "../model/budget.ts";

/** What a file says, as far as formatting must not change it. */
export interface Facts {
  readonly root: Node;
  readonly budget: Budget;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether two files say the same: the same keys and words in the same order, the same amounts, and nothing worse to complain of. */
export function sameFacts(before: Facts, after: Facts): boolean {
  const words = JSON.stringify(wordsIn(before.root)) === JSON.stringify(wordsIn(after.root));
  return words && amountsIn(before.budget) === amountsIn(after.budget) && isNoWorse(before.diagnostics, after.diagnostics);
}

/** The tree without blanks and line ends, separators of thousands, pasted numbers, and names behind codes. */
function wordsIn(node: Node): unknown {
  if (node.kind === "list") return node.items.map(wordsIn);
  if (node.kind === "map") return node.entries.map(({ key, value }) => [/^\d{3,7}(?!\S)/.exec(key.text)?.[0] ?? key.text, wordsIn(value)]);
  const bare = node.text.replace(/\s+/g, "");
  const unnumbered = bare.slice(leadingNumber(bare).length);
  return /^[\d,.]+(?:元|万元|亿元)?$/.test(unnumbered) ? unnumbered.replaceAll(",", "") : unnumbered;
}

/** Keys that say in how many pieces words are, or what could not be read. */
const NOT_FACTS: ReadonlySet<string> = new Set(["runs", "paragraphs", "unread"]);

/** Where something stands, under whatever name. */
function isPlace(value: unknown): boolean {
  return typeof value === "object" && value !== null && "file" in value && "start" in value && "end" in value;
}

/** Everything of a budget but its places and words, as one text. */
function amountsIn(budget: Budget): string {
  const seen = new Map<unknown, number>();
  return JSON.stringify(budget, (key, value: unknown) => {
    if (NOT_FACTS.has(key) || isPlace(value)) return undefined;
    if (value instanceof Map) return [...value];
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    // Units and projects are shared by many facts.
    const number = seen.get(value) ?? seen.size;
    if (seen.has(value)) return number;
    seen.set(value, number);
    return value;
  });
}

function isNoWorse(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const count = (found: readonly Diagnostic[], code: string): number => found.filter((each) => each.code === code).length;
  return after.every(({ code }) => count(after, code) <= count(before, code));
}
