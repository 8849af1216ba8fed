import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { MapEntry, Node, ScalarNode } from "../../base/node.ts";
import { type SourceFile, type Span, span } from "../../base/span.ts";
import { cleanKey } from "./key-text.ts";
import type { Reading } from "./repair.ts";
import { cleanScalar } from "./scalar-text.ts";

export interface YamlOptions {
  /** Whether `[a, b]` is allowed: in a standard's folder yes, in a budget file never (千分位逗号 would split amounts). */
  readonly flow: boolean;
}

/** A tree in our own kinds, with what is wrong with it. */
export interface Converted {
  readonly value: Node;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the tree is not what the author meant. */
  readonly broken: boolean;
}

/** Turns the library's tree into ours, and reports what a budget file may not hold. */
export function convert(root: ParsedNode, file: SourceFile, reading: Reading, options: YamlOptions): Converted {
  const converter = new Converter(file, reading, options);
  const value = converter.node(root);
  return { value, diagnostics: converter.diagnostics, broken: converter.broken };
}

/** Deeper than any budget or standard by far. */
const DEEPEST = 60;

const BLOCK_HINT = "整段文字另起一行，用“|”引出，例如“绩效目标: |”，下一行再写正文";

class Converter {
  readonly diagnostics: Diagnostic[] = [];
  broken = false;
  private readonly file: SourceFile;
  private readonly reading: Reading;
  private readonly options: YamlOptions;
  private depth = 0;
  /** Where the last { } or [ ] ends that was complained of: those within it are not. */
  private flowEnd = 0;

  constructor(file: SourceFile, reading: Reading, options: YamlOptions) {
    this.file = file;
    this.reading = reading;
    this.options = options;
  }

  node(node: ParsedNode): Node {
    const place = this.placeOf(node);
    if (this.depth >= DEEPEST) return this.tooDeep(place);
    this.depth += 1;
    const converted = this.within(node, place);
    this.depth -= 1;
    return converted;
  }

  private within(node: ParsedNode, place: Span): Node {
    this.refuseProperties(node, place);
    if (isMap(node)) return this.map(node as YAMLMap.Parsed, place);
    if (isSeq(node)) return this.list(node as YAMLSeq.Parsed, place);
    return this.scalar(node as Scalar.Parsed, place);
  }

  private placeOf(node: ParsedNode): Span {
    return span(this.file, this.reading.place(node.range[0]), this.reading.place(node.range[1]));
  }

  private list(list: YAMLSeq.Parsed, place: Span): Node {
    const refused = this.refuseFlow(list.flow, place);
    const items = list.items.map((item) => this.node(item as ParsedNode));
    // Amounts fall apart at their commas, so that only words are sure.
    if (refused && !items.every((item) => item.kind === "scalar" && !/\d/.test(item.text))) this.broken = true;
    return { kind: "list", items, span: place };
  }

  private map(map: YAMLMap.Parsed, place: Span): Node {
    const refused = this.refuseFlow(map.flow, place);
    const entries: MapEntry[] = [];
    const byKey = new Map<string, ScalarNode>();
    for (const pair of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
      if (refused && pair.value === null && this.joinedToAmount(entries, pair.key)) continue;
      const key = this.key(pair.key);
      const value: Node = pair.value === null ? { kind: "scalar", text: "", block: false, span: key.span } : this.node(pair.value);
      if (refused && (pair.value === null || value.kind !== "scalar")) this.broken = true;
      entries.push({ key, value });
      this.refuseRepeated(key, byKey.get(key.text));
      byKey.set(key.text, byKey.get(key.text) ?? key);
    }
    return { kind: "map", entries, span: place };
  }

  /** { 30201: 138,000 } is 138 and a key 000 to YAML: the digits go back to the amount before them. */
  private joinedToAmount(entries: MapEntry[], rest: ParsedNode): boolean {
    const last = entries.at(-1);
    if (last?.value.kind !== "scalar" || !isScalar(rest) || !/^\d{3}(?!\d)/.test(String(rest.value)) || !/\d$/.test(last.value.text)) return false;
    const place = span(this.file, last.value.span.start, this.placeOf(rest).end);
    const text = this.file.text.slice(place.start, place.end);
    if (!/^[\d,.]+\D{0,3}$/.test(text)) return false;
    entries[entries.length - 1] = { key: last.key, value: { ...last.value, text, span: place } };
    return true;
  }

  private key(node: ParsedNode): ScalarNode {
    if (isScalar(node)) {
      this.refuseProperties(node, this.placeOf(node));
      return this.cleanKey(this.scalar(node as Scalar.Parsed, this.placeOf(node), true));
    }
    const converted = this.node(node);
    if (this.diagnostics.length === 0) this.diagnostics.push(error("key-not-text", "冒号前面只能写一个名称", converted.span));
    this.broken = true;
    return { kind: "scalar", text: "", block: false, span: converted.span };
  }

  private cleanKey(key: ScalarNode): ScalarNode {
    const { text, finding } = cleanKey(key);
    if (finding === undefined) return key;
    this.diagnostics.push(finding);
    if (finding.code === "full-width-indentation") this.broken = true;
    return { ...key, text };
  }

  private scalar(node: Scalar.Parsed, place: Span, isKey: boolean = false): ScalarNode {
    const { scalar, findings } = cleanScalar(node, place, { key: isKey, widthless: this.options.flow });
    this.diagnostics.push(...findings);
    return scalar;
  }

  private refuseProperties(node: ParsedNode, place: Span): void {
    const anchored = isAlias(node) || ("anchor" in node && node.anchor !== undefined);
    const tagged = isScalar(node) || isMap(node) || isSeq(node) ? node.tag !== undefined && !node.tag.startsWith("tag:yaml.org") : false;
    if (isAlias(node)) this.broken = true;
    if (anchored || tagged) {
      this.diagnostics.push(error("anchor-or-tag", "正文不能以 & * ! 开头：YAML 把它们当作记号", place, { hint: BLOCK_HINT }));
    }
  }

  /** Whether a collection in brackets was refused, itself or with the one that it lies in. */
  private refuseFlow(flow: boolean | undefined, place: Span): boolean {
    if (!flow || this.options.flow) return false;
    if (place.end <= this.flowEnd) return true;
    this.flowEnd = place.end;
    const hint = "一个数写一行；如果括号是正文，用“|”引出整段文字";
    this.diagnostics.push(error("flow-collection", "不能用 { } 或 [ ]：其中的逗号会把 138,000 拆成两个数", place, { hint }));
    return true;
  }

  private refuseRepeated(key: ScalarNode, first: ScalarNode | undefined): void {
    if (first === undefined || key.text === "") return;
    this.diagnostics.push(
      error("duplicate-key", `“${key.text}”写了两次`, key.span, {
        hint: "合并成一处，或者删掉多余的一处",
        related: [{ message: "第一次写在这里", span: first.span }],
      }),
    );
  }

  private tooDeep(place: Span): Node {
    if (place.end > this.flowEnd && !this.diagnostics.some(({ code }) => code === "too-deep")) this.diagnostics.push(tooDeep(place));
    this.broken = true;
    return { kind: "scalar", text: "", block: false, span: place };
  }
}

export function tooDeep(place: Span): Diagnostic {
  return error("too-deep", "这里一层套一层，套得太深", place, { hint: "检查是不是粘贴了别的文件；预算文件最多十来层" });
}
