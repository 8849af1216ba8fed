import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { ROOT } from "./compile.ts";

/** The codes of the rules on accounts, which judge what money of tests may well look like. */
const ACCOUNT_CODES = new Set(readdirSync(join(ROOT, "src", "reconcile", "accounts")).map((file) => file.replace(/\.ts$/, "")));

/** Whether a finding is a warning or a note on the accounts of a budget whose accounts are not what is tested. */
export function isJudgement({ severity, code }: Diagnostic): boolean {
  return severity !== "error" && (severity === "note" || code === "source-differs" || ACCOUNT_CODES.has(code));
}
