import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, error } from "../base/diagnostic.ts";
import { entryOf, type Node } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import type { SourceFile, Span } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import type { StandardSources } from "../model/standard-sources.ts";
import { loadText } from "./text.ts";
import { type TreeCache, unpackNode } from "./yaml/cache.ts";
import { parseYaml } from "./yaml/parse.ts";

/** The folder whose figures and inputs every standard has, and whose looks every standard without its own. */
const COMMON = "common";

/** Names of the standards in a folder of standards, with their folders. */
export function listStandards(root: string, parse: Parse): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const pack = join(root, entry.name, "pack.yaml");
    if (!entry.isDirectory() || !existsSync(pack)) continue;
    const name = scalarIn(parse(pack).value, "name");
    if (name !== undefined) names.set(name, entry.name);
  }
  return names;
}

/** Loads the standard that a budget names, and the folders it extends. */
export function loadStandard(root: string, name: string, place: Span | undefined, trees: TreeCache): Outcome<StandardSources> {
  const parse = parserWith(trees);
  const names = listStandards(root, parse);
  const folder = names.get(name);
  if (folder === undefined) {
    const hint = didYouMean(name, names.keys()) ?? `现有的标准：${[...names.keys()].join("、")}`;
    return { diagnostics: [error("unknown-standard", `没有叫“${name}”的标准`, place, { hint })] };
  }
  const reader = new ChainReader(root, parse);
  reader.readChain(folder);
  return { value: reader.sources(), diagnostics: reader.diagnostics };
}

class ChainReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly root: string;
  private readonly parse: Parse;
  private readonly packs: Node[] = [];
  private readonly trees = new Map<string, Node>();
  private readonly texts = new Map<string, SourceFile>();
  private readonly wording: string[] = [];

  constructor(root: string, parse: Parse) {
    this.root = root;
    this.parse = parse;
  }

  readChain(first: string): void {
    const seen = new Set<string>();
    for (let folder: string | undefined = first; folder !== undefined; ) {
      if (seen.has(folder)) {
        this.diagnostics.push(error("standard-circle", `标准“${first}”的 extends 绕成了圈：${[...seen, folder].join(" → ")}`));
        return;
      }
      seen.add(folder);
      const pack = this.readFolder(folder);
      folder = scalarIn(pack, "extends");
    }
  }

  sources(): StandardSources {
    for (const name of ["page.css", "print.css"]) this.readText(join(this.root, COMMON), name);
    const common = new Map<string, Node>();
    for (const name of ["figures.yaml", "inputs.yaml"]) {
      const { value, diagnostics } = this.parse(join(this.root, COMMON, name));
      this.diagnostics.push(...diagnostics);
      if (value === undefined) continue;
      common.set(name, value);
      this.note(`${COMMON}/${name}`, value);
    }
    return { packs: this.packs, trees: this.trees, texts: this.texts, common, wording: this.wording.sort().join("\0") };
  }

  private readFolder(folder: string): Node | undefined {
    const base = join(this.root, folder);
    const { value: pack, diagnostics } = this.parse(join(base, "pack.yaml"));
    this.diagnostics.push(...diagnostics);
    if (pack !== undefined) {
      this.packs.push(pack);
      this.note("pack.yaml", pack);
    }
    for (const path of filesOf(base)) {
      if (path === "pack.yaml") continue;
      if (path.endsWith(".yaml")) this.readTree(base, path);
      else if (path.endsWith(".hbs") || path.endsWith(".css")) this.readText(base, path);
    }
    return pack;
  }

  private readTree(base: string, path: string): void {
    if (this.trees.has(path)) return;
    const { value, diagnostics } = this.parse(join(base, path));
    this.diagnostics.push(...diagnostics);
    if (value === undefined) return;
    this.trees.set(path, value);
    this.note(path, value);
  }

  private note(path: string, { span: { file } }: Node): void {
    this.wording.push(`${path}\n${file.text}`);
  }

  private readText(base: string, path: string): void {
    if (this.texts.has(path)) return;
    const { value, diagnostics } = loadText(join(base, path));
    this.diagnostics.push(...diagnostics);
    if (value === undefined) return;
    this.texts.set(path, value);
    this.wording.push(`${path}\n${value.text}`);
  }
}

/** Paths within a folder, one level of sub-folders deep, with / between, in order. */
function filesOf(base: string): string[] {
  if (!existsSync(base)) return [];
  return readdirSync(base, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? readdirSync(join(base, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name]))
    .sort();
}

/** Parses one file of a standard, whose `[a, b]` is allowed. */
type Parse = (path: string) => Outcome<Node>;

function parserWith(trees: TreeCache): Parse {
  return (path) => {
    const { value: file, diagnostics } = loadText(path);
    if (file === undefined) return { diagnostics };
    const packed = trees.get(file.text);
    return packed ? { value: unpackNode(packed, file), diagnostics: [] } : parseYaml(file, { flow: true });
  };
}

function scalarIn(node: Node | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}
