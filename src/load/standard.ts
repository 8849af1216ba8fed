import { type Diagnostic, error, hasErrors } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Span } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import type { StandardSources } from "../model/standard-sources.ts";
import { ChainReader } from "./standard-chain.ts";
import { type FoundStandard, findStandards, type Parse } from "./standard-folders.ts";
import { loadText } from "./text.ts";
import { type TreeCache, unpackNode } from "./yaml/cache.ts";
import { parseYaml } from "./yaml/parse.ts";

/** Names of the standards in a folder of standards, with their folders. */
export function listStandards(root: string, parse: Parse): ReadonlyMap<string, string> {
  return new Map((findStandards(root, parse).value ?? []).map(({ name, folder }) => [name, folder]));
}

/**
 * Loads the standard that a budget names, and the folders it extends. It is looked for in the folders
 * that the user gives, each a standard's own or one of several standards, and then among the installed ones.
 */
export function loadStandard(
  installed: string,
  name: string,
  place: Span | undefined,
  trees: TreeCache,
  given: readonly string[] = [],
): Outcome<StandardSources> {
  const { value: found, diagnostics } = findStandard(installed, name, place, trees, given);
  if (found === undefined) return { diagnostics };
  const loaded = loadStandardFolder(installed, found.folder, trees);
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

/** Loads the standard of a folder, wherever it lies, and the folders it extends. */
export function loadStandardFolder(installed: string, folder: string, trees: TreeCache): Outcome<StandardSources> {
  return new ChainReader(installed, standardParser(trees)).read(folder);
}

/** The standard of a name: in the given folders, else among the installed ones. */
export function findStandard(
  installed: string,
  name: string,
  place: Span | undefined,
  trees: TreeCache,
  given: readonly string[] = [],
): Outcome<FoundStandard> {
  const parse = standardParser(trees);
  const others: Diagnostic[] = [];
  const names = new Set<string>();
  for (const root of [...given, installed]) {
    const { value: found = [], diagnostics } = findStandards(root, parse);
    const [first, second] = found.filter((each) => each.name === name);
    if (second !== undefined) return { diagnostics: diagnostics.filter(({ code, span }) => code === "duplicate-standard" && span === second.span) };
    if (first !== undefined && !hasErrors(others)) return { value: first, diagnostics: root === installed && given.length > 0 ? [notGiven(name, place)] : [] };
    others.push(...diagnostics.filter(({ code }) => code !== "duplicate-standard"));
    for (const each of found) names.add(each.name);
  }
  if (names.has(name)) return { diagnostics: others };
  const hint = didYouMean(name, names) ?? `现有的标准：${[...names].join("、")}`;
  return { diagnostics: [error("unknown-standard", `没有叫“${name}”的标准`, place, { hint }), ...others] };
}

/** Somebody who gives a folder expects that it is used. */
function notGiven(name: string, place: Span | undefined): Diagnostic {
  const message = `--standard 指定的文件夹里没有叫“${name}”的标准，用的是随程序安装的`;
  return { severity: "note", code: "standard-not-given", message, ...(place && { span: place }), hint: "要用指定的标准，“标准”就写它的 pack.yaml 里的 name" };
}

/** Parses files of standards; those that were parsed when the package was built are taken from there. */
export function standardParser(trees: TreeCache): Parse {
  return (path) => {
    const { value: file, diagnostics } = loadText(path);
    if (file === undefined) return { diagnostics };
    const packed = trees.get(path, file.text);
    return packed ? { value: unpackNode(packed, file), diagnostics: [] } : parseYaml(file, { flow: true });
  };
}
