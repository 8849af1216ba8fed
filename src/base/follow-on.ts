import type { Diagnostic } from "./diagnostic.ts";

/** Findings without those that lie wholly on the place of an earlier error of the same file: what stands there is already complained of. */
export function withoutFollowOns(found: readonly Diagnostic[], earlier: readonly Diagnostic[]): readonly Diagnostic[] {
  const spans = earlier.flatMap(({ severity, span }) => (severity === "error" && span && span.end > span.start ? [span] : []));
  if (spans.length === 0) return found;
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let reach = 0;
  const ends = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  const isCovered = (start: number, end: number): boolean => (ends[countUpTo(starts, start) - 1] ?? -1) >= end;
  return found.filter(({ span }) => span === undefined || span.file !== sorted[0]?.file || !isCovered(span.start, Math.max(span.end, span.start + 1)));
}

/** How many of the rising numbers are not greater than a value. */
function countUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
