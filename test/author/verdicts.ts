import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { EDITOR_KEYWORDS, type JsonSchema } from "../../src/author/schema/json-schema.ts";
import { budgetSchema } from "../../src/author/schema/schema.ts";
import { loadSchemaSources } from "../../src/author/schema/sources.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { sourceFile } from "../../src/base/span.ts";
import { checkBudget } from "../../src/check/budget/budget.ts";
import { readHead } from "../../src/check/budget/head.ts";
import { Findings } from "../../src/check/reader.ts";
import { type Readers, readLastYear } from "../../src/last-year/last-year.ts";
import { loadClassification } from "../../src/load/classification.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import type { Classification } from "../../src/model/classification.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";

/** What the installed standards' schema is made of, and what is made. */
export const SOURCES = sourcesOf([]);
export const SCHEMA = budgetSchema(SOURCES);

export function sourcesOf(given: readonly string[]): NonNullable<ReturnType<typeof loadSchemaSources>["value"]> {
  const { value, diagnostics } = loadSchemaSources({ ...RESOURCES, given });
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

/** A strict validator of draft-07; optimizing the code that it makes takes longer than running it. */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, inlineRefs: false, code: { optimize: false } });
  ajv.addVocabulary([...EDITOR_KEYWORDS]);
  return ajv.compile(schema);
}

/** A file as an editor reads it. */
export function asEditor(text: string): unknown {
  return parse(text, { schema: "core", uniqueKeys: false, logLevel: "silent", prettyErrors: false });
}

function isReadable(text: string): boolean {
  try {
    asEditor(text);
    return true;
  } catch {
    return false;
  }
}

/** Where a file is that is none: a link in it leads to a real one. */
const MUTANT = join(ROOT, "budgets", "mutant.yaml");

/** What the checker finds in a file by itself: how it is written, its shape, its 科目. */
export function findingsIn(text: string, standards = SOURCES.standards): readonly Diagnostic[] {
  const { value: tree, diagnostics } = parseYaml(sourceFile(MUTANT, text), { flow: false });
  if (tree === undefined) return diagnostics;
  const findings = new Findings();
  const head = readHead(tree, findings);
  const found = [...diagnostics, ...findings.diagnostics];
  const standard = standards.find(({ name }) => name === head.standard?.value);
  if (head.standard !== undefined && standard === undefined) findings.error("unknown-standard", "", head.standard.span);
  if (standard === undefined) return [...diagnostics, ...findings.diagnostics];
  const classification = classificationOf(head.year?.value);
  const { value: budget, diagnostics: own } = checkBudget(tree, standard, classification);
  const last = budget ? readLastYear({ tree, budget, standard, classification }, LAST_YEAR_READERS).diagnostics : [];
  return [...found, ...own, ...last];
}

const LAST_YEAR_READERS: Readers = {
  classificationOf: (year) => ({ value: classificationOf(year), diagnostics: [] }),
  standardOf: () => undefined,
};

const classifications = new Map<number | undefined, Classification>();

function classificationOf(year: number | undefined): Classification {
  const known = classifications.get(year) ?? loadClassification(RESOURCES.classification, year);
  classifications.set(year, known);
  return known;
}

/** Codes of the shape of a file: what stands where. */
const SHAPE: ReadonlySet<string> = new Set([
  ...["unknown-key", "missing-key", "wrong-shape", "missing-value", "unknown-word", "bad-amount", "bad-year", "bad-quantity", "bad-category"],
  ...["unknown-source", "source-missing", "economic-missing", "unknown-table", "unknown-figure", "missing-input", "unknown-standard", "several-paragraphs"],
  ...["to-fill", "category-foreign", "category-name"],
  // A line that should hold something else, and looks as if its colon or its dash were amiss.
  ...["colon-without-blank", "full-width-colon", "dash-without-blank"],
]);

/** What YAML takes for a number. */
const NUMBER = /^[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?)$/i;

/** Findings of those codes that a schema cannot have, by kind. */
const UNSEEN = {
  "a number whose spelling the editor does not tell": ({ code, span }: Diagnostic) =>
    ["bad-amount", "bad-quantity", "bad-year"].includes(code) && span !== undefined && NUMBER.test(span.file.text.slice(span.start, span.end)),
  "a name in 【】": ({ code, message }: Diagnostic) => code === "unknown-figure" && message.startsWith("【"),
  "a reason that refers to none": ({ code, message }: Diagnostic) => code === "unknown-figure" && message.startsWith("“原因”里没有"),
  "a place to fill in": ({ code }: Diagnostic) => code === "to-fill",
  "a code of another classification": ({ code }: Diagnostic) => code === "category-foreign",
  "a name that is not the code's": ({ code }: Diagnostic) => code === "category-name",
} as const;
export type Unseen = keyof typeof UNSEEN;

export interface Verdict {
  /** Unreadable where checker or editor do not come to look at the shape. */
  readonly file: "fine" | "wrong" | "unreadable";
  /** What is wrong with its shape that a schema can see. */
  readonly shape: readonly Diagnostic[];
  /** What is wrong with its shape that none can. */
  readonly unseen: readonly Unseen[];
}

export function verdictOn(text: string, standards = SOURCES.standards): Verdict {
  const errors = findingsIn(text, standards).filter(({ severity }) => severity === "error");
  const kinds = Object.entries(UNSEEN) as [Unseen, (diagnostic: Diagnostic) => boolean][];
  const kindOf = (diagnostic: Diagnostic): Unseen | undefined => kinds.find(([, applies]) => applies(diagnostic))?.[0];
  const shape = errors.filter(({ code }) => SHAPE.has(code));
  const unreadable = parseYaml(sourceFile(MUTANT, text), { flow: false }).value === undefined || !isReadable(text);
  return {
    file: unreadable ? "unreadable" : errors.length > 0 ? "wrong" : "fine",
    shape: shape.filter((each) => kindOf(each) === undefined),
    unseen: shape.flatMap((each) => kindOf(each) ?? []),
  };
}

/** How schema and checker disagree on a file; nothing where they do not. */
export function disagreement(text: string, { shape, unseen }: Verdict, validate: ValidateFunction): string | undefined {
  const accepted = validate(asEditor(text));
  if (accepted && shape.length > 0) return `the checker alone refuses it: ${shape.map(({ code, message }) => `${code} ${message}`).join("; ")}`;
  if (accepted || shape.length + unseen.length > 0) return undefined;
  return `the schema alone refuses it: ${(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ")}`;
}
