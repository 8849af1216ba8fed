import type { Diagnostic } from "../base/diagnostic.ts";
import { ACCOUNT_RULES } from "./accounts/accounts.ts";
import { reconcileApprovals, reconcileListedApprovals } from "./approvals.ts";
import { reconcileAdjustedParts, reconcileAdjustments, reconcileLastYear, reconcileLastYearFile, reconcileYearBeforeLast } from "./last-year.ts";
import type { Reconciled } from "./reconciled.ts";
import { WORDS, WORDS_AND_FIGURES } from "./texts/rules.ts";

type Rule = (given: Reconciled) => Diagnostic[];

/** The rules that hold figures against figures, and words against figures, in the order in which they run. */
const FIGURE_RULES: readonly Rule[] = [
  reconcileApprovals,
  reconcileListedApprovals,
  reconcileLastYear,
  reconcileLastYearFile,
  reconcileYearBeforeLast,
  reconcileAdjustments,
  reconcileAdjustedParts,
  ...WORDS_AND_FIGURES,
  ...ACCOUNT_RULES,
];

/** Whatever the rules find. Where some money could not be read, figures are not compared: what follows from that is no finding. */
export function reconcileFigures(given: Reconciled): Diagnostic[] {
  const rules = given.budget.unread.money ? WORDS : [...FIGURE_RULES, ...WORDS];
  return rules.flatMap((rule) => rule(given));
}
