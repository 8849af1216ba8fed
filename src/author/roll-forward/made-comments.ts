import type { Node, ScalarNode } from "../../base/node.ts";
import type { SourceFile } from "../../base/span.ts";
import { confirmationsIn } from "../../confirm/comments.ts";
import type { Edit } from "../edits.ts";
import { lineEnd, lineStart } from "./lines.ts";

/** How the comments begin that rolling forward writes, so that the next time knows them for its own. */
const ABOVE = /^[ \t]*# 上年(?:：|已核对 |的(?:一次性项目)?“.*”没有带过来)/;
const CONFIRMED = /(?<![ \t])[ \t]+# 上年已核对 [^#\n]*(?:#(?!\s)[^#\n]*)*(?=[ \t]#|$)/gm;

/** Words of an amount or a quantity that fit behind its line: 229,800 or 1辆. */
const AMOUNT = String.raw`(?:\d[\d,.]*[\p{Script=Han}（）]{0,6}|无)`;
const BEHIND = new RegExp(String.raw`(?<![ \t])[ \t]+# 上年 ${AMOUNT}(?=[ \t]*$|[ \t]+#)`, "gmu");
const ONE_AMOUNT = new RegExp(`^${AMOUNT}$`, "u");

export function fitsBehind(words: string): boolean {
  return ONE_AMOUNT.test(words);
}

/** Last year's amount behind this year's place. */
export function behind(words: string): string {
  return `  # 上年 ${words}`;
}

/** Last year's words, each line a comment, above their place. */
export function above(words: string, margin: string): string {
  const lines = words.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return lines.map((line) => `${margin}# 上年：${line}\n`).join("");
}

/** Why next year's file does not need it, where it is not that last year's file has the amounts. */
const DROPPED_BECAUSE: ReadonlyMap<string, string> = new Map([
  ["前年数", "前年的数由上年文件得出"],
  ["同口径调整", "今年还要调整的另写"],
  ["科目对照", "今年的科目又有变动的另写"],
  ["上年名称", "两年的名称一样就对得上"],
]);

export function droppedSection(key: string): string {
  return `# 上年的“${key}”没有带过来，${DROPPED_BECAUSE.get(key) ?? "上年的数由上年文件算出"}`;
}

export function droppedProject(name: string): string {
  return `# 上年的一次性项目“${name.replace(/\s+/g, " ")}”没有带过来`;
}

/** Takes away what was written a year ago, and makes of each 已核对 a plain comment: the officer looks again. */
export function oldComments(root: Node): { readonly edits: readonly Edit[]; readonly confirmations: number } {
  const { file } = root.span;
  const texts = new Texts(root);
  const confirmations = confirmationsIn(root).filter(({ inText }) => !inText);
  const turned = confirmations.map(({ span }) => ({
    start: file.text.indexOf("已核对", span.start),
    end: file.text.indexOf("已核对", span.start),
    text: "上年",
  }));
  return { edits: [...linesIn(file, texts), ...behindIn(file, texts), ...turned.map(spaced(file))], confirmations: confirmations.length };
}

/** `#已核对` and `# 已核对` alike become `# 上年已核对`. */
function spaced(file: SourceFile): (edit: Edit) => Edit {
  return ({ start, end, text }) => (file.text[start - 1] === "#" ? { start, end, text: ` ${text}` } : { start, end, text });
}

function linesIn(file: SourceFile, texts: Texts): Edit[] {
  return file.lineStarts.flatMap((start) => {
    const end = lineEnd(file, start);
    if (!ABOVE.test(file.text.slice(start, end)) || texts.hold(file.text.indexOf("#", start))) return [];
    return [{ start, end: Math.min(end + 1, file.text.length), text: "" }];
  });
}

function behindIn(file: SourceFile, texts: Texts): Edit[] {
  return [BEHIND, CONFIRMED].flatMap((pattern) =>
    [...file.text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const own = file.text.slice(lineStart(file, index), index).trim() === "";
      return own || texts.hold(file.text.indexOf("#", index)) ? [] : [{ start: index, end: index + found.length, text: "" }];
    }),
  );
}

/** Where a file has words of its own, in which `#` is a sign like any other. */
class Texts {
  private readonly spans: readonly { readonly start: number; readonly end: number }[];

  constructor(root: Node) {
    this.spans = scalarsIn(root)
      .map(({ block, span: { file, start, end } }) => ({ start: block ? lineEnd(file, start) : start, end }))
      .sort((a, b) => a.start - b.start);
  }

  hold(offset: number): boolean {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const before = this.spans[low - 1];
    return before !== undefined && offset < before.end;
  }
}

function scalarsIn(node: Node): ScalarNode[] {
  if (node.kind === "scalar") return [node];
  if (node.kind === "list") return node.items.flatMap(scalarsIn);
  return node.entries.flatMap(({ key, value }) => [key, ...scalarsIn(value)]);
}
