import { type Span, span } from "../../base/span.ts";
import { spellingOf, type Text } from "../../model/text.ts";

/** Where the characters of several texts of one scalar stand, in the order in which they stand there. */
export class Places {
  private readonly texts: readonly Text[];
  private readonly offsets = new Map<Text, Uint32Array | undefined>();

  constructor(texts: readonly Text[]) {
    this.texts = texts;
  }

  /** The place of the characters from `start` to `end` of a text; the whole of its scalar where its spelling there is too different. */
  of(text: Text, start: number, end: number): Span {
    if (this.offsets.size === 0) this.align();
    const offsets = this.offsets.get(text);
    const first = offsets?.[start];
    const last = offsets?.[end - 1];
    return first === undefined || last === undefined ? text.span : span(text.span.file, first, last + 1);
  }

  private align(): void {
    let from = 0;
    for (const text of this.texts) {
      const begin = Math.max(from, text.span.start);
      const offsets = offsetsIn(text, begin);
      this.offsets.set(text, offsets);
      from = (offsets?.at(-1) ?? begin - 1) + 1;
    }
  }
}

/** At how many places where its first character stands a text is looked for. */
const ATTEMPTS = 100;

function offsetsIn(text: Text, from: number): Uint32Array | undefined {
  const spelling = spellingOf(text);
  const beginning = spelling[0];
  const { file, end } = text.span;
  if (beginning === undefined) return undefined;
  let at = file.text.indexOf(beginning, from);
  for (let attempt = 0; attempt < ATTEMPTS && at >= 0 && at < end; attempt += 1) {
    const offsets = follow(spelling, file.text, at, end);
    if (offsets !== undefined) return offsets;
    at = file.text.indexOf(beginning, at + 1);
  }
  return undefined;
}

/** Goes through spelling and source side by side; only blanks, quotes and escapes may differ. */
function follow(spelling: string, source: string, from: number, end: number): Uint32Array | undefined {
  const offsets = new Uint32Array(spelling.length);
  let at = from;
  for (let index = 0; index < spelling.length; ) {
    const wanted = spelling[index] ?? "";
    const found = at < end ? (source[at] ?? "") : "";
    if (wanted === found) {
      offsets[index] = at;
      index += 1;
      at += 1;
    } else if (found !== "" && /[\s'"\\]/.test(found)) at += 1;
    else if (/\s/.test(wanted)) {
      offsets[index] = at;
      index += 1;
    } else return undefined;
  }
  return offsets;
}
