import type { Diagnostic } from "./diagnostic.ts";

/** What a stage gives: its value, when there is one, and everything it found. */
export interface Outcome<Value> {
  readonly value?: Value;
  readonly diagnostics: readonly Diagnostic[];
}
