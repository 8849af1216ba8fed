import type { Node } from "../../src/base/node.ts";

/** What stands in a file, without places, to be changed and written anew. */
export type Tree =
  | { readonly kind: "scalar"; readonly text: string; readonly quoted?: boolean }
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: string, value: Tree])[] }
  | { readonly kind: "list"; readonly items: readonly Tree[] };

export function scalar(text: string, quoted = false): Tree {
  return { kind: "scalar", text, quoted };
}

export function map(...entries: readonly (readonly [string, Tree])[]): Tree {
  return { kind: "map", entries };
}

export function list(...items: readonly Tree[]): Tree {
  return { kind: "list", items };
}

const CODE = /^\d+/;

/** A node as a tree; of 科目, items and lines so many that every place is there and the file is short. */
export function treeOf(node: Node): Tree {
  if (node.kind === "scalar") return scalar(node.text.split("\n")[0] ?? "");
  if (node.kind === "list") return list(...node.items.slice(0, 1).map(treeOf));
  const coded = node.entries.filter(({ key }) => CODE.test(key.text)).length === node.entries.length;
  return map(...node.entries.slice(0, coded ? 2 : undefined).map(({ key, value }) => [key.text, treeOf(value)] as const));
}

const NEEDS_QUOTES = /^(?:[>|*&!%@`"'{}[\],#]|[-?:](?:\s|$))|:\s|:$|\s#|^\s|\s$/;

/** A tree as YAML. */
export function yamlOf(tree: Tree, indent = ""): string {
  if (tree.kind === "scalar") return `${word(tree.text, tree.quoted)}\n`;
  if (tree.kind === "list") return tree.items.map((item) => `${indent}-${inItem(item, indent)}`).join("");
  return tree.entries.map(([key, value]) => `${indent}${word(key)}:${behind(value, indent)}`).join("");
}

function inItem(item: Tree, indent: string): string {
  return item.kind === "scalar" ? behind(item, indent) : ` ${yamlOf(item, `${indent}  `).trimStart()}`;
}

function behind(value: Tree, indent: string): string {
  if (value.kind !== "scalar") return `\n${yamlOf(value, `${indent}  `)}`;
  if (value.text.includes("\n")) return ` |\n${value.text.replace(/^(?=.)/gm, `${indent}  `)}\n`;
  return value.text === "" && value.quoted !== true ? "\n" : ` ${yamlOf(value)}`;
}

function word(text: string, quoted = false): string {
  return quoted || NEEDS_QUOTES.test(text) ? JSON.stringify(text) : text;
}

export interface Mutant {
  /** Where and how: 基本支出/7/5: -500. */
  readonly name: string;
  readonly tree: Tree;
}

/** Words that stand in the place of what was there. */
const WORDS = [
  ...["某某", "-500", "1.234", "１２３", "50%", "12万", "1,38,000", "约10万元", "13.8万元", "13.1234567万元", "0.5元", "1234567890123456", "true"],
  ...["0", "2024", "2013", "２０２４年", "3辆", "1,234.5", "无", "否", "同收入总计", "~", "null", "1e3", "0x1F", "+5", ".5", "2010350", "甲\n乙", "待填"],
];

/** Keys that stand in the place of one or beside others. */
const KEYS = [
  "某项",
  "名称",
  "项目名称",
  "收入总计",
  "201",
  "20103",
  "2010350",
  "20103501",
  "2010350 99",
  "50201",
  "1030101",
  "30201",
  "302 商品和服务支出",
  "一般公共预算",
  "一般公共预算上年结转",
  "事业收入",
];

type Change = readonly [how: string, value: Tree];

function changesOf(value: Tree): Change[] {
  return [
    ["nothing", scalar("")],
    ["empty words", scalar("", true)],
    ["a list of it", list(value)],
    ["a map of it", map(["某", value])],
    ["a list of nothing", list(scalar(""))],
    ["a list of words", list(scalar("甲"), scalar("乙"))],
    ["sources", map(["事业收入", scalar("500")], ["其他收入上年结转", scalar("1万元")])],
    ["an economic 科目", map(["30201 办公费", scalar("500")])],
    ["a functional 科目", map(["2010350", map(["30201", scalar("500")])])],
    ...WORDS.map((text): Change => [text, scalar(text)]),
    ...["2024", "500", "是", "null"].map((text): Change => [`"${text}"`, scalar(text, true)]),
  ];
}

/** About so many of a file's changes, the same ones each time. */
export function sampleOf(mutants: readonly Mutant[], wanted: number): Mutant[] {
  const every = Math.max(1, Math.ceil(mutants.length / wanted));
  return mutants.filter(({ name }) => hashOf(name) % every === 0);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** All single changes of a tree, each at the first of the places that are alike. */
export function mutantsOf(tree: Tree): Mutant[] {
  const seen = new Set<string>();
  return changed(tree, "").filter(({ name }) => !seen.has(name) && seen.add(name));
}

function changed(tree: Tree, path: string): Mutant[] {
  if (tree.kind === "scalar") return [];
  if (tree.kind === "list") return tree.items.flatMap((item, index) => inList(tree.items, item, index, path));
  const own = tree.entries.flatMap((_, index) => inMap(tree.entries, index, path));
  return [...KEYS.map((key) => ({ name: `${path}/: ${key} as well`, tree: map(...tree.entries, [key, scalar("500")]) })), ...own];
}

function inList(items: readonly Tree[], item: Tree, index: number, path: string): Mutant[] {
  const place = `${path}/-`;
  const put = (value: Tree): Tree => list(...items.with(index, value));
  return [...changesOf(item).map(([how, value]) => ({ name: `${place}: ${how}`, tree: put(value) })), ...below(item, place, put)];
}

function inMap(entries: readonly (readonly [string, Tree])[], index: number, path: string): Mutant[] {
  const [key, value] = entries[index] ?? ["", scalar("")];
  const code = CODE.exec(key)?.[0];
  const place = `${path}/${code === undefined ? key : code.length}`;
  const put = (name: string, each: Tree): Tree => map(...entries.with(index, [name, each]));
  const renamed = [`${key}某`, key.slice(0, -1), ...(code === undefined ? [] : [code, code.slice(0, -1), `${code}1`, key.replace(CODE, "").trim()]), ...KEYS];
  return [
    { name: `${place}: left out`, tree: map(...entries.toSpliced(index, 1)) },
    { name: `${place}: twice`, tree: map(...entries, [key, value]) },
    ...renamed.map((name, at) => ({ name: `${place}: ${at < 2 ? "misspelt" : ""} ${name}`, tree: put(name, value) })),
    ...changesOf(value).map(([how, each]) => ({ name: `${place}: ${how}`, tree: put(key, each) })),
    ...below(value, place, (each) => put(key, each)),
  ];
}

function below(value: Tree, place: string, put: (value: Tree) => Tree): Mutant[] {
  return changed(value, place).map(({ name, tree }) => ({ name, tree: put(tree) }));
}
