import { type Diagnostic, sortDiagnostics } from "../base/diagnostic.ts";
import { compileBudget, printability, type Resources, readyResources } from "../compile.ts";
import { type CheckFormat, type CheckOptions, USUAL_CHECK } from "./check-options.ts";
import { exitOf, listed, type Report, worse } from "./checked.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";

/** check FILE…: says everything that is wrong with each file; renders and writes nothing. */
export async function runCheck(
  files: readonly string[],
  terminal: Terminal,
  given: readonly string[] = [],
  { format, max, strict }: CheckOptions = USUAL_CHECK,
): Promise<ExitCode> {
  const resources = { ...readyResources(), given };
  const report = await REPORTS[format](terminal);
  let exit: ExitCode = EXIT.fine;
  for (const path of files) {
    const { diagnostics, partial } = checkFile(path, resources);
    await report.file({ path, diagnostics, listed: listed(diagnostics, max), partial });
    exit = worse(exit, exitOf(path, diagnostics, strict));
  }
  report.end();
  return exit;
}

/** Everything that is wrong with a file, and whether it was read to the end. */
export function checkFile(path: string, resources: Resources): { readonly diagnostics: readonly Diagnostic[]; readonly partial: boolean } {
  const { value, diagnostics, partial } = compileBudget(path, resources);
  return { diagnostics: value === undefined ? diagnostics : sortDiagnostics([...diagnostics, ...printability(value)]), partial };
}

/** Each way of telling is loaded only where it is asked for. */
const REPORTS: Readonly<Record<CheckFormat, (terminal: Terminal) => Promise<Report>>> = {
  text: async (terminal) => (await import("./check/text.ts")).textReport(terminal),
  short: async (terminal) => (await import("./check/short.ts")).shortReport(terminal),
  json: async (terminal) => (await import("./check/json.ts")).jsonReport(terminal),
  sarif: async (terminal) => (await import("./check/sarif.ts")).sarifReport(terminal),
  github: async (terminal) => (await import("./check/github.ts")).githubReport(terminal),
};
