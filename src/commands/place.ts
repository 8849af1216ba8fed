import { position, type Span } from "../base/span.ts";

/** A range as programs count it: from 1, in characters (code points), the end behind the last one. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function rangeOf({ file, start, end }: Span): Range {
  const last = position(file, end);
  return { ...position(file, start), endLine: last.line, endColumn: last.column };
}

/** 文件:行:列, with lines and columns counted from 1, in characters. */
export function placeOf(span: Span): string {
  const { line, column } = position(span.file, span.start);
  return `${span.file.path}:${line}:${column}`;
}

/** Tabs and control characters as something of a known width; a hostile file cannot steer the terminal. */
export function printable(text: string): string {
  return text.replaceAll("\t", "  ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/gu, "·");
}
