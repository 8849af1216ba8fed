import type { Span } from "../base/span.ts";

/** A paragraph of official wording with names in it, as a standard's folder has it. */
export interface TextTemplate {
  readonly source: string;
  readonly span: Span;
}
