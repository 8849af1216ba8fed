import { inputSections } from "../../check/budget/inputs.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { FieldSpec, InputSpec, ItemsSpec } from "../../model/stated.ts";
import { directoryOf } from "./categories.ts";
import { codePattern, conditionally, type Definitions, type JsonSchema, type SchemaMap, type SnippetBody } from "./json-schema.ts";
import { behindKey, explained, type KeyWords } from "./key-words.ts";
import { AMOUNT, choice, quantity, TEXT, TEXT_OR_LIST } from "./values.ts";

/** 无: what is written where a 明细 has no item. */
const NONE = "^\\s*无\\s*$";

/** What a standard's inputs.yaml declares, as schemas. */
export class InputSchemas {
  private readonly classifications: readonly Classification[];
  private readonly words: KeyWords;
  private readonly definitions: Definitions;

  constructor(classifications: readonly Classification[], words: KeyWords, definitions: Definitions) {
    this.classifications = classifications;
    this.words = words;
    this.definitions = definitions;
  }

  /** The sections that the inputs of a standard make. */
  sections(standard: Standard): SchemaMap {
    return Object.fromEntries([...inputSections(standard)].map(([section, inputs]) => [section, this.section(section, inputs)]));
  }

  /** What a standard has stated of each project. */
  ofProject(standard: Standard): SchemaMap {
    return Object.fromEntries([...standard.projectInputs].map(([key, input]) => [key, this.input(input)]));
  }

  private section(section: string, inputs: readonly InputSpec[]): JsonSchema {
    const [only] = inputs;
    if (only !== undefined && only.key === section) return this.input(only);
    const words = this.words.get("预算文件")?.get(section) ?? { about: `下面写：${inputs.map(({ key }) => key).join("、")}。` };
    const properties = Object.fromEntries(inputs.map((input) => [input.key, this.input(input)]));
    return { ...explained(section, words), type: "object", properties, additionalProperties: false };
  }

  private input(input: InputSpec): JsonSchema {
    return { ...explained(input.key, behindKey(input.key, input)), ...this.valueOf(input) };
  }

  private valueOf(input: InputSpec): JsonSchema {
    if (input.kind === "items") return this.items(input.items ?? { fields: [], levels: [] });
    if (input.kind !== "texts") return this.field({ ...input, kind: input.kind });
    const level = input.level ?? "类";
    return {
      type: "object",
      allOf: [
        this.definitions.refer("categories", directoryOf({ axis: "functional", level, below: this.definitions.refer("text", TEXT) }, this.classifications)),
      ],
      patternProperties: { [codePattern("功能科目", level)]: TEXT },
      additionalProperties: false,
    };
  }

  /** A list of maps, or keys level by level. */
  private items(spec: ItemsSpec): JsonSchema {
    if (spec.levels.length === 0)
      return { type: ["array", "string"], pattern: NONE, items: this.fields(spec), errorMessage: "下一行缩进，每一项以“- ”开头；没有就写“无”" };
    const { type, ...below } = this.level(spec, 0);
    const body = skeleton([...spec.levels, spec.value ?? ""]);
    const errorMessage = `下一行缩进，逐层写${spec.levels.join("、")}；没有就写“无”`;
    return { ...below, type: ["object", "string"], pattern: NONE, errorMessage, defaultSnippets: [{ label: spec.levels.join("、"), body }] };
  }

  private level(spec: ItemsSpec, depth: number): JsonSchema {
    const last = depth === spec.levels.length - 1;
    const below = last ? this.leaf(spec) : this.level(spec, depth + 1);
    return {
      type: "object",
      propertyNames: { pattern: TEXT.pattern ?? "" },
      additionalProperties: {
        ...below,
        ...explained(spec.levels[depth] ?? "", { about: last ? `最后写${spec.value ?? "内容"}` : `下面写${spec.levels[depth + 1]}` }),
      },
    };
  }

  /** Behind the last level: a map of fields, or the value of one. */
  private leaf(spec: ItemsSpec): JsonSchema {
    const field = spec.fields.find(({ name }) => name === spec.value);
    return conditionally({ type: "object" }, this.fields(spec), field && this.field(field));
  }

  private fields({ fields }: ItemsSpec): JsonSchema {
    const typed = fields.filter(({ product }) => product === undefined);
    const required = typed.filter((field) => field.required).map(({ name }) => name);
    return {
      type: "object",
      properties: Object.fromEntries(typed.map((field) => [field.name, { ...explained(field.name, behindKey(field.name, field)), ...this.field(field) }])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  }

  private field({ kind, measure, values }: Omit<FieldSpec, "name">): JsonSchema {
    if (kind === "amount") return this.definitions.refer("amount", AMOUNT);
    if (kind === "quantity") return quantity(measure);
    return values === undefined ? this.definitions.refer("text-or-list", TEXT_OR_LIST) : choice(values, () => "");
  }
}

/** Places to fill in, one within the other: each level, and in the last what stands behind it. */
function skeleton([first = "", ...rest]: readonly string[], number = 1): SnippetBody {
  const place = `\${${number}:${first}}`;
  return rest.length === 0 ? place : { [place]: skeleton(rest, number + 1) };
}
