import { type CategoryLevel, CODE_LENGTHS, type CodeAxis, FIRST_DIGITS } from "../../model/classification.ts";

/** A value of the core schema of YAML, as an editor reads a budget file: 2024 is a number there. */
export type Scalar = string | number | boolean | null;

export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** A JSON Schema of draft-07, as far as a budget file needs it, with what VS Code's editors read beside it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  /** Shown instead of the description where the editor can set it. */
  readonly markdownDescription?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: Scalar;
  readonly enum?: readonly Scalar[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  /** What the editor says where a value does not fit, instead of words of its own. */
  readonly errorMessage?: string;
  /** What an editor offers to write there. */
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: SnippetBody }[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: JsonSchema | false;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: SchemaMap;
}

/** Keys and values with ${1:places} to fill in. */
export type SnippetBody = string | { readonly [key: string]: SnippetBody };

/** Schemas by key; `false` where a key must not stand. */
export type SchemaMap = Readonly<Record<string, JsonSchema | boolean>>;

/** Keywords that are no part of JSON Schema: a strict validator must be told of them. */
export const EDITOR_KEYWORDS = ["markdownDescription", "enumDescriptions", "errorMessage", "defaultSnippets"] as const;

/** Schemas that are used in several places, each written once. */
export class Definitions {
  private readonly byName = new Map<string, string>();

  /** A reference to a schema under a name, or the name with a number where it has others of that name. */
  refer(name: string, schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    for (let number = 1; ; number += 1) {
      const numbered = number === 1 ? name : `${name}-${number}`;
      const known = this.byName.get(numbered);
      if (known !== undefined && known !== text) continue;
      this.byName.set(numbered, text);
      return { $ref: `#/definitions/${numbered}` };
    }
  }

  all(): SchemaMap {
    return Object.fromEntries([...this.byName].map(([name, text]) => [name, JSON.parse(text) as JsonSchema]));
  }
}

/** What holds where a condition holds, and what where not. */
export function conditionally(condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  return { if: condition, then, ...(otherwise && { else: otherwise }) };
}

/** A regular expression for the codes of some levels. */
function codesOf(axis: CodeAxis, levels: readonly CategoryLevel[]): string {
  return levels.map((level) => `${FIRST_DIGITS[axis]}\\d{${CODE_LENGTHS[level] - 1}}`).join("|");
}

/** A regular expression for texts that begin with a code of one of some levels. */
export function codePattern(axis: CodeAxis, ...levels: readonly CategoryLevel[]): string {
  return `^\\s*(?:${codesOf(axis, levels)})(?!\\s*\\d)`;
}

/** A regular expression for texts that are a code of any level with a name. */
export function namedCodePattern(): string {
  return `^\\s*(?:${codesOf("功能科目", ["类", "款", "项"])}|${codesOf("经济科目", ["类", "款"])})\\s*[^\\d\\s]`;
}

/** A regular expression for texts that begin with a code at which money stands: 功能科目 to the 项, 经济科目 to the 款. */
export function lastYearCodePattern(): string {
  return `^\\s*(?:${codesOf("功能科目", ["项"])}|${codesOf("经济科目", ["款"])})(?!\\s*\\d)`;
}

/** A regular expression's characters as themselves. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
