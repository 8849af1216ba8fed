import { didYouMean } from "../../base/suggest.ts";
import type { Budget } from "../../model/budget.ts";
import type { Standard } from "../../model/standard.ts";
import { type FieldSpec, type FieldValue, wordsOf } from "../../model/stated.ts";
import type { Findings } from "../reader.ts";

/** Fields of a 明细 that name a project or a unit must name one of the file's. */
export function checkReferences(
  standard: Standard,
  { inputs, projects, units }: Pick<Budget, "inputs" | "projects" | "units">,
  named: boolean,
  findings: Findings,
): void {
  if (!named) return;
  const known = { 项目: projects.map(({ name }) => name), 单位: units.map(({ name }) => name) };
  for (const spec of standard.inputs.values()) {
    const stated = inputs.get(spec.name);
    if (stated?.kind !== "items") continue;
    for (const field of spec.items?.fields ?? []) {
      if (field.refersTo !== "项目" && field.refersTo !== "单位") continue;
      for (const item of stated.items) checkReference(field, item.fields.get(field.name), known[field.refersTo], findings);
    }
  }
}

function checkReference({ name, refersTo = "项目" }: FieldSpec, value: FieldValue | undefined, names: readonly string[], findings: Findings): void {
  if (value?.kind !== "text") return;
  const written = wordsOf(value);
  if (names.includes(written)) return;
  const hint = didYouMean(written, names) ?? `写${refersTo}名称，一字不差；都不是就不写这一行`;
  findings.error("unknown-reference", `“${name}”写的“${written}”不是文件里的${refersTo}`, value.span, hint);
}
