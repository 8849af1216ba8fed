import { NATURES_WITHOUT_DEFAULT, SOURCE_NAMES } from "../../check/budget/money.ts";
import type { Classification } from "../../model/classification.ts";
import { type ExpenditureNature, NATURES_WITHOUT_ECONOMIC } from "../../model/expenditure.ts";
import { directoryOf } from "./categories.ts";
import { codePattern, type Definitions, type JsonSchema, type SchemaMap } from "./json-schema.ts";
import { explained, type KeyWords } from "./key-words.ts";
import { AMOUNT } from "./values.ts";

/** 功能科目 → 经济科目 → [资金来源 →] 金额, as each 支出性质 has it. */
export class MoneySchemas {
  private readonly definitions: Definitions;
  private readonly words: KeyWords;
  private readonly functional: JsonSchema;
  private readonly economic: JsonSchema;

  constructor(classifications: readonly Classification[], words: KeyWords, definitions: Definitions) {
    this.definitions = definitions;
    this.words = words;
    this.functional = definitions.refer("functional", directoryOf("functional", "项", classifications));
    this.economic = definitions.refer("economic", directoryOf("economic", "款", classifications));
  }

  /** What stands under a 支出性质, or under the 支出 of a project. */
  under(nature: ExpenditureNature): JsonSchema {
    const plain = NATURES_WITHOUT_ECONOMIC.has(nature);
    const amount = !NATURES_WITHOUT_DEFAULT.has(nature);
    const below = plain ? this.sourcesOrEconomic(amount) : this.byEconomic(amount);
    return this.definitions.refer("money", {
      type: "object",
      allOf: [this.functional],
      patternProperties: { [codePattern("项")]: this.titled("功能科目", this.definitions.refer("functional-money", below)) },
      additionalProperties: false,
    });
  }

  private byEconomic(amount: boolean): JsonSchema {
    return { type: "object", allOf: [this.economic], patternProperties: this.economicEntries(amount), additionalProperties: false };
  }

  /** All of its keys are 资金来源, or all begin with a code. */
  private sourcesOrEconomic(amount: boolean): JsonSchema {
    return {
      ...(amount ? { ...AMOUNT, type: ["object", "number", "string"] } : { type: "object" }),
      allOf: [this.economic],
      anyOf: [{ propertyNames: { pattern: "^\\d" } }, { propertyNames: { pattern: "^(?!\\d)" } }],
      properties: this.sources(),
      patternProperties: this.economicEntries(amount),
      additionalProperties: false,
    };
  }

  private economicEntries(amount: boolean): SchemaMap {
    const bySource: JsonSchema = { type: "object", properties: this.sources(), additionalProperties: false };
    const value: JsonSchema = amount ? { ...AMOUNT, ...bySource, type: ["number", "string", "object"] } : bySource;
    return { [codePattern("款")]: this.titled("经济科目", this.definitions.refer("economic-money", value)) };
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
    return { ...schema, ...explained(level, this.words.get("金额")?.get(level)) };
  }
}
