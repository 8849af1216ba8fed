import type { Words } from "../model/difference.ts";
import { align } from "./sequence.ts";
import { alike, type Spelt, type Timeless, type Timelesses } from "./years.ts";

/** A number or a Latin word is one; every other character stands for itself. */
const PIECES = /\d[\d,]*(?:\.\d+)?%?|[A-Za-z]+|./gsu;

function piecesOf(text: string, timeless: Timeless): Spelt[] {
  return (text.match(PIECES) ?? []).map((piece) => ({ text: piece, timeless: timeless(piece) }));
}

/** Kept characters between two changes that nobody reads by themselves: fewer than this are marked with them. */
const LEAST_KEPT = 3;

/** How one wording became another. What only moved on with the year stayed, as the second has it. */
export function wordsBetween(before: string, after: string, timeless: Timelesses): Words[] {
  const steps = align(piecesOf(before, timeless.before), piecesOf(after, timeless.after), alike);
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const kept = step.kind === "same";
    const run = last?.kept === kept ? last : { kept, before: "", after: "", pieces: 0 };
    if (run !== last) runs.push(run);
    run.pieces += 1;
    if (step.kind !== "added") run.before += step.before.text;
    if (step.kind !== "gone") run.after += step.after.text;
  }
  return joined(runs).flatMap(wordsOf);
}

interface Run {
  kept: boolean;
  before: string;
  after: string;
  pieces: number;
}

/** Joins changes that only a few kept characters part. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  runs.forEach((run, index) => {
    const small = run.kept && index > 0 && index < runs.length - 1 && run.pieces < LEAST_KEPT && !/[，。；：、]/.test(run.after);
    const last = result.at(-1);
    if (last !== undefined && !last.kept && (small || !run.kept)) {
      last.before += run.before;
      last.after += run.after;
    } else result.push({ ...run });
  });
  return result;
}

function wordsOf({ kept, before, after }: Run): Words[] {
  if (kept) return [{ kind: "same", text: after, ...(before !== after && { before }) }];
  const gone: Words[] = before === "" ? [] : [{ kind: "gone", text: before }];
  return after === "" ? gone : [...gone, { kind: "added", text: after }];
}

/** How much of two texts is the same, from 0 to 1, whatever the order: enough to say that one became the other. */
export function likeness(before: string, after: string): number {
  const counts = new Map<string, number>();
  const own = pairsOf(before);
  for (const pair of own) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const others = pairsOf(after);
  let common = 0;
  for (const pair of others) {
    const left = counts.get(pair) ?? 0;
    if (left > 0) common += 1;
    counts.set(pair, left - 1);
  }
  return own.length + others.length === 0 ? 1 : (2 * common) / (own.length + others.length);
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.length < 2 ? characters : characters.slice(1).map((character, index) => (characters[index] ?? "") + character);
}
