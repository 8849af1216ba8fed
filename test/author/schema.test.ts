import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { EDITOR_KEYWORDS } from "../../src/author/schema/json-schema.ts";
import { schemaText } from "../../src/author/schema/schema.ts";
import { SOURCE_NAMES } from "../../src/check/budget/money.ts";
import { BUDGET_KEYS, type KeySpec, MONEY_KEYS, PROJECT_KEYS, UNIT_KEYS } from "../../src/model/budget-grammar.ts";
import { MONEY_YEARS } from "../../src/model/expenditure.ts";
import type { InputSpec } from "../../src/model/stated.ts";
import { ROOT } from "../support/compile.ts";
import { SCHEMA, SOURCES } from "./verdicts.ts";

const PATH = join(ROOT, "schema", "budget.schema.json");
const { words, standards } = SOURCES;

describe("the committed schema", () => {
  it("is what is generated now: npm run schema makes it anew", () => {
    expect(readFileSync(PATH, "utf8") === schemaText(SCHEMA)).toBe(true);
  });

  it("is small enough for an editor to load on every file", () => {
    expect(statSync(PATH).size).toBeLessThan(1_000_000);
  });

  it.each(["lianzhou-2023", "lianzhou", "siping", "suizhou"])("is named by the first line of %s", (name) => {
    const [first] = readFileSync(join(ROOT, "budgets", `${name}.yaml`), "utf8").split("\n");
    const [, path = ""] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first ?? "") ?? [];
    expect(join(ROOT, "budgets", path)).toBe(PATH);
  });
});

const GRAMMAR: readonly KeySpec[] = [
  ...new Map([...BUDGET_KEYS, ...UNIT_KEYS, ...MONEY_KEYS, ...PROJECT_KEYS].map((spec) => [`${spec.section}/${spec.key}`, spec])).values(),
];
const INPUTS: readonly InputSpec[] = [
  ...new Map(
    standards.flatMap(({ inputs, projectInputs }) => [...inputs.values(), ...projectInputs.values()].map((input) => [`${input.section}/${input.key}`, input])),
  ).values(),
];
const FIELDS = INPUTS.flatMap(({ key, items }) => (items?.fields ?? []).map((field) => ({ ...field, name: field.name, of: key })));

describe("every key is explained, with an example", () => {
  it.each(GRAMMAR)("$section / $key", ({ section, key }) => {
    const { about = "", example = "" } = words.get(section)?.get(key) ?? {};
    expect(about).toMatch(/[。]$/);
    expect(Object.keys(parse(example) as object)).toEqual([key]);
  });

  it.each(INPUTS)("$section / $key", ({ about, example }) => {
    expect(about).toBeTruthy();
    expect(example).toBeTruthy();
  });

  it.each(FIELDS.filter(({ product }) => product === undefined))("$of / $name", ({ about, example }) => {
    expect(about).toBeTruthy();
    expect(example).toBeTruthy();
  });

  it("every source, and no word that may not be chosen", () => {
    const chosen = GRAMMAR.flatMap(({ value }) => (value.kind === "choice" ? value.words : []));
    expect(chosen).toEqual(expect.arrayContaining([...(words.get("选词")?.keys() ?? [])]));
    const sources = [...SOURCE_NAMES.values()].map(({ source }) => source);
    expect([...(words.get("资金来源")?.keys() ?? [])].sort()).toEqual([...new Set([...sources, ...MONEY_YEARS.slice(1)])].sort());
  });

  it("and nothing is explained that there is not", () => {
    const sections = new Set(INPUTS.map(({ section, key }) => (section === key ? "" : section)));
    const known = new Set([...GRAMMAR.map(({ section, key }) => `${section}/${key}`), ...[...sections].map((section) => `预算文件/${section}`)]);
    const explained = ["预算文件", "单位", "支出性质", "项目"].flatMap((section) => [...(words.get(section)?.keys() ?? [])].map((key) => `${section}/${key}`));
    expect(explained.filter((path) => !known.has(path))).toEqual([]);
    expect([...sections].filter((section) => section !== "" && section !== "项目支出" && !words.get("预算文件")?.has(section))).toEqual([]);
  });
});

describe("every example is one that the schema takes", () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, inlineRefs: false, code: { optimize: false } });
  ajv.addVocabulary([...EDITOR_KEYWORDS]);
  ajv.addSchema({ ...SCHEMA, $id: "budget" });

  /** What is wrong with a value at a place of the schema. */
  function faults(place: readonly string[], value: unknown): unknown {
    const validate = ajv.compile({ $ref: `budget#/${place.map(encodeURIComponent).join("/")}` });
    return validate(value) ? [] : validate.errors;
  }

  const PROJECT = ["properties", "项目支出", "items"];
  const PLACES = { 预算文件: [], 单位: ["properties", "单位"], 支出性质: [], 项目: PROJECT, 同口径调整: ["properties", "同口径调整", "additionalProperties"] };

  test.each(GRAMMAR)("$section / $key", ({ section, key }) => {
    const example = parse(words.get(section)?.get(key)?.example ?? "", { schema: "core" }) as Record<string, unknown>;
    expect(faults([...PLACES[section], "properties", key], example[key])).toEqual([]);
  });

  test.each(INPUTS)("$section / $key", ({ section, key, example = "" }) => {
    const above = section === key ? [] : section === "项目支出" ? PROJECT : ["properties", section];
    expect(faults([...above, "properties", key], parse(example, { schema: "core" }))).toEqual([]);
  });
});
