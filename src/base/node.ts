import type { Span } from "./span.ts";

/** What stands in a data file, as a tree in which everything has its place. Only three kinds are left after loading. */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: "scalar";
  /** The text as written: 030217 stays 030217. */
  readonly text: string;
  /** Whether it is a `|` block, in which line ends are the author's own. */
  readonly block: boolean;
  readonly span: Span;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly span: Span;
}

/** The value under a key of a map, or nothing. */
export function entryOf(node: Node | undefined, key: string): MapEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

/** The entries of a map; none of anything else. */
export function entriesOf(node: Node | undefined): readonly MapEntry[] {
  return node?.kind === "map" ? node.entries : [];
}

/** The items of a list; none of anything else. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}

/** Nothing, as a text: blanks, and the words by which YAML says so. */
export const NOTHING = /^\s*(?:~|null|Null|NULL)?\s*$/;

/** A scalar that says nothing: `key:` with nothing behind it, or with what YAML means nothing by. */
export function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && NOTHING.test(node.text);
}
