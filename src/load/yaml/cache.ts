import { existsSync, readFileSync } from "node:fs";
import type { MapEntry, Node, ScalarNode } from "../../base/node.ts";
import { type SourceFile, span } from "../../base/span.ts";

/**
 * Trees of files that were parsed when the package was built, by the whole text of the file. Parsing
 * the standards' thousand lines costs more than all the rest of a build, and they seldom change; a
 * file that did change has another text and is parsed. (A digest would need a library that takes
 * longer to load than the texts.)
 */
export type TreeCache = ReadonlyMap<string, PackedNode>;

/** A tree without its file, as small JSON: [text, block, start, end], or "map" or "list" with start, end and members. */
type PackedNode = readonly [text: string, block: 0 | 1, start: number, end: number] | readonly ["map" | "list", PackedNode[], start: number, end: number];

export function readTreeCache(path: string): TreeCache {
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, PackedNode>));
}

export function packNode(node: Node): PackedNode {
  const { start, end } = node.span;
  if (node.kind === "scalar") return [node.text, node.block ? 1 : 0, start, end];
  if (node.kind === "list") return ["list", node.items.map(packNode), start, end];
  return ["map", node.entries.flatMap(({ key, value }) => [packNode(key), packNode(value)]), start, end];
}

export function unpackNode(packed: PackedNode, file: SourceFile): Node {
  const [head, members, start, end] = packed;
  const place = span(file, start, end);
  if (!Array.isArray(members)) return { kind: "scalar", text: head, block: members === 1, span: place };
  const nodes = members.map((member) => unpackNode(member, file));
  if (head === "list") return { kind: "list", items: nodes, span: place };
  const entries: MapEntry[] = [];
  for (let index = 0; index + 1 < nodes.length; index += 2) entries.push({ key: nodes[index] as ScalarNode, value: nodes[index + 1] as Node });
  return { kind: "map", entries, span: place };
}
