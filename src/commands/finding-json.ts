import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { type Range, rangeOf } from "./place.ts";

/** A range of a file; what no place can be named for is null. */
type PlaceJson = { readonly file: string | null } & { readonly [Key in keyof Range]: number | null };

/** A finding for a program: file, lines and columns instead of the marked line. Every key is always there. */
interface FindingJson extends PlaceJson {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly related: readonly (PlaceJson & { readonly message: string })[];
}

/** `file` is the one that was looked at, for findings without a place of their own. */
export function findingJson({ severity, code, message, span, hint, related = [] }: Diagnostic, file: string | null = null): FindingJson {
  return {
    ...placeJson(span, file),
    severity,
    code,
    message,
    hint: hint ?? null,
    related: related.map((place) => ({ ...placeJson(place.span, file), message: place.message })),
  };
}

function placeJson(span: Span | undefined, file: string | null): PlaceJson {
  if (span === undefined) return { file, line: null, column: null, endLine: null, endColumn: null };
  return { file: span.file.path, ...rangeOf(span) };
}
