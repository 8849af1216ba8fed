/** A step from one sequence to another; what stayed is given as both have it. */
export type Step<Before, After = Before> =
  | { readonly kind: "same"; readonly before: Before; readonly after: After }
  | { readonly kind: "gone"; readonly before: Before }
  | { readonly kind: "added"; readonly after: After };

/** More steps than this are not searched for: such a piece is simply another. It bounds time and memory. */
const MOST_STEPS = 1500;

/** The shortest way from one sequence to another by leaving out and putting in (Myers 1986), what goes before what comes. */
export function align<Before, After>(
  before: readonly Before[],
  after: readonly After[],
  same: (before: Before, after: After) => boolean,
): Step<Before, After>[] {
  const shorter = Math.min(before.length, after.length);
  const sameAt = (one: number, other: number): boolean => same(before[one] as Before, after[other] as After);
  let head = 0;
  while (head < shorter && sameAt(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && sameAt(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const middle = { before: before.length - head - tail, after: after.length - head - tail };
  const pairs = search(middle.before, middle.after, (one, other) => sameAt(head + one, head + other));
  const steps: Step<Before, After>[] = [];
  let [one, other] = [0, 0];
  const upTo = (oneEnd: number, otherEnd: number): void => {
    while (one < oneEnd) steps.push({ kind: "gone", before: before[one++] as Before });
    while (other < otherEnd) steps.push({ kind: "added", after: after[other++] as After });
  };
  const kept = [
    ...range(0, head, 0),
    ...pairs.map(([x, y]): Pair => [head + x, head + y]),
    ...range(before.length - tail, before.length, after.length - before.length),
  ];
  for (const [x, y] of kept) {
    upTo(x, y);
    steps.push({ kind: "same", before: before[one++] as Before, after: after[other++] as After });
  }
  upTo(before.length, after.length);
  return steps;
}

type Pair = readonly [before: number, after: number];

function range(from: number, to: number, shift: number): Pair[] {
  return Array.from({ length: to - from }, (_, index) => [from + index, from + index + shift]);
}

/** Indices that are kept, in order; none where the two have too little in common. */
function search(length: number, otherLength: number, sameAt: (one: number, other: number) => boolean): Pair[] {
  const rounds: Round[] = [];
  const most = Math.min(length + otherLength, MOST_STEPS);
  const slide = (x: number, diagonal: number): number => {
    let end = x;
    while (end < length && end - diagonal < otherLength && sameAt(end, end - diagonal)) end += 1;
    return end;
  };
  for (let steps = 0; steps <= most; steps += 1) {
    const round = new Round(steps, rounds.at(-1));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = slide(round.startOf(diagonal), diagonal);
      round.set(diagonal, x);
      if (x >= length && x - diagonal >= otherLength) return walkBack([...rounds, round], length, otherLength);
    }
    rounds.push(round);
  }
  return [];
}

/** How far one comes on each diagonal (index before less index after) with so many steps. */
class Round {
  private readonly steps: number;
  private readonly previous: Round | undefined;
  private readonly reached: Int32Array;

  constructor(steps: number, previous: Round | undefined) {
    this.steps = steps;
    this.previous = previous;
    this.reached = new Int32Array(2 * steps + 1);
  }

  set(diagonal: number, x: number): void {
    this.reached[diagonal + this.steps] = x;
  }

  /** Where one stands on a diagonal before anything that is the same: behind the last step. */
  startOf(diagonal: number): number {
    if (this.previous === undefined) return 0;
    return this.isPutIn(diagonal) ? this.previous.at(diagonal + 1) : this.previous.at(diagonal - 1) + 1;
  }

  /** Whether the last step to a diagonal puts something in rather than leaves it out. */
  isPutIn(diagonal: number): boolean {
    if (this.previous === undefined || diagonal === -this.steps) return diagonal === -this.steps && this.steps > 0;
    return diagonal !== this.steps && this.previous.at(diagonal - 1) < this.previous.at(diagonal + 1);
  }

  private at(diagonal: number): number {
    return this.reached[diagonal + this.steps] ?? 0;
  }
}

function walkBack(rounds: readonly Round[], length: number, otherLength: number): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [length, otherLength];
  for (const round of rounds.toReversed()) {
    const diagonal = x - y;
    for (const start = round.startOf(diagonal); x > start; ) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    if (round.isPutIn(diagonal)) y -= 1;
    else x -= 1;
  }
  return pairs.reverse();
}
