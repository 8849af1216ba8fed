import type { ListedApprovals } from "../model/approval-list.ts";
import type { Budget } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import type { Derived } from "../model/derived.ts";
import type { Standard } from "../model/standard.ts";

/** What the rules may look at: the facts, what was derived of them, and the data of the standard and of the year. */
export interface Reconciled {
  readonly budget: Budget;
  readonly derived: Derived;
  readonly standard: Standard;
  readonly classification: Classification;
  /** What a bureau's own list says of the unit, where one is given. */
  readonly listed?: ListedApprovals;
}
