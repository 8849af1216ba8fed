import type { Diagnostic } from "../base/diagnostic.ts";
import type { Budget } from "../model/budget.ts";
import type { Derived } from "../model/derived.ts";
import { reconcileApprovals } from "./approvals.ts";
import { reconcileLastYear } from "./last-year.ts";
import { reconcileTextAmounts } from "./text-amounts.ts";

/** The rules that hold figures against figures, in the order in which they run. */
const RULES: readonly ((budget: Budget, derived: Derived) => Diagnostic[])[] = [reconcileApprovals, reconcileLastYear, reconcileTextAmounts];

export function reconcileFigures(budget: Budget, derived: Derived): Diagnostic[] {
  return RULES.flatMap((rule) => rule(budget, derived));
}
