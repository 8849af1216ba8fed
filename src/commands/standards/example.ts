import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { type Diagnostic, error, warning } from "../../base/diagnostic.ts";
import { Findings } from "../../check/reader.ts";
import { checkDocument } from "../../check/standard/contract-document.ts";
import { packEntry } from "../../check/standard/contract-outline.ts";
import { compileBudget, type Resources } from "../../compile.ts";
import type { StandardSources } from "../../model/standard-sources.ts";

/** Compiles the example budget with a standard, whatever standard it names: its money must find its places, its totals must agree. */
export function tryExample(sources: StandardSources, given: string | undefined, resources: Resources): readonly Diagnostic[] {
  const { path, diagnostics: missing } = given === undefined ? examplePath(sources) : { path: given, diagnostics: [] };
  if (path === undefined) return missing;
  const { value, diagnostics } = compileBudget(path, { ...resources, sources, ready: () => ({ wording: sources.wording, templates: new Map() }) });
  const findings = new Findings();
  if (value !== undefined) checkDocument(value.standard, value.document, findings);
  // A note asks the officer of the example something; it is no matter of the standard's.
  return [...diagnostics.filter(({ severity }) => severity !== "note"), ...findings.diagnostics];
}

/** The path in pack.yaml starts at the folder of that pack.yaml, which may be a parent's. */
function examplePath(sources: StandardSources): { readonly path?: string; readonly diagnostics: readonly Diagnostic[] } {
  const entry = packEntry(sources, "example");
  const name = packEntry(sources, "name");
  if (entry === undefined || entry.value.kind !== "scalar" || entry.value.text.trim() === "") {
    const hint = "在 pack.yaml 里写“example: ../预算文件.yaml”，或者用 --example 指定一份预算文件";
    const place = entry?.value.span ?? name?.value.span;
    return { diagnostics: [warning("no-example", "没有试算用的预算文件，各表是不是列得下每一笔钱没有检查", place, { hint })] };
  }
  const { text, span } = entry.value;
  const path = isAbsolute(text.trim()) ? text.trim() : join(dirname(span.file.path), text.trim());
  if (existsSync(path)) return { path, diagnostics: [] };
  return { diagnostics: [error("missing-example", `没有试算用的预算文件 ${path}`, span, { hint: "路径从这个 pack.yaml 所在的文件夹算起" })] };
}
