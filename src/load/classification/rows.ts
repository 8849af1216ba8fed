/** Where each code's row begins, by the text: a budget and last year's ask for some hundreds of codes of the same files. */
const indexes = new Map<string, ReadonlyMap<string, number>>();

/** The cells of the row of a code, in a text of lines parted by tabs whose first column is the code; nothing where there is none. */
export function rowOf(text: string, code: string): readonly string[] | undefined {
  const index = indexes.get(text) ?? indexOf(text);
  indexes.set(text, index);
  const start = index.get(code);
  if (start === undefined) return undefined;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).split("\t");
}

/** The first line is the heading; of two rows of one code the first counts. */
function indexOf(text: string): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let start = text.indexOf("\n") + 1; start > 0; start = text.indexOf("\n", start) + 1) {
    const code = text.slice(start, text.indexOf("\t", start));
    if (/^\d+$/.test(code) && !index.has(code)) index.set(code, start);
  }
  return index;
}

/** All codes of such a text. */
export function* codesOf(text: string): Generator<string> {
  for (const [, code = ""] of text.matchAll(/^(\d+)\t/gm)) yield code;
}

/** A cell that holds a year, as a number. */
export function yearIn(cell: string): number | undefined {
  return cell === "" ? undefined : Number(cell);
}
