import type { ExpenditureFact } from "./budget.ts";
import type { Decomposition } from "./decomposition.ts";
import type { Derived } from "./derived.ts";
import type { Change } from "./figure.ts";
import type { WordFormat } from "./standard.ts";
import type { Text } from "./text.ts";

/** A reason that a sentence of the document prints, whether or not the file has it. */
export interface AskedReason {
  /** The figure, or the code of a 功能科目: what the file writes it under. */
  readonly name: string;
  /** 2010301 行政运行 for a code; a figure's name as it is. */
  readonly title: string;
  readonly change: Change;
  /** How the sentence prints amounts. */
  readonly format: WordFormat;
  /** This year's money. */
  readonly facts: readonly ExpenditureFact[];
  /** The officer's words as they are printed; absent where there are none yet. */
  readonly own?: string;
  /** What the file of last year said; absent where there is none. */
  readonly lastYear?: Text;
  /** What the change is made of, taken apart when it is asked for. */
  readonly decomposition: () => Decomposition;
}

/** The reasons of a document with what words them. */
export interface CompiledReasons {
  readonly asked: readonly AskedReason[];
  readonly derived: Derived;
  /** Whether last year's file is known. */
  readonly linked: boolean;
}
