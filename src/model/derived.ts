import type { Diagnostic } from "../base/diagnostic.ts";
import type { Exact, Money } from "../base/money.ts";
import type { ExpenditureFact } from "./budget.ts";
import type { ComparedMoney, Decomposition, ReasonDraft } from "./decomposition.ts";
import type { Change, Figure } from "./figure.ts";
import type { ListMember } from "./list.ts";
import type { WordFormat } from "./standard.ts";
import type { Table } from "./table.ts";
import type { Text } from "./text.ts";

/** What is derived of a budget under a standard: all that sentences and pages are made of. */
export interface Derived {
  readonly figures: ReadonlyMap<string, Figure>;
  /** How a figure differs from last year's; absent where last year's amount is not known. */
  readonly changes: ReadonlyMap<string, Change>;
  /** How any two amounts (元) compare as displayed. */
  readonly compare: (current: Money, base: Money, format: WordFormat) => Change;
  /** 合计 of stated quantities, by name. */
  readonly quantities: ReadonlyMap<string, DerivedQuantity>;
  /** Amounts (元) of last year and of the year before it, where they are known. */
  readonly lastYear: ReadonlyMap<string, Money>;
  /** Figures of last year's file, under the same selections as this year's; empty where there is no file. */
  readonly lastYearFigures: ReadonlyMap<string, Figure>;
  readonly yearBeforeLast: ReadonlyMap<string, Money>;
  /** The same as last year's file alone gives them; none where there is no such file. */
  readonly lastYearsBase: ReadonlyMap<string, Money>;
  readonly lists: ReadonlyMap<string, readonly ListMember[]>;
  readonly tables: ReadonlyMap<string, Table>;
  /** What the change of a figure is made of; absent where last year's amount is not known. */
  readonly contributions: (name: string) => Decomposition | undefined;
  /** What the change of any money is made of. */
  readonly decompose: (money: ComparedMoney) => Decomposition;
  /** A change worded by its largest parts, as the standard words them. */
  readonly draft: (decomposition: Decomposition, format: WordFormat) => ReasonDraft;
  /** An officer's text with its figures printed. */
  readonly print: TextPrinter;
}

export interface DerivedQuantity {
  readonly value: Exact;
  readonly measure: string;
}

/** Prints a text; `facts` are the money of the project whose text it is. What cannot be printed is reported. */
export type TextPrinter = (text: Text, facts: readonly ExpenditureFact[], report: (diagnostic: Diagnostic) => void, format?: WordFormat) => string;
