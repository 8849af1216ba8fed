import { NATURES_WITHOUT_DEFAULT, SOURCE_NAMES } from "../../check/budget/money.ts";
import type { CategoryLevel, Classification } from "../../model/classification.ts";
import { type ExpenditureNature, NATURES_WITHOUT_ECONOMIC } from "../../model/expenditure.ts";
import { type Axis, directoryOf } from "./categories.ts";
import { codePattern, conditionally, type Definitions, type JsonSchema, type JsonType, type SchemaMap } from "./json-schema.ts";
import { explained, type KeyWords } from "./key-words.ts";
import { AMOUNT, AMOUNT_TYPES } from "./values.ts";

/** 功能科目 → 经济科目 → [资金来源 →] 金额, as each 支出性质 has it. */
export class MoneySchemas {
  private readonly definitions: Definitions;
  private readonly words: KeyWords;
  private readonly functional: JsonSchema;
  private readonly economic: JsonSchema;

  constructor(classifications: readonly Classification[], words: KeyWords, definitions: Definitions) {
    this.definitions = definitions;
    this.words = words;
    this.functional = definitions.refer("functional", this.directory("functional", "项", ["object", ...AMOUNT_TYPES], classifications));
    this.economic = definitions.refer("economic", this.directory("economic", "款", [...AMOUNT_TYPES, "object"], classifications));
  }

  /** What stands under a 支出性质, or under the 支出 of a project. */
  under(nature: ExpenditureNature): JsonSchema {
    const plain = NATURES_WITHOUT_ECONOMIC.has(nature);
    const amount = !NATURES_WITHOUT_DEFAULT.has(nature);
    const below = plain ? this.sourcesOrEconomic(amount) : this.byEconomic(amount);
    const entry = this.titled("功能科目", this.definitions.refer("functional-money", below));
    return this.definitions.refer("money", this.byCode(this.functional, { [codePattern("功能科目", "项")]: entry }, {}));
  }

  /** An editor begins the first of the types that stand behind a 科目. */
  private directory(axis: Axis, level: CategoryLevel, type: readonly JsonType[], classifications: readonly Classification[]): JsonSchema {
    const about = this.below(axis === "functional" ? "功能科目" : "经济科目");
    return directoryOf({ axis, level, below: this.definitions.refer(`${axis}-entry`, { type, errorMessage: about }), about }, classifications);
  }

  /** What is to be written below a 科目, or right behind it. */
  private below(level: "功能科目" | "经济科目"): string {
    return this.words.get("钱")?.get(`${level}之下`)?.about ?? "";
  }

  /** Keys that begin with a code, or are one of a few words. An editor shows what is said first: what a directory tells of a 科目. */
  private byCode(directory: JsonSchema, entries: SchemaMap, others: SchemaMap): JsonSchema {
    const codes = Object.fromEntries(Object.keys(entries).map((pattern) => [pattern, true]));
    return {
      type: "object",
      properties: others,
      patternProperties: codes,
      additionalProperties: false,
      allOf: [directory, { type: "object", patternProperties: entries }],
    };
  }

  private byEconomic(amount: boolean): JsonSchema {
    return this.byCode(this.economic, this.economicEntries(amount), {});
  }

  /** All of its keys are 资金来源, or all begin with a code. */
  private sourcesOrEconomic(amount: boolean): JsonSchema {
    const byKey: JsonSchema = {
      ...this.byCode(this.economic, this.economicEntries(amount), this.sources()),
      anyOf: [{ propertyNames: { pattern: "^\\d" } }, { propertyNames: { pattern: "^(?!\\d)" } }],
    };
    return amount ? orAmount(byKey, ["object", ...AMOUNT_TYPES], this.below("功能科目")) : byKey;
  }

  private economicEntries(amount: boolean): SchemaMap {
    const bySource: JsonSchema = { type: "object", properties: this.sources(), additionalProperties: false };
    const value = amount ? orAmount(bySource, [...AMOUNT_TYPES, "object"], this.below("经济科目")) : bySource;
    return { [codePattern("经济科目", "款")]: this.titled("经济科目", this.definitions.refer("economic-money", value)) };
  }

  private sources(): SchemaMap {
    const words = this.words.get("资金来源");
    const amount = this.definitions.refer("amount", AMOUNT);
    return Object.fromEntries(
      [...SOURCE_NAMES].map(([name, { source, moneyYear }]) => {
        const parts = [source, ...(moneyYear === "本年" ? [] : [moneyYear])];
        const about = parts.map((part) => words?.get(part)?.about ?? "").join("");
        return [name, { ...amount, ...explained(name, { about }) }];
      }),
    );
  }

  private titled(level: string, schema: JsonSchema): JsonSchema {
    return { ...schema, ...explained(level, this.words.get("钱")?.get(level)) };
  }
}

/** A map, or an amount right there; an editor begins the first of the types. */
function orAmount(map: JsonSchema, type: readonly JsonType[], errorMessage: string): JsonSchema {
  return { type, errorMessage, ...conditionally({ type: "object" }, map, AMOUNT) };
}
