import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Standard } from "../../model/standard.ts";
import type { StandardSources } from "../../model/standard-sources.ts";
import { Findings } from "../reader.ts";
import { checkDefinitions } from "./contract-defined.ts";
import { checkContents, checkRepeatedTables } from "./contract-tables.ts";
import { checkSelections } from "./selects-nothing.ts";

/** What a valid standard must keep beyond being valid, found without any budget file: nothing in it is idle, doubled or impossible. */
export function checkContract(standard: Standard, sources: StandardSources): Diagnostic[] {
  const findings = new Findings();
  checkContents(sources, findings);
  checkRepeatedTables(sources, findings);
  checkDefinitions(sources, findings);
  checkSelections(standard, findings);
  return findings.diagnostics;
}
