import { resolve } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";

/**
 * Findings on other files than the one at hand, such as last year's: each is told once in a run, and where that file itself is among
 * those of the run, with it.
 */
export class ForeignFindings {
  private readonly files: ReadonlySet<string>;
  private readonly told = new Set<string>();

  constructor(files: readonly string[]) {
    this.files = new Set(files.map((file) => resolve(file)));
  }

  /** What of a file's findings is to be told with it. */
  toldWith(path: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const own = resolve(path);
    return diagnostics.filter(({ code, message, span }) => {
      const other = span === undefined ? own : resolve(span.file.path);
      if (other === own) return true;
      if (this.files.has(other)) return false;
      const key = `${other}|${span?.start}|${code}|${message}`;
      return !this.told.has(key) && this.told.add(key);
    });
  }
}
