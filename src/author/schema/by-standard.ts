import { BUDGET_KEYS, type ValueSpec } from "../../model/budget-grammar.ts";
import { CATEGORY_LEVELS } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { Explained } from "../../model/stated.ts";
import { codePattern, conditionally, type Definitions, type JsonSchema, literally, type SchemaMap } from "./json-schema.ts";
import { explained } from "./key-words.ts";
import { AMOUNT, choice, TEXT, TEXT_OR_NOTHING } from "./values.ts";

/** What a standard has that not all have alike. */
export interface Own {
  readonly sections: SchemaMap;
  readonly ofProject: SchemaMap;
}

/** What holds for a file of one standard beyond what holds for all: its names, its own keys, what it requires. */
export function whereStandard(standard: Standard, own: Own, definitions: Definitions): JsonSchema {
  const named: JsonSchema = { type: "object", properties: { 标准: choice([standard.name], () => "") }, required: ["标准"] };
  return conditionally(named, new Narrowing(standard, own, definitions).schema());
}

class Narrowing {
  private readonly standard: Standard;
  private readonly own: Own;
  private readonly definitions: Definitions;
  /** Required keys by the map in which they stand: 单位, 项目支出, a section; the file's own under "". */
  private readonly required = new Map<string, string[]>();

  constructor(standard: Standard, own: Own, definitions: Definitions) {
    this.standard = standard;
    this.own = own;
    this.definitions = definitions;
    for (const { name } of standard.required) this.require(name);
  }

  schema(): JsonSchema {
    const sections = [...new Set([...Object.keys(this.own.sections), ...this.required.keys()])].filter((section) => section !== "" && !PER_ITEM.has(section));
    const properties: SchemaMap = {
      ...this.named(),
      ...Object.fromEntries(sections.map((section) => [section, this.section(section)])),
      ...this.units(),
    };
    return requiring(this.required.get("") ?? [], properties);
  }

  /** 单位/编码 is asked of each unit, 项目支出/项目类型 of each project, any other name is an input. */
  private require(name: string): void {
    const [place = "", key] = name.split("/");
    const input = this.standard.inputs.get(name);
    if (key !== undefined && PER_ITEM.has(place)) this.ask(place, key);
    else if (input !== undefined) this.ask("", input.section);
    if (input !== undefined && input.section !== input.key) this.ask(input.section, input.key);
  }

  private ask(place: string, key: string): void {
    const keys = this.required.get(place) ?? [];
    if (!keys.includes(key)) this.required.set(place, [...keys, key]);
  }

  private section(section: string): JsonSchema | boolean {
    const own = this.own.sections[section];
    const required = this.required.get(section);
    if (own === undefined || own === true) return requiring(required ?? [], {});
    return own === false || required === undefined ? own : { allOf: [own, requiring(required, {})] };
  }

  /** What is asked of the department, of each 下属单位 and of each project of theirs. */
  private units(): SchemaMap {
    const ofUnit = this.required.get("单位") ?? [];
    const ofProject = requiring(this.required.get("项目支出") ?? [], this.own.ofProject);
    const projects: SchemaMap = Object.keys(ofProject).length === 1 ? {} : { 项目支出: { type: "array", items: ofProject } };
    const below = requiring(ofUnit, projects);
    return {
      ...(ofUnit.length > 0 && { 单位: requiring(ofUnit, {}) }),
      ...projects,
      ...(Object.keys(below).length > 1 && { 下属单位: { type: "array", items: below } }),
    };
  }

  /** The names that stand in 批复, 上年数, 原因 and 表注. */
  private named(): SchemaMap {
    return Object.fromEntries(
      BUDGET_KEYS.flatMap(({ key, value }) => {
        const names = this.namesIn(value);
        return names === undefined ? [] : [[key, names] as const];
      }),
    );
  }

  private namesIn(value: ValueSpec): JsonSchema | undefined {
    if (value.kind === "table notes") return this.titles();
    const codes = { [codePattern("功能科目", ...CATEGORY_LEVELS)]: true };
    const amount = this.definitions.refer("amount", AMOUNT);
    const { figures, inputs } = this.standard;
    if (value.kind === "reasons") return this.names("reasons", [...figures.values()], this.definitions.refer("reason", TEXT_OR_NOTHING), codes);
    if (value.kind !== "amounts") return undefined;
    if (value.of === "other year") return this.names("figures", [...figures.values()], amount, codes);
    const stated = [...inputs.values()].filter(({ kind }) => kind === "amount");
    return this.names("approved", [...figures.values(), ...stated], amount, {});
  }

  private names(definition: string, known: readonly (Explained & { readonly name: string })[], below: JsonSchema, codes: SchemaMap): JsonSchema {
    const entries = known.map(({ name, about }) => [name, { ...below, ...explained(name, about === undefined ? {} : { about }) }] as const);
    return this.definitions.refer(definition, {
      type: "object",
      properties: Object.fromEntries(entries),
      ...(Object.keys(codes).length > 0 && { patternProperties: codes }),
      additionalProperties: false,
    });
  }

  /** Titles of tables; where words are filled in, any may stand. */
  private titles(): JsonSchema {
    const titles = [...this.standard.tables.values()].flatMap(({ title }) => title ?? []);
    const [filled, plain] = [titles.filter((title) => title.includes("{{")), titles.filter((title) => !title.includes("{{"))];
    const patterns = filled.map((title) => `^${literally(title.replace(/\{\{[^{}]*\}\}/g, "\0")).replaceAll("\0", ".*")}$`);
    return this.definitions.refer("tables", {
      type: "object",
      properties: Object.fromEntries(plain.map((title) => [title, { ...this.definitions.refer("text", TEXT), title }])),
      ...(patterns.length > 0 && { patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, true])) }),
      additionalProperties: false,
    });
  }
}

/** Places in `required` whose keys are asked of each of several things. */
const PER_ITEM: ReadonlySet<string> = new Set(["单位", "项目支出"]);

/** A map that must have some keys. */
function requiring(required: readonly string[], properties: SchemaMap): JsonSchema {
  const known = { ...Object.fromEntries(required.map((key) => [key, true])), ...properties };
  return {
    type: "object",
    ...(Object.keys(known).length > 0 && { properties: known }),
    ...(required.length > 0 && { required }),
  };
}

/** Keys that all standards have alike, and for each standard its own of those that they have not. */
export function shared(all: readonly SchemaMap[]): { readonly common: SchemaMap; readonly own: readonly SchemaMap[] } {
  const keys = [...new Set(all.flatMap((each) => Object.keys(each)))];
  const texts = (key: string): Set<string> => new Set(all.map((each) => JSON.stringify(each[key])));
  const alike = keys.filter((key) => texts(key).size === 1);
  const common = Object.fromEntries(keys.map((key) => [key, alike.includes(key) ? (all[0]?.[key] ?? true) : true]));
  const own = all.map((each) => Object.fromEntries(keys.filter((key) => !alike.includes(key)).map((key) => [key, each[key] ?? false])));
  return { common, own };
}
