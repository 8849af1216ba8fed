import type { Node, ScalarNode } from "../base/node.ts";
import { type Span, span } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Text, TextRun } from "../model/text.ts";
import type { Findings } from "./reader.ts";
import { asScalar } from "./reader.ts";

/** Whether a 【名称】 names something, and if not what was probably meant. */
export interface KnownNames {
  has(name: string): boolean;
  all(): Iterable<string>;
}

/** Reads a one-line text. */
export function readText(node: Node, what: string, names: KnownNames, findings: Findings, toWrite?: string): Text | undefined {
  const scalar = asScalar(node, what, findings, toWrite);
  return scalar === undefined ? undefined : textOf(scalar, scalar.text.replaceAll("\n", "").trim(), names, findings);
}

/** Reads one or more paragraphs: a `|` block gives one a line, any other scalar is one. */
export function readParagraphs(node: Node, what: string, names: KnownNames, findings: Findings): Text[] | undefined {
  const scalar = asScalar(node, what, findings);
  if (scalar === undefined) return undefined;
  return scalar.text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => textOf(scalar, line, names, findings));
}

/** Scans 【名称】 into runs. There is no other syntax: text is never markup and never a template. */
function textOf(scalar: ScalarNode, text: string, names: KnownNames, findings: Findings): Text {
  const runs: TextRun[] = [];
  let end = 0;
  let from = scalar.span.start;
  for (const match of text.matchAll(/【([^【】]*)】/g)) {
    const name = (match[1] ?? "").trim();
    const place = placeOf(scalar, match[0], from);
    from = place.end;
    if (!names.has(name)) {
      findings.error(
        "unknown-figure",
        `【${name}】没有对应的数`,
        place,
        didYouMean(name, names.all()) ?? "可用的名称见 docs/budget-file.zh-CN.md 的“数的名称”",
      );
    }
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ figure: name, span: place });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return { runs, span: scalar.span };
}

/** Where a piece of a scalar stands in the file, as nearly as its spelling there allows. */
function placeOf(scalar: ScalarNode, piece: string, from: number): Span {
  const at = scalar.span.file.text.indexOf(piece, from);
  return at >= 0 && at < scalar.span.end ? span(scalar.span.file, at, at + piece.length) : scalar.span;
}
