import { budgetSchema, schemaText } from "../author/schema/schema.ts";
import { loadSchemaSources } from "../author/schema/sources.ts";
import { hasErrors, sortDiagnostics } from "../base/diagnostic.ts";
import { readyResources } from "../compile.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { writeWhole } from "./output.ts";
import { show } from "./summary.ts";

/** schema: the JSON Schema of budget files, printed or written to a file. */
export async function runSchema(given: readonly string[], out: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { value: sources, diagnostics } = loadSchemaSources({ ...readyResources(), given });
  await show(sortDiagnostics(diagnostics), terminal);
  if (sources === undefined || hasErrors(diagnostics)) return EXIT.document;
  const text = schemaText(budgetSchema(sources));
  if (out === undefined) terminal.out(text.trimEnd());
  else return write(out, text, terminal);
  return EXIT.fine;
}

function write(path: string, text: string, terminal: Terminal): ExitCode {
  try {
    writeWhole([{ path, bytes: Buffer.from(text) }]);
  } catch (failure) {
    terminal.error(`写不了 ${path}：${failure instanceof Error ? failure.message : ""}`);
    return EXIT.environment;
  }
  terminal.out(path);
  return EXIT.fine;
}
