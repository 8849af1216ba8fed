import type { Node, ScalarNode } from "../base/node.ts";
import { BEGINS_ANEW } from "../load/yaml/scalar-text.ts";
import type { Edit } from "./edits.ts";

/** A line of a `|` block: its words with what stands before them, and where they stand in the file. */
interface Line {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is set in, as the first line of a paragraph is. */
  readonly indented: boolean;
}

/** What joins the lines of every `|` block that were broken in the middle of a sentence, as text from a PDF is. */
export function joinedLines(node: Node): Edit[] {
  if (node.kind === "map") return node.entries.flatMap(({ value }) => joinedLines(value));
  if (node.kind === "scalar") return joinsIn([node]);
  // The items of a list were pasted from one page.
  const texts = node.items.flatMap((item) => (item.kind === "scalar" ? [item] : []));
  return [...joinsIn(texts), ...node.items.flatMap((item) => (item.kind === "scalar" ? [] : joinedLines(item)))];
}

function joinsIn(scalars: readonly ScalarNode[]): Edit[] {
  const texts = scalars.filter(({ block }) => block).map(linesOf);
  const page = pageOf(texts);
  return texts.flatMap((lines) => {
    const wrapped = wrappedAt(lines, page);
    return lines.flatMap((line, index) => {
      const next = lines[index + 1];
      if (next === undefined || !mayContinue(line, next)) return [];
      return wrapped.has(index) || isCertain(line.words, next.words) ? [{ start: line.end, end: next.start, text: "" }] : [];
    });
  });
}

function linesOf({ span: { file, start, end } }: ScalarNode): Line[] {
  const written = file.text.slice(start, end);
  if (!written.startsWith("|")) return [];
  const [header = "", ...rows] = written.split("\n");
  const margin = Math.min(...rows.filter((row) => row.trim() !== "").map((row) => row.length - row.trimStart().length));
  let at = start + header.length + 1;
  return rows.map((row) => {
    const from = at + row.length - row.trimStart().length;
    const line = { words: row.trim(), start: from, end: from + row.trim().length, indented: row.length - row.trimStart().length > margin };
    at += row.length + 1;
    return line;
  });
}

/** A blank line, an indentation, a number or a heading begins something of its own; between two words of letters a blank may be lost. */
function mayContinue(line: Line, next: Line): boolean {
  if (line.words === "" || next.words === "" || next.indented || BEGINS_ANEW.test(next.words)) return false;
  return !(/[\w.,%]$/.test(line.words) && /^\w/.test(next.words));
}

/** A comma before the break, a mark behind it that begins no line, or a bracket that the next line closes. */
function isCertain(words: string, next: string): boolean {
  return /[，、]$/.test(words) || /^[，。、；：？！）》〉”’」』]/.test(next) || closesBracket(words, next);
}

const BRACKETS = ["（）", "“”", "《》", "〔〕"];

function closesBracket(words: string, next: string): boolean {
  return BRACKETS.some(([open = "", close = ""]) => {
    const closing = next.indexOf(close);
    const opening = next.indexOf(open);
    return words.lastIndexOf(open) > words.lastIndexOf(close) && closing >= 0 && (opening < 0 || closing < opening);
  });
}

const ENDS = /[。；：！？…”’）)》】;:!?.]$/;
const ENDS_PARAGRAPH = /[。；！？]$/;

/** Columns of the narrowest page, and by how much the lines of one page may differ. */
const NARROWEST = 40;
const DIFFERENCE = 4;

/** Full lines without an end that show how wide a page was. */
const ENOUGH = 3;

/** The width of the page that texts were pasted from: that of its widest lines, where no other line is left without an end. */
function pageOf(texts: readonly (readonly Line[])[]): number | undefined {
  const width = Math.max(...texts.flat().map(({ words }) => widthOf(words)));
  const unfinished = texts.flatMap((lines) => lines.filter((line, index) => isUnfinished(line, lines[index + 1])));
  const full = unfinished.every(({ words }) => widthOf(words) >= width - DIFFERENCE);
  return full && unfinished.length >= ENOUGH && width >= NARROWEST ? width : undefined;
}

/** Breaks behind full lines that only a line with a full stop ends: on a known page any, else several of one width. */
function wrappedAt(lines: readonly Line[], page: number | undefined): ReadonlySet<number> {
  const breaks = new Set<number>();
  for (let first = 0; first < lines.length; first += 1) {
    const width = page ?? widthOf(lines[first]?.words ?? "");
    let last = first;
    while (isFull(lines[last], lines[last + 1], width)) last += 1;
    const ending = lines[last]?.words ?? "";
    if (last - first >= (page === undefined ? ENOUGH : 1) && ENDS_PARAGRAPH.test(ending) && widthOf(ending) <= width + DIFFERENCE) {
      for (let index = first; index < last; index += 1) breaks.add(index);
      first = last;
    }
  }
  return breaks;
}

/** Whether a line without an end fills the page and another may follow it. */
function isFull(line: Line | undefined, next: Line | undefined, width: number): boolean {
  return line !== undefined && width >= NARROWEST && isUnfinished(line, next) && Math.abs(widthOf(line.words) - width) <= DIFFERENCE;
}

/** Whether a line ends in no mark and something may continue it; lines that begin alike (负责…, 负责…) are items. */
function isUnfinished(line: Line, next: Line | undefined): boolean {
  return next !== undefined && !ENDS.test(line.words) && mayContinue(line, next) && line.words.slice(0, 2) !== next.words.slice(0, 2);
}

/** Columns, of which a Chinese character takes two. */
function widthOf(text: string): number {
  return text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0);
}
