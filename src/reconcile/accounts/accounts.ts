import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { reconcileExpenditureNatures } from "./category-expenditure-nature.ts";
import { reconcilePairs } from "./category-pair.ts";
import { reconcileUnitNatures } from "./category-unit-nature.ts";
import { reconcileGoals } from "./goal-missing.ts";
import { reconcileCompanions } from "./insurance-missing.ts";
import { reconcileUncounted } from "./money-uncounted.ts";
import { reconcileNotes } from "./note-of-another-fund.ts";
import { reconcileComparisons } from "./operating-expenses-differ.ts";
import { reconcileProcuredPurchases } from "./procurement-below-purchases.ts";
import { reconcileProcurementDetails } from "./procurement-details-differ.ts";
import { reconcileProcurementMoney } from "./procurement-exceeds.ts";
import { reconcileProjectSources } from "./project-sources-differ.ts";
import { reconcileTotalBudgets } from "./project-total-budget.ts";
import { reconcileRepeatedProjects } from "./project-twice.ts";
import { reconcileProjectYears } from "./project-years.ts";
import { reconcilePurchases } from "./purchases-differ.ts";
import { reconcileWages } from "./staff-wages.ts";
import { reconcileSubordinates } from "./subordinates-differ.ts";
import { reconcileUnitsOfAmounts } from "./ten-thousand-fold.ts";
import { reconcileTotals } from "./totals-disagree.ts";
import { reconcileVehicles } from "./vehicles-differ.ts";

/** The rules on accounts and on what must be explained; what they go by is accounts.yaml. Each has the name of its code. */
export const ACCOUNT_RULES: readonly ((given: Reconciled) => Diagnostic[])[] = [
  reconcileUnitNatures,
  reconcileExpenditureNatures,
  reconcilePairs,
  reconcileCompanions,
  reconcileWages,
  reconcileUnitsOfAmounts,
  reconcileTotals,
  reconcileComparisons,
  reconcileUncounted,
  reconcileVehicles,
  reconcilePurchases,
  reconcileProcuredPurchases,
  reconcileProcurementMoney,
  reconcileProcurementDetails,
  reconcileSubordinates,
  reconcileTotalBudgets,
  reconcileProjectSources,
  reconcileProjectYears,
  reconcileRepeatedProjects,
  reconcileGoals,
  reconcileNotes,
];
