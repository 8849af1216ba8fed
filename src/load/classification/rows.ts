/** The cells of the row of a code, in a text of lines parted by tabs whose first column is the code; nothing where there is none. */
export function rowOf(text: string, code: string): readonly string[] | undefined {
  const start = /^\d+$/.test(code) ? text.indexOf(`\n${code}\t`) + 1 : 0;
  if (start === 0) return undefined;
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).split("\t");
}

/** All codes of such a text. */
export function* codesOf(text: string): Generator<string> {
  for (const [, code = ""] of text.matchAll(/^(\d+)\t/gm)) yield code;
}

/** A cell that holds a year, as a number. */
export function yearIn(cell: string): number | undefined {
  return cell === "" ? undefined : Number(cell);
}
