import type { KeySpec, ValueSpec } from "../../model/budget-grammar.ts";
import type { Standard } from "../../model/standard.ts";
import { type Definitions, type JsonSchema, lastYearCodePattern, namedCodePattern, type SchemaMap } from "./json-schema.ts";
import { explained, type KeyWords } from "./key-words.ts";
import type { MoneySchemas } from "./money.ts";
import { AMOUNT, CATEGORY_TARGET, choice, TEXT, TEXT_OR_NOTHING, YEAR } from "./values.ts";

/** What the keys of the grammar are made schemas of. */
export interface KeyContext {
  readonly standards: readonly Standard[];
  readonly words: KeyWords;
  readonly money: MoneySchemas;
  readonly definitions: Definitions;
  /** What the standards have stated of each project. */
  readonly projectInputs: SchemaMap;
}

/** A map of the grammar's keys, and of those that inputs add. */
export function schemaOfKeys(keys: readonly KeySpec[], inputs: SchemaMap, context: KeyContext): JsonSchema {
  const properties = keys.map((spec) => [spec.key, { ...wordsOf(spec, context), ...schemaOfValue(spec.value, context) }] as const);
  const required = keys.flatMap((spec) => (spec.required ? [spec.key] : []));
  return {
    type: "object",
    properties: { ...Object.fromEntries(properties), ...inputs },
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function wordsOf({ key, section, required }: KeySpec, { words }: KeyContext): JsonSchema {
  return explained(required ? `${key}（必填）` : key, words.get(section)?.get(key));
}

function schemaOfValue(value: ValueSpec, context: KeyContext): JsonSchema {
  const { definitions, words, money, standards } = context;
  switch (value.kind) {
    case "standard":
      return choice(
        standards.map(({ name }) => name),
        (name) => standards.find((standard) => standard.name === name)?.norm ?? "",
      );
    case "year":
      return YEAR;
    case "text":
      return definitions.refer("text", TEXT);
    case "choice":
      return choice(value.words, (word) => words.get("选词")?.get(word)?.about ?? "");
    case "map":
      return schemaOfKeys(value.keys, {}, context);
    case "list":
      return { type: "array", items: schemaOfKeys(value.keys, value.inputs ? context.projectInputs : {}, context) };
    case "money":
      return money.under(value.nature);
    case "amounts":
      return byName(definitions.refer("amount", AMOUNT));
    case "amount":
      return definitions.refer("amount", AMOUNT);
    case "adjustments":
      return byName(schemaOfKeys(value.keys, {}, context));
    case "category mappings":
      return { type: "object", patternProperties: { [lastYearCodePattern()]: CATEGORY_TARGET }, additionalProperties: false };
    case "reasons":
      return byName(definitions.refer("reason", TEXT_OR_NOTHING));
    case "table notes":
    case "definitions":
      return byName(definitions.refer("text", TEXT));
    case "own categories":
      return { type: "object", patternProperties: { [namedCodePattern()]: definitions.refer("text", TEXT) }, additionalProperties: false };
  }
}

/** Which names there are is said for each standard. */
function byName(schema: JsonSchema): JsonSchema {
  return { type: "object", additionalProperties: schema };
}
