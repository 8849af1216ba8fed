import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { Compilation } from "../compile.ts";
import type { Terminal } from "./exit.ts";
import { SEVERITY_NAMES } from "./severity.ts";

/** 共 2 处错误，1 处警告. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length;
  const parts = (["error", "warning", "note"] as const).flatMap((severity) =>
    count(severity) > 0 ? [`${count(severity)} 处${SEVERITY_NAMES[severity]}`] : [],
  );
  return parts.length === 0 ? "没有发现问题" : `共 ${parts.join("，")}`;
}

/** Said of a file that not all rules could look at. */
const UNFINISHED: Readonly<Record<NonNullable<Compilation["unfinished"]>, string>> = {
  rest: "；其余内容还没有检查，改好后再检查一遍",
  figures: "；与金额有关的核对还没有做，改好后再检查一遍",
};

export function unfinishedWords(unfinished: Compilation["unfinished"]): string {
  return unfinished === undefined ? "" : UNFINISHED[unfinished];
}

/** Shows what was found. How a finding looks is loaded only when there is one: measuring characters takes long to load. */
export async function show(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<void> {
  if (diagnostics.length === 0) return;
  const { showDiagnostic } = await import("./report.ts");
  for (const diagnostic of diagnostics) terminal.error(showDiagnostic(diagnostic, terminal.colour));
}
