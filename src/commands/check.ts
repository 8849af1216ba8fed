import { hasErrors } from "../base/diagnostic.ts";
import { compileBudget, printability, readyResources } from "../compile.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { show, summary, UNFINISHED } from "./summary.ts";

/** check FILE…: says everything that is wrong with each file; renders and writes nothing. */
export async function runCheck(files: readonly string[], terminal: Terminal, given: readonly string[] = []): Promise<ExitCode> {
  const resources = { ...readyResources(), given };
  let exit: ExitCode = EXIT.fine;
  for (const file of files) {
    const { value, diagnostics, partial } = compileBudget(file, resources);
    const all = [...diagnostics, ...(value === undefined ? [] : printability(value))];
    await show(all, terminal);
    terminal.out(`${file}：${summary(all)}${partial ? UNFINISHED : ""}`);
    if (hasErrors(all)) exit = EXIT.document;
  }
  return exit;
}
