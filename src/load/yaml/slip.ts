import type { Diagnostic } from "../../base/diagnostic.ts";
import { type SourceFile, type Span, span } from "../../base/span.ts";
import type { Line } from "./lines.ts";

/** Other text in the place of a piece of a file. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** What is wrong with a line by its look, and how it is put right; without edits where that is not beyond doubt. */
export interface Slip {
  readonly finding: Diagnostic;
  readonly edits: readonly Edit[];
}

/** A piece of a line as a place in the file. */
export function placeIn(line: Line, file: SourceFile, from: number, to: number): Span {
  return span(file, line.start + from, line.start + to);
}
