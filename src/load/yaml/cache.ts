import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { MapEntry, Node, ScalarNode } from "../../base/node.ts";
import { type SourceFile, span } from "../../base/span.ts";

/**
 * Trees of files that were parsed when the package was built, by the whole text of the file. Parsing
 * the standards' thousand lines costs more than all the rest of a build, and they seldom change; a
 * file that did change has another text and is parsed. (A digest would need a library that takes
 * longer to load than the texts.)
 */
export interface TreeCache {
  get(path: string, text: string): PackedNode | undefined;
}

/** A tree without its file, as small JSON: [text, block, start, end], or "map" or "list" with start, end and members. */
type PackedNode = readonly [text: string, block: 0 | 1, start: number, end: number] | readonly ["map" | "list", PackedNode[], start: number, end: number];

/** What a standard's pack.yaml is looked up in: every build reads those of all standards, and the rest of one. */
const PACKS = "packs";

/** Where the trees of a file are kept, given its path below the folder of standards. */
export function treeFileOf(path: string): string {
  const [folder = "", ...rest] = path.split(/[\\/]/);
  return `${rest.join("/") === "pack.yaml" ? PACKS : folder}.json`;
}

/** The trees of a package's standards, of each folder when it is first asked for. */
export function readTreeCache(folder: string, standards: string): TreeCache {
  const read = new Map<string, ReadonlyMap<string, PackedNode>>();
  const treesIn = (file: string): ReadonlyMap<string, PackedNode> => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const path = join(folder, file);
    const trees = new Map(existsSync(path) ? Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, PackedNode>) : []);
    read.set(file, trees);
    return trees;
  };
  return { get: (path, text) => (path.startsWith(standards) ? treesIn(treeFileOf(relative(standards, path))).get(text) : undefined) };
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
