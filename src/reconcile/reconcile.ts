import type { Diagnostic } from "../base/diagnostic.ts";
import { reconcileApprovals } from "./approvals.ts";
import { reconcileLastYear, reconcileLastYearFile } from "./last-year.ts";
import type { Reconciled } from "./reconciled.ts";
import { reconcileTextAmounts } from "./text-amounts.ts";
import { reconcileTexts } from "./texts.ts";

/** The rules that hold figures against figures, in the order in which they run. */
const RULES: readonly ((given: Reconciled) => Diagnostic[])[] = [
  reconcileApprovals,
  reconcileLastYear,
  reconcileLastYearFile,
  reconcileTexts,
  reconcileTextAmounts,
];

export function reconcileFigures(given: Reconciled): Diagnostic[] {
  return RULES.flatMap((rule) => rule(given));
}
