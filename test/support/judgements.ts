import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { ROOT } from "./compile.ts";

/** The codes of the rules on accounts and on words, which judge what the money and the texts of tests may well look like. */
const CODES = new Set(["accounts", "texts"].flatMap((folder) => readdirSync(join(ROOT, "src", "reconcile", folder)).map((file) => file.replace(/\.ts$/, ""))));

/** Whether a finding is a warning or a note on what a budget says, where that is not what is tested. */
export function isJudgement({ severity, code }: Diagnostic): boolean {
  return severity !== "error" && (severity === "note" || code === "source-differs" || CODES.has(code));
}
