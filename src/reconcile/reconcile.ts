import type { Diagnostic } from "../base/diagnostic.ts";
import type { Budget } from "../model/budget.ts";
import type { Derived } from "../model/derived.ts";
import { reconcileApprovals } from "./approvals.ts";
import { reconcileLastYear, reconcileLastYearFile } from "./last-year.ts";
import { reconcileTextAmounts } from "./text-amounts.ts";
import { reconcileTexts } from "./texts.ts";

/** The rules that hold figures against figures, in the order in which they run. */
const RULES: readonly ((budget: Budget, derived: Derived) => Diagnostic[])[] = [
  reconcileApprovals,
  reconcileLastYear,
  reconcileLastYearFile,
  reconcileTexts,
  reconcileTextAmounts,
];

export function reconcileFigures(budget: Budget, derived: Derived): Diagnostic[] {
  return RULES.flatMap((rule) => rule(budget, derived));
}
