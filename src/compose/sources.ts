import type { Diagnostic } from "../base/diagnostic.ts";
import type { AskedReason } from "../model/asked-reason.ts";
import type { Budget } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import type { Derived } from "../model/derived.ts";
import type { Standard } from "../model/standard.ts";
import type { ReadyTemplates } from "./templates.ts";
import type { WantedAmounts } from "./wanted.ts";

/** All that wording draws on. */
export interface Sources {
  readonly budget: Budget;
  readonly standard: Standard;
  readonly classification: Classification;
  readonly derived: Derived;
  readonly templates: ReadyTemplates;
  readonly report: (diagnostic: Diagnostic) => void;
  /** What of earlier years is missing; reported once the whole document is composed. */
  readonly wanted: WantedAmounts;
  /** Every reason that a sentence prints, each time it does. */
  readonly ask?: (reason: AskedReason) => void;
}
