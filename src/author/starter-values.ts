import { TO_FILL } from "../check/to-fill.ts";
import type { ExpenditureFact } from "../model/budget.ts";
import { type Classification, codeAt, nameOf } from "../model/classification.ts";
import type { FieldSpec, InputSpec, ItemsSpec } from "../model/stated.ts";
import type { StarterPlan } from "./starter-plan.ts";

/** What the lines of a value depend on. */
export interface ValueContext {
  readonly plan: StarterPlan;
  readonly facts: readonly ExpenditureFact[];
  readonly classification: Classification;
  /** What inputs.yaml says of an input or of a field of a 明细. */
  readonly explanationOf: (spec: InputSpec, field?: string) => string | undefined;
}

/** A key with its value to be filled in, as lines that are not yet indented. */
export function linesOfInput(spec: InputSpec, context: ValueContext): string[] {
  const explanation = context.explanationOf(spec);
  const { remarks } = context.plan;
  // The remark of a section that is itself the input stands above it already.
  const remark = spec.section === spec.key && remarks.has(spec.key) ? undefined : (remarks.get(`${spec.section}/${spec.key}`) ?? explanation);
  if (spec.kind === "items") return [...remarked(remark, `没有的，写“${spec.key}: 无”`), `${spec.key}:`, ...indented(itemLines(spec, spec.items, context))];
  if (spec.kind === "texts") return [...remarked(remark), `${spec.key}:`, ...indented(textLines(spec, context))];
  if (spec.kind === "text" && context.plan.listed.includes(spec.key)) return [...remarked(remark), `${spec.key}:`, "  - |", `    ${TO_FILL}`];
  if (spec.kind === "text" && context.plan.longTexts.includes(spec.key)) return [...remarked(remark), ...longText(spec.key)];
  return [oneLine(spec.key, spec, explanation)];
}

/** A text that may have several paragraphs. */
export function longText(key: string): string[] {
  return [`${key}: |`, `  ${TO_FILL}`];
}

/** Lines under a key. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** Lines that are there to be taken up by who needs them. */
export function commented(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}

/** A remark above a key. */
export function remarked(...remarks: readonly (string | undefined)[]): string[] {
  const words = remarks.filter((remark) => remark !== undefined && remark !== "");
  return words.length === 0 ? [] : commented([words.join("；")]);
}

/** A key with its value and a word on it in one line. */
function oneLine(key: string, { kind, values, measure }: Pick<FieldSpec, "kind" | "values" | "measure"> | InputSpec, explanation?: string): string {
  const known = values === undefined ? undefined : `可以写：${values.join("、")}`;
  const count = kind === "quantity" ? `没有写 0${measure ?? ""}` : undefined;
  const remark = explanation ?? known ?? count;
  return `${key}: ${TO_FILL}${remark === undefined ? "" : ` # ${remark}`}`;
}

/** One item of a 明细, to be repeated; what it may have beside is there as a remark. */
function itemLines(spec: InputSpec, items: ItemsSpec | undefined, context: ValueContext): string[] {
  const fields = (items?.fields ?? []).filter(({ product }) => product === undefined);
  const lines = fields.map((field, index) => {
    const line = oneLine(field.name, field, context.explanationOf(spec, field.name));
    return field.required || index === 0 || items?.levels.length !== 0 ? line : `# ${line}`;
  });
  if (items?.levels.length === 0) return [`- ${lines[0] ?? TO_FILL}`, ...indented(lines.slice(1))];
  const names = (items?.levels ?? []).map((_, index, { length }) => (index < length - 1 ? context.plan.indicators[index] : undefined) ?? TO_FILL);
  return names.reduceRight<string[]>((inner, name) => [`${name}:`, ...indented(inner)], lines);
}

/** A line for each 功能科目 of the level that will have money. */
function textLines({ level = "类" }: InputSpec, { facts, classification }: ValueContext): string[] {
  const codes = [...new Set(facts.map(({ functional }) => codeAt(functional, level)))].sort();
  return codes.map((code) => `${code} ${nameOf(code, "功能科目", classification)}`.trim()).map((name) => `${name}: ${TO_FILL}`);
}
