import type { Node } from "../../base/node.ts";
import type { SourceFile } from "../../base/span.ts";

/** Where the line of an offset begins. */
export function lineStart({ text }: SourceFile, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd({ text }: SourceFile, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** The blanks with which the line of an offset begins. */
export function marginAt(file: SourceFile, offset: number): string {
  const start = lineStart(file, offset);
  return /^[ \t]*/.exec(file.text.slice(start, lineEnd(file, start)))?.[0] ?? "";
}

/** Whether nothing but blanks stands before an offset on its line. */
export function beginsLine(file: SourceFile, offset: number): boolean {
  return file.text.slice(lineStart(file, offset), offset).trim() === "";
}

/** Where the last words of a node end: a `|` block may have blank lines behind them. */
export function contentEnd(node: Node): number {
  if (node.kind === "scalar") return node.span.start + node.span.file.text.slice(node.span.start, node.span.end).trimEnd().length;
  const last = node.kind === "map" ? node.entries.at(-1) : node.items.at(-1);
  if (last === undefined) return node.span.end;
  return "key" in last ? Math.max(last.key.span.end, contentEnd(last.value)) : contentEnd(last);
}

/** Where what belongs to a node ends, with the comments behind it that are set in further than `column`. */
export function regionEnd(node: Node, from: number, column: number): number {
  const { file } = node.span;
  let end = lineEnd(file, Math.max(from, contentEnd(node)));
  for (let next = end + 1; next <= file.text.length; next = lineEnd(file, next) + 1) {
    const line = file.text.slice(next, lineEnd(file, next));
    if (line.trim() === "") continue;
    if (!/^\s*#/.test(line) || line.length - line.trimStart().length <= column) break;
    end = lineEnd(file, next);
  }
  return end;
}

/** Comments between two places that are set in no further than `column`: they speak of more than what they stand in. Each on a line of its own. */
export function marginComments({ text }: SourceFile, start: number, end: number, column: number): string {
  const [, ...lines] = text.slice(start, end).split("\n");
  const kept = lines.filter((line) => /^\s*#/.test(line) && line.length - line.trimStart().length <= column);
  return kept.map((line) => `\n${line}`).join("");
}

/** Where the dash of a list's item stands: before the item, or alone on a line above it. */
export function dashOf(file: SourceFile, start: number): number {
  let at = lineStart(file, start);
  if (/^\s*-\s/.test(file.text.slice(at, start + 1))) return at + marginAt(file, at).length;
  while (at > 0) {
    at = lineStart(file, at - 1);
    const line = file.text.slice(at, lineEnd(file, at));
    if (/^\s*-\s*(?:#.*)?$/.test(line)) return at + marginAt(file, at).length;
    if (!/^\s*(?:#.*)?$/.test(line)) break;
  }
  return start;
}
