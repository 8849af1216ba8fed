/** A source file as it was read: its path as the user named it, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of each line, in UTF-16 units. */
  readonly lineStarts: readonly number[];
  /** Whether its lines are the rows of a spreadsheet, their cells parted by tabs: a column is then a cell. */
  readonly cells?: true;
}

/** A range of a source file, in UTF-16 offsets, end excluded. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people count: both from 1; a column is a character (code point), not a byte; of a spreadsheet a cell. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function sourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

export function span(file: SourceFile, start: number, end: number = start): Span {
  return { file, start, end: Math.max(start, end) };
}

/** The index in `lineStarts` of the line that holds an offset. */
function lineIndex(file: SourceFile, offset: number): number {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function position(file: SourceFile, offset: number): Position {
  const index = lineIndex(file, offset);
  const before = file.text.slice(file.lineStarts[index] ?? 0, offset);
  return { line: index + 1, column: file.cells ? before.split("\t").length : [...before].length + 1 };
}

/** The text of a line, counted from 1, without its end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length;
  return file.text.slice(start, end).replace(/\r?\n$/, "");
}
