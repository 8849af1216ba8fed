import { basename, join, resolve } from "node:path";
import { type Diagnostic, error, hasErrors } from "../base/diagnostic.ts";
import { entryOf, type Node } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import type { SourceFile, Span } from "../base/span.ts";
import type { StandardFile, StandardFolder, StandardSources } from "../model/standard-sources.ts";
import { filesOf, placeOfFile } from "./standard-files.ts";
import { folderExtended, hasPack, identityOf, type Parse, scalarIn } from "./standard-folders.ts";
import { loadText } from "./text.ts";

/** The folder whose figures and inputs every standard has, and whose looks every standard without its own. */
const COMMON = "common";

/** Common files to which a standard's own file of the same name adds. */
const ADDED_TO = ["figures.yaml", "inputs.yaml", "accounts.yaml", "wording.yaml", "correction.yaml", "phrases.yaml"];

/** Common files that a standard's own file of the same name replaces. */
const REPLACED = ["page.css", "print.css", "difference.css", "correction.css"];

type DraftFile = { -readonly [Key in keyof StandardFile]: Key extends "overrides" ? StandardFolder[] : StandardFile[Key] };

/** Reads the folders of a standard's chain; for each name of a file the nearest folder's is taken. */
export class ChainReader {
  private readonly installed: string;
  private readonly parse: Parse;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly packs: Node[] = [];
  private readonly trees = new Map<string, Node>();
  private readonly texts = new Map<string, SourceFile>();
  private readonly wording: string[] = [];
  private readonly folders: StandardFolder[] = [];
  private readonly files = new Map<string, DraftFile>();

  constructor(installed: string, parse: Parse) {
    this.installed = installed;
    this.parse = parse;
  }

  /** The standard of a folder; nothing where a file of it could not be read. */
  read(first: string): Outcome<StandardSources> {
    this.readChain(first);
    if (!hasErrors(this.diagnostics)) this.requireDocument();
    const common = this.readCommon();
    const { diagnostics, packs, trees, texts, folders } = this;
    if (hasErrors(diagnostics)) return { diagnostics };
    const files = [...this.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { value: { packs, trees, texts, common, wording: this.wording.sort().join("\0"), folders, files }, diagnostics };
  }

  private readChain(first: string): void {
    const seen: string[] = [];
    let from: Span | undefined;
    for (let folder: string | undefined = first; folder !== undefined; ) {
      seen.push(identityOf(folder));
      const pack = this.readFolder(folder, from);
      from = entryOf(pack, "extends")?.value.span;
      folder = this.parentOf(folder, pack, seen);
    }
  }

  /** The folder that a folder extends; nothing at the end of the chain, and where it turns back on itself. */
  private parentOf(folder: string, pack: Node | undefined, seen: readonly string[]): string | undefined {
    const extended = entryOf(pack, "extends")?.value;
    const parent = extended && this.extended(folder, extended);
    const before = parent === undefined ? -1 : seen.indexOf(identityOf(parent));
    if (extended === undefined || before < 0) return parent;
    this.refuseCircle([...seen.slice(before), seen[before] ?? ""], extended.span);
    return undefined;
  }

  private extended(folder: string, value: Node): string | undefined {
    if (value.kind !== "scalar") {
      this.diagnostics.push(error("unknown-extends", "“extends”只能写一个文件夹的名称", value.span, { hint: "一个标准只能接着一个标准写" }));
      return undefined;
    }
    return this.keep(folderExtended(folder, value, this.installed, this.parse));
  }

  private refuseCircle(folders: readonly string[], place: Span): void {
    const circle = folders.map((folder) => basename(folder)).join(" → ");
    this.diagnostics.push(error("standard-circle", `extends 绕成了圈：${circle}`, place, { hint: "删掉其中一个 pack.yaml 的 extends" }));
  }

  private requireDocument(): void {
    if (this.trees.has("document.yaml")) return;
    const place = scalarIn(this.packs[0], "name")?.span ?? this.packs[0]?.span;
    const searched = this.folders.map(({ path }) => basename(resolve(path))).join("、");
    const hint = "照着最接近的标准写一份 document.yaml，或者用 extends 接着那个标准写";
    this.diagnostics.push(error("missing-file", `标准里没有 document.yaml（找过的文件夹：${searched}）`, place, { hint }));
  }

  private readFolder(path: string, from: Span | undefined): Node | undefined {
    if (!hasPack(path)) {
      const hint = "标准的文件夹里要有 pack.yaml，写它的 name 和 norm";
      this.diagnostics.push(error("missing-file", `文件夹 ${path} 里没有 pack.yaml`, from ?? placeOfFile(join(path, "pack.yaml")), { hint }));
      return undefined;
    }
    const pack = this.keep(this.parse(join(path, "pack.yaml")));
    const name = scalarIn(pack, "name")?.text.trim();
    const folder: StandardFolder = name === undefined ? { path } : { path, name };
    this.folders.push(folder);
    if (pack !== undefined) {
      this.packs.push(pack);
      this.note("pack.yaml", pack.span.file);
    }
    for (const file of this.keep(filesOf(path)) ?? []) if (file !== "pack.yaml") this.readFile(folder, file);
    return pack;
  }

  private readFile(folder: StandardFolder, path: string): void {
    const nearer = this.files.get(path);
    if (nearer !== undefined) {
      nearer.overrides.push(folder);
      return;
    }
    this.files.set(path, { path, folder, overrides: [] });
    if (path.endsWith(".yaml")) this.readTree(join(folder.path, path), path, this.trees);
    else this.readText(folder, path);
  }

  private readTree(file: string, path: string, trees: Map<string, Node>, noted: string = path): void {
    const tree = this.keep(this.parse(file));
    if (tree === undefined) return;
    trees.set(path, tree);
    this.note(noted, tree.span.file);
  }

  private readText(folder: StandardFolder, path: string): void {
    const text = this.keep(loadText(join(folder.path, path)));
    if (text === undefined) return;
    this.texts.set(path, text);
    this.note(path, text);
  }

  private readCommon(): ReadonlyMap<string, Node> {
    const folder: StandardFolder = { path: join(this.installed, COMMON) };
    this.folders.push(folder);
    for (const path of REPLACED) this.readFile(folder, path);
    const common = new Map<string, Node>();
    for (const path of ADDED_TO) {
      this.readTree(join(folder.path, path), path, common, `${COMMON}/${path}`);
      const own = this.files.get(path);
      if (own === undefined) this.files.set(path, { path, folder, overrides: [] });
      else own.addsTo = folder;
    }
    return common;
  }

  private note(path: string, { text }: SourceFile): void {
    this.wording.push(`${path}\n${text}`);
  }

  private keep<Value>({ value, diagnostics }: Outcome<Value>): Value | undefined {
    this.diagnostics.push(...diagnostics);
    return value;
  }
}
