import { fileURLToPath } from "node:url";
import { showDiagnostic } from "../../src/commands/report.ts";
import { type Compiled, compileBudget, packageRoot } from "../../src/compile.ts";
import { sourceResources } from "./resources.ts";

/** The repository, wherever it was cloned. */
export const ROOT = packageRoot();

export function fixture(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The resources as they lie in the sources: nothing that an earlier build left behind. */
export const RESOURCES = sourceResources();

/** Compiles a budget that must have no errors. */
export function compiled(path: string): Compiled {
  const { value, diagnostics } = compileBudget(path, RESOURCES);
  if (value === undefined) throw new Error(diagnostics.map((diagnostic) => showDiagnostic(diagnostic, false)).join("\n"));
  return value;
}
