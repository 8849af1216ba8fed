import { align } from "./sequence.ts";

/** What one thing became: there is always at least one of the two. */
export interface Pair<Thing> {
  readonly before?: Thing;
  readonly after?: Thing;
}

/** How two things are held together: what is the same, and how much others are alike (0 to 1). */
export interface Matching<Thing> {
  readonly same: (before: Thing, after: Thing) => boolean;
  readonly likeness: (before: Thing, after: Thing) => number;
}

/** Things less alike than this did not become one another. */
const LEAST_LIKE = 0.35;

/** A gap with more pairs than this is not searched: both sides of it are simply other things. */
const MOST_PAIRS = 4000;

/** Pairs the things of two sequences in order: what is the same, and between that what is most alike. */
export function pairUp<Thing>(before: readonly Thing[], after: readonly Thing[], { same, likeness }: Matching<Thing>): Pair<Thing>[] {
  const pairs: Pair<Thing>[] = [];
  let gap: { before: Thing[]; after: Thing[] } = { before: [], after: [] };
  const close = (): void => {
    pairs.push(...pairsInGap(gap.before, gap.after, likeness));
    gap = { before: [], after: [] };
  };
  for (const step of align(before, after, same)) {
    if (step.kind === "gone") gap.before.push(step.before);
    else if (step.kind === "added") gap.after.push(step.after);
    else {
      close();
      pairs.push({ before: step.before, after: step.after });
    }
  }
  close();
  return pairs;
}

/** The pairs, in order, whose likeness adds up to the most; the others stand alone. */
function pairsInGap<Thing>(before: readonly Thing[], after: readonly Thing[], likeness: Matching<Thing>["likeness"]): Pair<Thing>[] {
  if (before.length * after.length > MOST_PAIRS) return [...before.map((each) => ({ before: each })), ...after.map((each) => ({ after: each }))];
  const like = before.map((one) => after.map((other) => likeness(one, other)));
  const likeAt = (one: number, other: number): number => like[one]?.[other] ?? 0;
  // best[i][j]: the most that can be had of what stands from i and from j on.
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const bestAt = (one: number, other: number): number => best[one]?.[other] ?? 0;
  const paired = (one: number, other: number): number => (likeAt(one, other) < LEAST_LIKE ? -1 : likeAt(one, other) + bestAt(one + 1, other + 1));
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      (best[one] as Float64Array)[other] = Math.max(bestAt(one + 1, other), bestAt(one, other + 1), paired(one, other));
    }
  }
  const pairs: Pair<Thing>[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const both = one < before.length && other < after.length && paired(one, other) >= bestAt(one, other);
    if (both) pairs.push({ before: before[one++] as Thing, after: after[other++] as Thing });
    else if (one < before.length && (other >= after.length || bestAt(one + 1, other) >= bestAt(one, other + 1))) pairs.push({ before: before[one++] as Thing });
    else pairs.push({ after: after[other++] as Thing });
  }
  return pairs;
}
