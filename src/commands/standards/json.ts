import type { Diagnostic } from "../../base/diagnostic.ts";
import { position, type Span } from "../../base/span.ts";
import type { Terminal } from "../exit.ts";

export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(JSON.stringify(value, null, 2));
}

/** A finding for a program: file, line and column instead of the marked line. */
export function diagnosticJson({ severity, code, message, span, hint, related = [] }: Diagnostic): object {
  return {
    severity,
    code,
    message,
    ...(span && placeJson(span)),
    ...(hint !== undefined && { hint }),
    ...(related.length > 0 && { related: related.map((place) => ({ message: place.message, ...placeJson(place.span) })) }),
  };
}

function placeJson(span: Span): object {
  return { file: span.file.path, ...position(span.file, span.start) };
}
