import type { Node, ScalarNode } from "../base/node.ts";
import { lineText, type SourceFile, type Span, span } from "../base/span.ts";

/** 已核对: a comment by which an officer says that findings of some codes are right where it stands, and why. */
export interface Confirmation {
  readonly codes: readonly string[];
  /** Why; empty where none is given. */
  readonly reason: string;
  /** What it speaks of: the entry that follows it, or the one on its line; itself where there is none. */
  readonly target: Span;
  /** Whether it stands in a text, of which it is a part like any other words. */
  readonly inText: boolean;
  /** Whether it has a line of its own, above what it speaks of. */
  readonly above: boolean;
  /** The comment itself. */
  readonly span: Span;
}

/** The word with which such a comment begins. */
const WORD = "已核对";
const ABOVE = /^\s*(#\s*已核对)/;
const BEHIND = /\s(#\s*已核对)/;

/** The confirmations of a file, in the order in which they stand. */
export function confirmationsIn(root: Node): readonly Confirmation[] {
  const { file } = root.span;
  if (!file.text.includes(WORD)) return [];
  const parts = partsOf(root);
  const texts = parts.flatMap(({ node }) => (node?.kind === "scalar" ? [node] : []));
  return file.lineStarts.flatMap((start, index) => {
    const comment = commentOn(lineText(file, index + 1), start, file);
    if (comment === undefined) return [];
    const inText = texts.some((text) => holds(text, comment.span.start));
    const target = comment.above ? following(parts, comment.span.end) : onLine(parts, start, comment.span.start);
    return [{ ...comment, inText, target: target ?? comment.span }];
  });
}

type Comment = Omit<Confirmation, "target" | "inText">;

function commentOn(line: string, start: number, file: SourceFile): Comment | undefined {
  const above = ABOVE.exec(line);
  const mark = (above ?? BEHIND.exec(line))?.[1];
  if (mark === undefined) return undefined;
  const from = line.indexOf(mark);
  const words = line.slice(from + mark.length);
  const colon = words.search(/[：:]/);
  const codes = (colon < 0 ? words : words.slice(0, colon)).split(/[、，,\s]/).filter((code) => code !== "");
  const reason = colon < 0 ? "" : words.slice(colon + 1).trim();
  return { codes, reason, span: span(file, start + from, start + line.trimEnd().length), above: above !== null };
}

/** Whether an offset lies within a text, where `#` is a character like any other. */
function holds({ block, span: { file, start, end } }: ScalarNode, offset: number): boolean {
  const from = block ? file.text.indexOf("\n", start) : start;
  return from >= 0 && from < offset && offset < end;
}

/** A key with its value, or an item of a list. */
interface Part {
  readonly place: Span;
  readonly node?: Node;
}

function partsOf(node: Node): Part[] {
  if (node.kind === "scalar") return [];
  const own: Part[] =
    node.kind === "map"
      ? node.entries.map(({ key, value }) => ({ place: span(key.span.file, key.span.start, Math.max(key.span.end, value.span.end)), node: value }))
      : node.items.map((item) => ({ place: item.span, node: item }));
  const inner = node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
  return [...own, ...inner.flatMap(partsOf)];
}

/** The first part behind a place; of several that begin together the widest, so that a comment above a project speaks of all of it. */
function following(parts: readonly Part[], offset: number): Span | undefined {
  const behind = parts.filter(({ place }) => place.start >= offset);
  const first = Math.min(...behind.map(({ place }) => place.start));
  const ends = behind.filter(({ place }) => place.start === first).sort((a, b) => b.place.end - a.place.end);
  return ends[0]?.place;
}

/** The last part that begins on a line before the comment behind it. */
function onLine(parts: readonly Part[], start: number, before: number): Span | undefined {
  const own = parts.filter(({ place }) => place.start >= start && place.start < before);
  return own.sort((a, b) => b.place.start - a.place.start || a.place.end - b.place.end)[0]?.place;
}
