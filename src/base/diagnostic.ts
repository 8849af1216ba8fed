import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "note";

/** Another place that a finding speaks of, with a few words on it. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/**
 * One thing that is wrong with a document, as a value. Messages are Chinese sentences in the
 * user's own terms; `code` is a stable English word that documentation and tests refer to.
 */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Absent only where no file can be named, such as a missing browser. */
  readonly span?: Span;
  readonly related?: readonly RelatedPlace[];
  /** One line on how to mend it. */
  readonly hint?: string;
  /** Whether an officer may confirm an error as right, as every warning and note: what looks like a secret and is none. */
  readonly confirmable?: true;
}

type Details = Pick<Diagnostic, "hint" | "related" | "confirmable">;

export function error(code: string, message: string, span?: Span, details: Details = {}): Diagnostic {
  return { severity: "error", code, message, ...(span && { span }), ...details };
}

export function warning(code: string, message: string, span?: Span, details: Details = {}): Diagnostic {
  return { severity: "warning", code, message, ...(span && { span }), ...details };
}

/** What a person should know and may leave: nothing is said to be wrong. */
export function note(code: string, message: string, span?: Span, details: Details = {}): Diagnostic {
  return { severity: "note", code, message, ...(span && { span }), ...details };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Sorted by file, then place, then code; findings without a place come first; repeated ones are dropped. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((diagnostic) => {
    const key = `${diagnostic.code}|${diagnostic.span?.file.path ?? ""}|${diagnostic.span?.start ?? ""}|${diagnostic.message}`;
    return !seen.has(key) && seen.add(key);
  });
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return unique.sort(
    (a, b) => compareText(a.span?.file.path ?? "", b.span?.file.path ?? "") || (a.span?.start ?? -1) - (b.span?.start ?? -1) || compareText(a.code, b.code),
  );
}
