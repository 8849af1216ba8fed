import { type Diagnostic, error } from "../base/diagnostic.ts";
import { keySlip } from "../base/key-slip.ts";
import { isEmpty, type ListNode, type MapEntry, type MapNode, type Node, type ScalarNode } from "../base/node.ts";
import type { Span } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import { isToFill, toFill } from "./to-fill.ts";

/** Where a stage's findings are collected while a tree is read. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];

  error(code: string, message: string, place: Span | undefined, hint?: string, related?: Diagnostic["related"]): undefined {
    this.diagnostics.push(error(code, message, place, { ...(hint !== undefined && { hint }), ...(related && { related }) }));
    return undefined;
  }

  /** A place that is still to be filled in is one finding, and what follows from it is none. */
  toFill(node: Node, what: string, toWrite?: string): undefined {
    this.diagnostics.push(toFill(what, node.span, toWrite));
    return undefined;
  }
}

const KIND_NAMES: Readonly<Record<Node["kind"], string>> = { scalar: "一行文字", map: "下一层的“名称: 内容”", list: "以“- ”开头的一项或几项" };

type Kind = Node["kind"];

/** What to do where one kind of thing should stand and nothing or another does. */
const HINTS: Readonly<Record<Kind, Readonly<Record<Kind | "nothing", string>>>> = {
  scalar: {
    nothing: "在冒号后面写上内容；没有内容就删掉这一行",
    scalar: "",
    map: "文字里有“: ”的，用“|”引出整段文字",
    list: "去掉“- ”；有几段的，用“|”引出整段文字",
  },
  map: {
    nothing: "内容写在下面的，每层往右缩进两格；没有内容就删掉这一行",
    scalar: "冒号后面不写内容，下一行缩进两格再写；没有这项内容就删掉这一行",
    map: "",
    list: "去掉“- ”，一行写一个“名称: 内容”",
  },
  list: {
    nothing: "下一行缩进两格，以“- ”开头写第一项；没有内容就删掉这一行",
    scalar: "下一行缩进两格，以“- ”开头写第一项；没有这项内容就删掉这一行",
    map: "每一项的第一行以“- ”开头",
    list: "",
  },
};

/** What a place should hold and what it holds instead, in one sentence. */
function wrongKind(wanted: Kind, node: Node, what: string, findings: Findings): undefined {
  if (isToFill(node)) return findings.toFill(node, what, `${KIND_NAMES[wanted]}；没有就删掉`);
  const slip = node.kind === "scalar" ? keySlip(node.text.split("\n")[0] ?? "") : undefined;
  if (slip !== undefined) return findings.error(slip.code, slip.message, node.span, slip.hint);
  const should = `应当写${KIND_NAMES[wanted]}`;
  if (isEmpty(node)) return findings.error("missing-value", `“${what}”后面是空的，${should}`, node.span, HINTS[wanted].nothing);
  return findings.error("wrong-shape", `“${what}”${should}，这里写的是${KIND_NAMES[node.kind]}`, node.span, HINTS[wanted][node.kind]);
}

/** One value, unless it is still to be filled in; `toWrite` says what belongs there. */
export function asScalar(node: Node, what: string, findings: Findings, toWrite?: string): ScalarNode | undefined {
  if (isToFill(node)) return findings.toFill(node, what, toWrite);
  return node.kind === "scalar" && !isEmpty(node) ? node : wrongKind("scalar", node, what, findings);
}

/** The entries of a map, but for those whose names are still to be filled in. */
export function asMap(node: Node, what: string, findings: Findings): MapNode | undefined {
  if (node.kind !== "map") return wrongKind("map", node, what, findings);
  const entries = node.entries.filter(({ key }) => !isToFill(key));
  if (entries.length === node.entries.length) return node;
  for (const { key } of node.entries) if (isToFill(key)) findings.toFill(key, what, "名称");
  return { ...node, entries };
}

export function asList(node: Node, what: string, findings: Findings): ListNode | undefined {
  return node.kind === "list" ? node : wrongKind("list", node, what, findings);
}

/** A scalar as one of a few words. */
export function asOneOf<Word extends string>(node: Node, what: string, words: readonly Word[], findings: Findings): Word | undefined {
  const scalar = asScalar(node, what, findings, `其中一个：${words.join("、")}`);
  if (scalar === undefined) return undefined;
  const word = words.find((each) => each === scalar.text);
  if (word !== undefined) return word;
  const hint = didYouMean(scalar.text, words) ?? `可以写：${words.join("、")}`;
  return findings.error("unknown-word", `“${what}”不能写“${scalar.text}”`, scalar.span, hint);
}

/** The entries of a map by key, after refusing unknown keys and naming missing ones. */
export function fieldsOf(
  map: MapNode,
  keys: { readonly required: readonly string[]; readonly optional: readonly string[] },
  what: string,
  findings: Findings,
  place: Span = map.span,
): ReadonlyMap<string, MapEntry> {
  const known = [...keys.required, ...keys.optional];
  const fields = new Map<string, MapEntry>();
  for (const entry of map.entries) {
    if (known.includes(entry.key.text)) fields.set(entry.key.text, entry);
    else findings.error("unknown-key", `${what}没有“${entry.key.text}”这一项`, entry.key.span, hintForUnknown(entry.key.text, known));
  }
  for (const key of keys.required) {
    if (!fields.has(key)) findings.error("missing-key", `${what}缺少“${key}”`, place, `补上一行“${key}: …”`);
  }
  return fields;
}

/** A 科目 at the wrong depth is a matter of indentation; any other word is perhaps misspelt. */
function hintForUnknown(word: string, known: readonly string[]): string {
  if (/^\d{3,7}(?:\D|$)/.test(word)) return "科目要往右缩进，写在“基本支出:”或项目的“支出:”下面";
  return didYouMean(word, known) ?? `这里可以写：${known.join("、")}`;
}

/** The keys that a file gives and of whose values nothing could be read. */
export function unreadKeys(fields: ReadonlyMap<string, MapEntry>, values: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(Object.keys(values).filter((key) => fields.has(key) && values[key] === undefined));
}
