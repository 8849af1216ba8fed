import { styleText } from "node:util";
import stringWidth from "string-width";
import type { Diagnostic, RelatedPlace, Severity } from "../base/diagnostic.ts";
import { lineText, position, type Span } from "../base/span.ts";
import { placeOf, printable } from "./place.ts";
import { SEVERITY_NAMES } from "./severity.ts";

const SEVERITY_COLOURS: Readonly<Record<Severity, Parameters<typeof styleText>[0]>> = { error: "red", warning: "yellow", note: "cyan" };

/** A diagnostic as a person reads it: place, what is wrong, the line with the range underlined, what to do. */
export function showDiagnostic(diagnostic: Diagnostic, colour: boolean): string {
  const { severity, code, message, span, hint, related = [] } = diagnostic;
  const paint = (text: string, style: Parameters<typeof styleText>[0]): string => (colour ? styleText(style, text, { validateStream: false }) : text);
  const name = paint(`${SEVERITY_NAMES[severity]}[${code}]`, SEVERITY_COLOURS[severity]);
  return [
    `${span === undefined ? "" : `${placeOf(span)}: `}${name} ${printable(message)}`,
    ...(span === undefined ? [] : frame(span)),
    ...related.flatMap((place) => showRelated(place)),
    ...(hint === undefined ? [] : [`  ${paint("怎么改", "green")}：${printable(hint)}`]),
  ].join("\n");
}

function showRelated({ message, span }: RelatedPlace): string[] {
  return [`  ${printable(message)}：${placeOf(span)}`, ...frame(span)];
}

/** Characters of a line that are shown on each side of a mark. */
const SURROUNDINGS = 40;

/** The source line, and under it a mark as wide as what it marks, full-width characters counted as two. A long line is clipped. */
function frame(span: Span): string[] {
  const { line } = position(span.file, span.start);
  const text = lineText(span.file, line);
  if (text.trim() === "") return [];
  const lineStart = span.file.lineStarts[line - 1] ?? 0;
  const from = Math.min(span.start - lineStart, text.length);
  const to = Math.max(from + 1, Math.min(text.length, span.end - lineStart, from + SURROUNDINGS));
  const start = from > SURROUNDINGS * 2 ? from - SURROUNDINGS : 0;
  const end = text.length > to + SURROUNDINGS * 2 ? to + SURROUNDINGS : text.length;
  const head = (start > 0 ? "…" : "") + printable(text.slice(start, from));
  const shown = head + printable(text.slice(from, end)) + (end < text.length ? "…" : "");
  const mark = "^".repeat(Math.max(1, stringWidth(printable(text.slice(from, to)))));
  return [`${String(line).padStart(5)} | ${shown}`, `${" ".repeat(5)} | ${" ".repeat(stringWidth(head))}${mark}`];
}
