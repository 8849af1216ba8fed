import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { withoutFoldingBlanks } from "../../base/chinese.ts";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { MapEntry, Node, ScalarNode } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { type SourceFile, type Span, span } from "../../base/span.ts";

export interface YamlOptions {
  /** Whether `[a, b]` is allowed: in a standard's folder yes, in a budget file never (千分位逗号 would split amounts). */
  readonly flow: boolean;
}

const BLOCK_HINT = "整段文字另起一行，用“|”引出，例如“绩效目标: |”，下一行再写正文";

/** Turns the library's tree into ours, and reports what a budget file may not hold. */
export function convert(root: ParsedNode, file: SourceFile, options: YamlOptions): Outcome<Node> {
  const converter = new Converter(file, options);
  const value = converter.node(root);
  return { value, diagnostics: converter.diagnostics };
}

/** Controls, line and direction marks that a reader does not see, non-characters, and halves of surrogate pairs. */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00a0\u3000]/;
const BLANK_NAMES: Readonly<Record<string, string>> = { "\u3000": "全角空格", "\u00a0": "不换行空格" };

/** Lines that begin something of their own: an item, a number, 目标1：. */
export const BEGINS_ANEW = /^\s*(?:-|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[^，。；、\s]{1,10}：)\s*\S/;
const ENDS_SENTENCE = /[。；：;:]\s*$/;

class Converter {
  readonly diagnostics: Diagnostic[] = [];
  private readonly file: SourceFile;
  private readonly options: YamlOptions;

  constructor(file: SourceFile, options: YamlOptions) {
    this.file = file;
    this.options = options;
  }

  node(node: ParsedNode | null): Node {
    if (node === null) return { kind: "scalar", text: "", block: false, span: span(this.file, 0) };
    const place = this.placeOf(node);
    this.refuseProperties(node, place);
    if (isMap(node)) return this.map(node as YAMLMap.Parsed, place);
    if (isSeq(node)) {
      this.refuseFlow(node.flow, place);
      return { kind: "list", items: node.items.map((item) => this.node(item as ParsedNode)), span: place };
    }
    return this.scalar(node as Scalar.Parsed, place);
  }

  private placeOf(node: ParsedNode): Span {
    return span(this.file, node.range[0], node.range[1]);
  }

  private map(map: YAMLMap.Parsed, place: Span): Node {
    this.refuseFlow(map.flow, place);
    const entries: MapEntry[] = [];
    const byKey = new Map<string, ScalarNode>();
    for (const pair of map.items) {
      const key = this.key(pair.key as ParsedNode);
      const value = this.node(pair.value as ParsedNode | null);
      entries.push({ key, value: value.span.start === 0 && value.span.end === 0 ? { ...value, span: key.span } : value });
      this.refuseRepeated(key, byKey.get(key.text));
      byKey.set(key.text, byKey.get(key.text) ?? key);
    }
    return { kind: "map", entries, span: place };
  }

  private key(node: ParsedNode): ScalarNode {
    const converted = this.node(node);
    if (converted.kind !== "scalar") {
      if (this.diagnostics.length === 0) this.diagnostics.push(error("key-not-text", "冒号前面只能写一个名称", converted.span));
      return { kind: "scalar", text: "", block: false, span: converted.span };
    }
    const invisible = INVISIBLE.exec(converted.text);
    if (invisible === null) return converted;
    const name = converted.text.replace(new RegExp(INVISIBLE, "g"), "");
    const what = BLANK_NAMES[invisible[0]] ?? "看不见的字符";
    const indents = invisible.index === 0 && invisible[0] in BLANK_NAMES;
    this.diagnostics.push(
      indents
        ? error("full-width-indentation", `缩进用了${what}`, converted.span, { hint: "改成半角空格，每层两格" })
        : error("invisible-character", `“${name}”里有${what}`, converted.span, { hint: "删掉它" }),
    );
    return { ...converted, text: name };
  }

  private scalar(node: Scalar.Parsed, place: Span): ScalarNode {
    const raw = node.value === null || node.value === undefined ? "" : String(node.value);
    const literal = node.type === "BLOCK_LITERAL";
    const folds = !literal && raw !== "" && this.file.text.slice(place.start, place.end).includes("\n");
    this.refuseLostText(node, place);
    this.refuseControlCharacters(raw, place);
    if (folds && node.type === "PLAIN") this.refuseJoinedLines(place);
    const text = raw.replace(new RegExp(CONTROL, "gu"), "");
    return { kind: "scalar", text: folds ? withoutFoldingBlanks(text) : text, block: literal || node.type === "BLOCK_FOLDED", span: place };
  }

  private refuseControlCharacters(text: string, place: Span): void {
    const control = CONTROL.exec(text);
    if (control === null) return;
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    this.diagnostics.push(error("control-character", `文字里有看不见的控制字符（U+${code}）`, place, { hint: "重新输入这段文字，不要从其他软件直接粘贴" }));
  }

  /** `办公楼 #1楼` loses its end without a word: a comment is expected to begin with “# ”. */
  private refuseLostText(node: Scalar.Parsed, place: Span): void {
    if (node.type !== "PLAIN" || !node.comment || /^[\s#]/.test(node.comment)) return;
    const at = this.file.text.indexOf(`#${node.comment.split("\n")[0]}`, place.end);
    const rest = this.file.text.slice(place.end, at);
    if (at < 0 || rest.includes("\n")) return;
    const lost = `#${node.comment.split("\n")[0]}`;
    this.diagnostics.push(
      error("text-after-hash", `“${lost}”会被当成注释丢掉`, span(this.file, at, at + lost.length), {
        hint: `如果是正文：${BLOCK_HINT}；如果是注释：在 # 后面加一个空格`,
      }),
    );
  }

  /** Lines without `|` become one paragraph: right for a sentence that was broken, wrong for several paragraphs or a list. */
  private refuseJoinedLines(place: Span): void {
    const lines = this.file.text.slice(place.start, place.end).split("\n");
    let at = place.start;
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1] ?? "";
      if (index > 0 && line.trim() !== "" && (BEGINS_ANEW.test(line) || ENDS_SENTENCE.test(before))) {
        this.diagnostics.push(
          error("lines-joined", "这一行会和上一行连成一段", span(this.file, at + line.length - line.trimStart().length, at + line.length), {
            hint: BLOCK_HINT,
          }),
        );
        return;
      }
      at += line.length + 1;
    }
  }

  private refuseProperties(node: ParsedNode, place: Span): void {
    const anchored = isAlias(node) || ("anchor" in node && node.anchor !== undefined);
    const tagged = isScalar(node) || isMap(node) || isSeq(node) ? node.tag !== undefined && !node.tag.startsWith("tag:yaml.org") : false;
    if (anchored || tagged) {
      this.diagnostics.push(error("anchor-or-tag", "正文不能以 & * ! 开头：YAML 把它们当作记号", place, { hint: BLOCK_HINT }));
    }
  }

  private refuseFlow(flow: boolean | undefined, place: Span): void {
    if (!flow || this.options.flow) return;
    if (this.diagnostics.some(({ code, span: outer }) => code === "flow-collection" && outer && outer.start <= place.start && place.end <= outer.end)) return;
    this.diagnostics.push(
      error("flow-collection", "不能用 { } 或 [ ]：其中的逗号会把 138,000 拆成两个数", place, { hint: flowHint(this.file.text.slice(place.start, place.end)) }),
    );
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
}

function flowHint(text: string): string {
  const code = /^\[(\d{3,7})\]/.exec(text)?.[1];
  return code === undefined ? "一个数写一行；如果括号是正文，用“|”引出整段文字" : `编码不加方括号：写成“${code} 名称: 金额”`;
}
