import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join } from "node:path";
import { type Diagnostic, error } from "../base/diagnostic.ts";
import { entryOf, type Node, type ScalarNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Span } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import { namesIn } from "./standard-files.ts";

/** Parses one file of a standard, whose `[a, b]` is allowed. */
export type Parse = (path: string) => Outcome<Node>;

/** A standard's folder with the name that its pack.yaml gives. */
export interface FoundStandard {
  readonly name: string;
  readonly folder: string;
  /** Where the name stands. */
  readonly span: Span;
}

/** The standard that a folder is, or those that lie in it. */
export function findStandards(root: string, parse: Parse): Outcome<readonly FoundStandard[]> {
  const fault = faultOfRoot(root);
  if (fault !== undefined) return { value: [], diagnostics: [error("no-standards", fault.message, undefined, { hint: fault.hint })] };
  const diagnostics: Diagnostic[] = [];
  const found = standardFolders(root).flatMap((folder): FoundStandard[] => {
    const { value: pack, diagnostics: faults } = parse(join(folder, "pack.yaml"));
    diagnostics.push(...faults);
    const name = scalarIn(pack, "name");
    if (name !== undefined) return [{ name: name.text.trim(), folder, span: name.span }];
    if (pack !== undefined)
      diagnostics.push(error("missing-key", "pack.yaml缺少“name”", beginning(pack), { hint: "补上一行“name: …”，预算文件里用它来写“标准”" }));
    return [];
  });
  return { value: found, diagnostics: [...diagnostics, ...repeated(found)] };
}

function beginning(pack: Node): Span {
  return (pack.kind === "map" ? pack.entries[0]?.key.span : undefined) ?? pack.span;
}

function repeated(found: readonly FoundStandard[]): Diagnostic[] {
  return found.flatMap(({ name, span }, index) => {
    const first = found.findIndex((each) => each.name === name);
    const other = found[first];
    if (first === index || other === undefined) return [];
    const related = [{ message: "另一个", span: other.span }];
    return [error("duplicate-standard", `有两个标准都叫“${name}”`, span, { related, hint: "改掉其中一个的 name，或者用 --standard 只指定其中一个文件夹" })];
  });
}

/** What is wrong with a folder in which standards are to be looked for; nothing where it is or holds one. */
export function faultOfRoot(root: string): { readonly message: string; readonly hint: string } | undefined {
  const hint = "写标准的文件夹（里面有 pack.yaml），或者放着几个标准的文件夹";
  if (isFolder(root)) return standardFolders(root).length > 0 ? undefined : { message: `文件夹 ${root} 里没有标准`, hint: hintForEmpty(root) ?? hint };
  return { message: existsSync(root) ? `${root} 不是文件夹` : `没有文件夹 ${root}`, hint };
}

/** A pack.yaml that is called something else. */
function hintForEmpty(root: string): string | undefined {
  const other = namesIn(root).find((name) => /^pack\.(?:yml|yaml\.txt|txt)$|^pack$/i.test(name));
  return other && `${other} 的文件名应当是 pack.yaml`;
}

/** The folder itself when it is a standard's, else those in it that are. */
export function standardFolders(root: string): string[] {
  if (hasPack(root)) return [root];
  return namesIn(root)
    .filter((name) => !name.startsWith("."))
    .map((name) => join(root, name))
    .filter(hasPack);
}

/** The folder that a folder's `extends` names: beside it first, then among the installed ones; a path starts at the folder itself. */
export function folderExtended(folder: string, extended: ScalarNode, installed: string, parse: Parse): Outcome<string> {
  const text = extended.text.trim();
  const places = placesOf(folder, text, installed).filter(isFolder);
  const itself = identityOf(folder);
  const others = places.filter((place) => identityOf(place) !== itself);
  const value = text === "" ? undefined : (others.find(hasPack) ?? places.find(hasPack) ?? places[0]);
  if (value !== undefined) return { value, diagnostics: [] };
  const beside = join(folder, "..");
  const message = text === "" ? "“extends”后面是空的，应当写一个标准的文件夹" : `没有“${text}”这个文件夹，extends 用不了它`;
  const hint = hintForExtends(text, [beside, installed], parse) ?? "写同一处或者随程序安装的标准的文件夹名称；别处的写相对路径，例如 ../名称";
  return { diagnostics: [error("unknown-extends", message, extended.span, { hint })] };
}

function placesOf(folder: string, text: string, installed: string): string[] {
  if (/[\\/]/.test(text)) return [isAbsolute(text) ? text : join(folder, text)];
  return [join(folder, "..", text), join(installed, text)];
}

/** Somebody who wrote the standard's name, or slipped in the folder's. */
function hintForExtends(text: string, roots: readonly string[], parse: Parse): string | undefined {
  const named = roots.flatMap((root) => findStandards(root, parse).value ?? []).find(({ name }) => name === text);
  if (named !== undefined) return `extends 写文件夹的名称，不写标准的名称：${basename(named.folder)}`;
  return didYouMean(
    basename(text),
    roots.flatMap((root) => standardFolders(root).map((each) => basename(each))),
  );
}

/** One and the same for every way to write a folder's path. */
export function identityOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

export function hasPack(folder: string): boolean {
  return existsSync(join(folder, "pack.yaml"));
}

/** A value that is text and not empty. */
export function scalarIn(node: Node | undefined, key: string): ScalarNode | undefined {
  const value = entryOf(node, key)?.value;
  return value?.kind === "scalar" && value.text.trim() !== "" ? value : undefined;
}
