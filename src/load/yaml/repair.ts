import { type Diagnostic, sortDiagnostics } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/span.ts";
import { linesOf } from "./lines.ts";
import type { Edit } from "./slip.ts";
import { slipsIn } from "./slips.ts";

/** A text to be parsed, and where each of its places stands in the file. */
export interface Reading {
  readonly text: string;
  place(offset: number): number;
}

/** The file as it is. */
export function asWritten(file: SourceFile): Reading {
  return { text: file.text, place: (offset) => offset };
}

/** What was found by the look of lines, and the text with all that is beyond doubt put right. */
export interface Repair {
  readonly found: readonly Diagnostic[];
  readonly reading: Reading;
}

/** Puts right what is beyond doubt, so that the rest of the file can be read and all of its mistakes come in one run. */
export function repaired(file: SourceFile, flow: boolean): Repair {
  const slips = linesOf(file).flatMap((line) => slipsIn(line, file, flow));
  const found = sortDiagnostics(slips.map(({ finding }) => finding));
  return {
    found,
    reading: edited(
      file.text,
      slips.flatMap(({ edits }) => edits),
    ),
  };
}

/** A text with edits, which must not overlap; every place of it leads back to where it was, or to the edit that made it. */
export function edited(text: string, edits: readonly Edit[]): Reading {
  const pieces: string[] = [];
  const starts: number[] = [];
  const origins: { readonly at: number; readonly moves: boolean }[] = [];
  let length = 0;
  const add = (piece: string, at: number, moves: boolean): void => {
    if (piece === "") return;
    pieces.push(piece);
    starts.push(length);
    origins.push({ at, moves });
    length += piece.length;
  };
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.at - b.at)) {
    add(text.slice(done, edit.at), done, true);
    add(edit.text, edit.at, false);
    done = edit.at + edit.length;
  }
  add(text.slice(done), done, true);
  const place = (offset: number): number => {
    if (offset >= length) return text.length;
    const index = lastNotAfter(starts, offset);
    const { at = 0, moves = true } = origins[index] ?? {};
    return moves ? at + offset - (starts[index] ?? 0) : at;
  };
  return { text: pieces.join(""), place };
}

/** The index of the last number that is not greater; the numbers rise. */
function lastNotAfter(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
