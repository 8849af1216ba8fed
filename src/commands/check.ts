import { sortDiagnostics } from "../base/diagnostic.ts";
import { type Compilation, compileBudget, printability, type Resources, readyResources } from "../compile.ts";
import type { ListedApprovals } from "../model/approval-list.ts";
import { type CheckFormat, type CheckOptions, USUAL_CHECK } from "./check-options.ts";
import { exitOf, listed, type Report, worse } from "./checked.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { ForeignFindings } from "./foreign-findings.ts";

/** What check may look at beside the files. */
export interface CheckSources {
  /** A bureau's own list of what it approved. */
  readonly approvals?: string;
  /** The folder of lists of 科目 that a bureau imported. */
  readonly lists?: string;
}

/** check FILE…: says everything that is wrong with each file; renders and writes nothing. */
export async function runCheck(
  files: readonly string[],
  terminal: Terminal,
  given: readonly string[] = [],
  { format, max, strict }: CheckOptions = USUAL_CHECK,
  sources: CheckSources = {},
): Promise<ExitCode> {
  const { resources, approvals, found: ofList } = await sourcesOf(given, sources);
  const report = await REPORTS[format](terminal);
  let exit: ExitCode = EXIT.fine;
  if (ofList.length > 0 && sources.approvals !== undefined) {
    await report.file({ path: sources.approvals, diagnostics: ofList, listed: listed(ofList, max), confirmed: 0 });
    exit = exitOf(sources.approvals, ofList, strict);
  }
  const compared: ListedApprovals[] = [];
  const foreign = new ForeignFindings(files);
  for (const path of files) {
    const { diagnostics: found, unfinished, confirmed, approved } = checkFile(path, resources);
    const diagnostics = foreign.toldWith(path, found);
    await report.file({ path, diagnostics, listed: listed(diagnostics, max), confirmed: confirmed.length, ...(unfinished && { unfinished }) });
    exit = worse(exit, exitOf(path, diagnostics, strict));
    if (approved !== undefined) compared.push(approved);
  }
  report.end(approvals?.summary(compared, files.length > 1) ?? []);
  return exit;
}

/** What the compiler reads beside the files; the list of approvals is read once for all of them. */
async function sourcesOf(given: readonly string[], { approvals, lists }: CheckSources) {
  const plain: Resources = { ...readyResources(), given, ...(lists !== undefined && { lists }) };
  if (approvals === undefined) return { resources: plain, approvals: undefined, found: [] };
  const read = await (await import("./approvals.ts")).readApprovals(approvals, plain);
  return { resources: { ...plain, ...(read.list && { approvals: read.list }) }, approvals: read, found: read.diagnostics };
}

/** Everything that is wrong with a file, whether it was read to the end, and what the bureau's list says of it. */
export function checkFile(path: string, resources: Resources): Omit<Compilation, "value"> {
  const { value, diagnostics, ...rest } = compileBudget(path, resources);
  return { ...rest, diagnostics: value === undefined ? diagnostics : sortDiagnostics([...diagnostics, ...printability(value)]) };
}

/** Each way of telling is loaded only where it is asked for. */
const REPORTS: Readonly<Record<CheckFormat, (terminal: Terminal) => Promise<Report>>> = {
  text: async (terminal) => (await import("./check/text.ts")).textReport(terminal),
  short: async (terminal) => (await import("./check/short.ts")).shortReport(terminal),
  json: async (terminal) => (await import("./check/json.ts")).jsonReport(terminal),
  sarif: async (terminal) => (await import("./check/sarif.ts")).sarifReport(terminal),
  github: async (terminal) => (await import("./check/github.ts")).githubReport(terminal),
};
