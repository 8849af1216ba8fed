import type { Diagnostic } from "../base/diagnostic.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { Change, Figure } from "./figure.ts";
import type { Table } from "./table.ts";
import type { Text } from "./text.ts";

/** What is derived of a budget under a standard: all that sentences and pages are made of. */
export interface Derived {
  readonly figures: ReadonlyMap<string, Figure>;
  /** How a figure differs from last year's; absent where last year's amount is not known. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly tables: ReadonlyMap<string, Table>;
  /** An officer's text with its figures printed. */
  readonly print: TextPrinter;
}

/** Prints a text; `facts` are the money of the project whose text it is. What cannot be printed is reported. */
export type TextPrinter = (text: Text, facts: readonly ExpenditureFact[], report: (diagnostic: Diagnostic) => void) => string;
