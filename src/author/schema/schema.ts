import { BUDGET_KEYS } from "../../model/budget-grammar.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import { shared, whereStandard } from "./by-standard.ts";
import { InputSchemas } from "./inputs.ts";
import { Definitions, type JsonSchema } from "./json-schema.ts";
import type { KeyWords } from "./key-words.ts";
import { schemaOfKeys } from "./keys.ts";
import { MoneySchemas } from "./money.ts";

/** What a schema of budget files is made of. */
export interface SchemaSources {
  readonly standards: readonly Standard[];
  /** 科目 of each year that is covered, in order. */
  readonly classifications: readonly Classification[];
  readonly words: KeyWords;
}

/**
 * The JSON Schema of budget files of some standards: what an editor completes, explains and refuses. It refuses
 * nothing that the checker takes; what depends on other places of the file, on the year or on how a number is
 * written is the checker's alone.
 */
export function budgetSchema({ standards, classifications, words }: SchemaSources): JsonSchema {
  const definitions = new Definitions();
  const inputs = new InputSchemas(classifications, words, definitions);
  const money = new MoneySchemas(classifications, words, definitions);
  const sections = shared(standards.map((standard) => inputs.sections(standard)));
  const ofProjects = shared(standards.map((standard) => inputs.ofProject(standard)));
  const context = { standards, words, money, definitions, projectInputs: ofProjects.common };
  const file = schemaOfKeys(BUDGET_KEYS, sections.common, context);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "budgetgen 预算文件",
    description: "由 budgetgen schema 生成，与 budgetgen check 出自同一处；不要手改。",
    ...file,
    allOf: standards.map((standard, index) =>
      whereStandard(standard, { sections: sections.own[index] ?? {}, ofProject: ofProjects.own[index] ?? {} }, definitions),
    ),
    definitions: definitions.all(),
  };
}

/** Deeper down, everything stands on one line: a 科目 is a line. */
const LINES_TO_DEPTH = 4;

/** The text of a schema's file: small, and each change of it a few lines. */
export function schemaText(schema: JsonSchema): string {
  return `${laidOut(schema, 0)}\n`;
}

function laidOut(value: unknown, depth: number): string {
  if (depth === LINES_TO_DEPTH || typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const lines = entries.map(([key, each]) => `${" ".repeat(depth + 1)}${JSON.stringify(key)}: ${laidOut(each, depth + 1)}`);
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${" ".repeat(depth)}}`;
}
