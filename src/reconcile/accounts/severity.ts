import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { RuleSeverity } from "../../model/accounts.ts";

/** A finding as sure as the rule says. */
export const REPORT: Readonly<Record<RuleSeverity, (...given: Parameters<typeof warning>) => Diagnostic>> = { warning, note };
