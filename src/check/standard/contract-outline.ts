import { entryOf, type MapEntry, type Node, type ScalarNode } from "../../base/node.ts";
import type { StandardFolder, StandardSources } from "../../model/standard-sources.ts";

/** What a standard consists of, as its files have it: for people who choose one and for the contract. */
export interface StandardOutline {
  readonly norm: string;
  /** The folder that it extends, as it names it. */
  readonly extended: string;
  /** In the order in which the document uses them. */
  readonly tables: readonly OutlinedTable[];
  readonly sentences: readonly string[];
  readonly forms: readonly string[];
  readonly sections: readonly OutlinedSection[];
  /** Inputs that a budget file must have. */
  readonly required: readonly string[];
  /** Sections and keys that the standard has beyond the common ones: 国有资产 / 车位. */
  readonly inputs: readonly string[];
}

export interface OutlinedTable {
  readonly key: string;
  readonly title?: string;
}

export interface OutlinedSection {
  /** As written, with {{…}} in it. */
  readonly heading: string;
  readonly sections: readonly OutlinedSection[];
}

export function outlineOf(sources: StandardSources): StandardOutline {
  const document = sources.trees.get("document.yaml");
  return {
    norm: textOf(packEntry(sources, "norm")?.value),
    extended: textOf(entryOf(sources.packs[0], "extends")?.value),
    tables: namesUnder(document, ["table"]).map(({ text }) => ({ key: text, ...titleOf(sources, text) })),
    sentences: keysIn("sentences", [...sources.texts.keys()]),
    forms: keysIn("forms", [...sources.trees.keys()]),
    sections: sectionsIn(entryOf(document, "parts")?.value),
    required: scalarsIn(packEntry(sources, "required")?.value).map(({ text }) => text),
    inputs: ownInputs(sources),
  };
}

/** A key of pack.yaml as the chain resolves it: the nearest folder's. */
export function packEntry(sources: StandardSources, key: string): MapEntry | undefined {
  return sources.packs.flatMap((pack) => entryOf(pack, key) ?? [])[0];
}

/** For each key of pack.yaml the folders that give it, the one that counts first. */
export function packOrigins(sources: StandardSources): ReadonlyMap<string, readonly StandardFolder[]> {
  const origins = new Map<string, StandardFolder[]>();
  for (const [index, pack] of sources.packs.entries()) {
    const folder = sources.folders[index];
    if (folder === undefined || pack.kind !== "map") continue;
    for (const { key } of pack.entries) origins.set(key.text, [...(origins.get(key.text) ?? []), folder]);
  }
  return origins;
}

/** Every text under some keys, anywhere in a tree, in order. */
export function namesUnder(node: Node | undefined, keys: readonly string[]): ScalarNode[] {
  if (node?.kind === "list") return node.items.flatMap((item) => namesUnder(item, keys));
  if (node?.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => (value.kind === "scalar" ? (keys.includes(key.text) ? [value] : []) : namesUnder(value, keys)));
}

function titleOf(sources: StandardSources, key: string): { title?: string } {
  const title = entryOf(sources.trees.get(`tables/${key}.yaml`), "title")?.value;
  return title?.kind === "scalar" ? { title: title.text } : {};
}

function keysIn(folder: string, paths: readonly string[]): string[] {
  return paths.flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1).replace(/\.\w+$/, "")] : [])).sort();
}

function sectionsIn(node: Node | undefined): OutlinedSection[] {
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => {
    const heading = entryOf(item, "section")?.value;
    return heading?.kind === "scalar" ? [{ heading: heading.text, sections: sectionsIn(entryOf(item, "content")?.value) }] : [];
  });
}

function ownInputs(sources: StandardSources): string[] {
  const own = sources.trees.get("inputs.yaml");
  if (own?.kind !== "map") return [];
  return own.entries.flatMap(({ key, value }) => (value.kind === "map" ? value.entries.map((entry) => `${key.text} / ${entry.key.text}`) : []));
}

function scalarsIn(node: Node | undefined): readonly ScalarNode[] {
  if (node?.kind === "scalar") return [node];
  return node?.kind === "list" ? node.items.flatMap(scalarsIn) : [];
}

function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text.trim() : "";
}
