import { parse } from "yaml";
import { NOTHING } from "../../base/node.ts";
import { AMOUNT_PATTERN, TOO_LARGE } from "../../check/amount.ts";
import { QUANTITY } from "../../check/budget/field.ts";
import { YEARS } from "../../check/budget/head.ts";
import { conditionally, type JsonSchema, literally, type Scalar } from "./json-schema.ts";

// An editor writes behind a key what the first of its types begins with: words begin with nothing, a number with 0.

/** What words may have become in an editor. */
export const TEXT_TYPES = ["string", "number", "boolean"] as const;
/** What an amount may have become. */
export const AMOUNT_TYPES = ["string", "number"] as const;

const ONE_PARAGRAPH = "一段写一项；要分段，整个改用“|”引出，编号自己写";

/** Words of which an editor may have made a number or a truth value, but that are not nothing. */
export const TEXT: JsonSchema = {
  type: TEXT_TYPES,
  pattern: `^(?!${NOTHING.source.replace(/^\^/, "")})`,
  errorMessage: "这里写一行文字，几段的用“|”引出；没有内容就删掉这一行",
};

/** Words that may be left empty. */
export const TEXT_OR_NOTHING: JsonSchema = { type: [...TEXT_TYPES, "null"] };

/** Words, or a list of them of one paragraph each, which a standard may number. */
export const TEXT_OR_LIST: JsonSchema = {
  type: [...TEXT_TYPES, "array"],
  ...conditionally({ type: "array" }, { type: "array", items: { ...TEXT, pattern: `${TEXT.pattern}\\s*\\S[^\\n]*\\s*$`, errorMessage: ONE_PARAGRAPH } }, TEXT),
};

/** A 科目 of this year, or several by what money goes there. An editor may have made a number of a code. */
export const CATEGORY_TARGET: JsonSchema = {
  type: ["string", "integer", "object"],
  ...conditionally({ type: "object" }, { type: "object", additionalProperties: { type: ["string", "integer"] } }, { type: ["string", "integer"] }),
};

/** 元 without a unit, or a number with 元, 万元 or 亿元. How a plain number was written an editor does not tell. */
export const AMOUNT: JsonSchema = {
  type: AMOUNT_TYPES,
  minimum: 0,
  exclusiveMaximum: TOO_LARGE,
  pattern: AMOUNT_PATTERN,
  errorMessage: "写元，例如 138,000 或 138000.50；写万元必须带“万元”二字，例如 13.8万元",
};

export const YEAR: JsonSchema = {
  type: ["string", "integer"],
  minimum: YEARS.first,
  maximum: YEARS.last,
  pattern: yearPattern(),
  errorMessage: `写四位的年份，${YEARS.first} 到 ${YEARS.last}，后面不写“年”字`,
};

/** A count, with its 计量单位 or without. */
export function quantity(measure = ""): JsonSchema {
  const unit = measure === "" ? "" : `(?:${literally(measure)})?`;
  return {
    type: AMOUNT_TYPES,
    minimum: 0,
    pattern: `^\\s*${QUANTITY}\\s*${unit}\\s*$`,
    errorMessage: `写数量，例如 1${measure}`,
  };
}

/** One of a few words; one that looks like a number may come as such. */
export function choice(words: readonly string[], explain: (word: string) => string): JsonSchema {
  const spelt = words.flatMap((word): Scalar[] => [...new Set([word, parse(word, { schema: "core" }) as Scalar])]);
  const descriptions = spelt.map((word) => explain(String(word)));
  const allWords = spelt.every((word) => typeof word === "string");
  return { ...(allWords && { type: "string" }), enum: spelt, ...(descriptions.some((text) => text !== "") && { enumDescriptions: descriptions }) };
}

function yearPattern(): string {
  const count = YEARS.last - YEARS.first + 1;
  return `^(?:${Array.from({ length: count }, (_, index) => YEARS.first + index).join("|")})$`;
}
