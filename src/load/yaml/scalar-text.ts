import type { Scalar } from "yaml";
import { withoutFoldingBlanks } from "../../base/chinese.ts";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { ScalarNode } from "../../base/node.ts";
import { type Span, span } from "../../base/span.ts";

const BLOCK_HINT = "整段文字另起一行，用“|”引出，例如“绩效目标: |”，下一行再写正文";

/** Controls, line and direction marks that a reader does not see, non-characters, and halves of surrogate pairs. */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;

/** Signs without any width, which come along with text from web pages and mean nothing in a budget. */
const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff]/g;

/** Lines that begin something of their own: an item, a number, 目标1：. */
export const BEGINS_ANEW = /^\s*(?:-|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[^，。；、\s]{1,10}：)\s*\S/;
const ENDS_SENTENCE = /[。；：;:]\s*$/;

/** What of a scalar is as its author meant it whatever it looks like. */
export interface Kept {
  /** A name keeps all that is seen of it, since it must be one that is known. */
  readonly key: boolean;
  /** The author of a standard says by a blank without width where a title may break. */
  readonly widthless: boolean;
}

/** The text of a scalar as the author meant it, and what is wrong with how it is written. */
export function cleanScalar(node: Scalar.Parsed, place: Span, kept: Kept): { readonly scalar: ScalarNode; readonly findings: readonly Diagnostic[] } {
  const raw = node.value === null || node.value === undefined ? "" : String(node.value);
  const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  const folds = node.type !== "BLOCK_LITERAL" && raw !== "" && sourceOf(place).includes("\n");
  const joined = folds && node.type === "PLAIN" ? joinedLines(place) : undefined;
  const findings = [lostText(node, place), controlCharacter(raw, place), joined].filter((each) => each !== undefined);
  return { scalar: { kind: "scalar", text: kept.key ? withoutControls(raw) : cleaned(raw, node, folds, kept), block, span: place }, findings };
}

/** What somebody had in mind who began a line anew. */
function hintForJoined(line: string): string {
  if (/^\s*[-－—–·•]/.test(line)) return "一项一项地写的，每项以“- ”开头：半角减号，后面空一格";
  if (/^\s*[^，。；、\s]{1,10}：/.test(line)) return `是“名称: 内容”的，冒号用半角，后面空一格；是正文的，${BLOCK_HINT}`;
  return BLOCK_HINT;
}

function cleaned(raw: string, { type }: Scalar.Parsed, folds: boolean, { widthless }: Kept): string {
  const text = widthless ? withoutControls(raw) : withoutControls(raw).replace(WIDTHLESS, "");
  if (folds) return withoutFoldingBlanks(text);
  // Blanks of web pages and of full width around a word are not part of it.
  return type === "PLAIN" ? text.trim() : text;
}

function withoutControls(raw: string): string {
  return raw.replace(new RegExp(CONTROL, "gu"), "");
}

function sourceOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

function controlCharacter(text: string, place: Span): Diagnostic | undefined {
  const control = CONTROL.exec(text);
  if (control === null) return undefined;
  const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return error("control-character", `文字里有看不见的控制字符（U+${code}）`, place, { hint: "重新输入这段文字，不要从其他软件直接粘贴" });
}

/** `办公楼 #1楼` loses its end without a word: a comment is expected to begin with “# ”. */
function lostText(node: Scalar.Parsed, { file, end }: Span): Diagnostic | undefined {
  if (node.type !== "PLAIN" || !node.comment || /^[\s#]/.test(node.comment)) return undefined;
  const lost = `#${node.comment.split("\n")[0]}`;
  const at = file.text.indexOf(lost, end);
  if (at < 0 || file.text.slice(end, at).includes("\n")) return undefined;
  const hint = `如果是正文：${BLOCK_HINT}；如果是注释：在 # 后面加一个空格`;
  return error("text-after-hash", `“${lost}”会被当成注释丢掉`, span(file, at, at + lost.length), { hint });
}

/** Lines without `|` become one paragraph: right for a sentence that was broken, wrong for several paragraphs or a list. */
function joinedLines(place: Span): Diagnostic | undefined {
  const lines = sourceOf(place).split("\n");
  let at = place.start;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? "";
    if (index > 0 && line.trim() !== "" && (BEGINS_ANEW.test(line) || ENDS_SENTENCE.test(before))) {
      const found = span(place.file, at + line.length - line.trimStart().length, at + line.length);
      return error("lines-joined", "这一行会和上一行连成一段", found, { hint: hintForJoined(line) });
    }
    at += line.length + 1;
  }
  return undefined;
}
