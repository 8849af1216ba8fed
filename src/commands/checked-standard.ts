import { hasErrors } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Span } from "../base/span.ts";
import { checkStandard } from "../check/standard/standard.ts";
import type { Resources } from "../compile.ts";
import { loadStandard } from "../load/standard.ts";
import type { Standard } from "../model/standard.ts";
import type { StandardSources } from "../model/standard-sources.ts";

/** The standard of a name with its files; nothing where it is not right. */
export function checkedStandard(
  name: string,
  place: Span | undefined,
  { standards, given, trees, ready }: Resources,
): Outcome<{ readonly standard: Standard; readonly sources: StandardSources }> {
  const { value: sources, diagnostics: loaded } = loadStandard(standards, name, place, trees, given);
  if (sources === undefined) return { diagnostics: loaded };
  const made = ready(sources.folders[0]?.path ?? "");
  const { value: standard, diagnostics: checked } = checkStandard(sources, new Set(made && [made.wording]));
  const diagnostics = [...loaded, ...checked];
  return standard === undefined || hasErrors(diagnostics) ? { diagnostics } : { value: { standard, sources }, diagnostics };
}
