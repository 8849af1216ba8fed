import type { MapEntry, Node } from "../../base/node.ts";
import { CATEGORY_LEVELS } from "../../model/classification.ts";
import type { Explained, FieldSpec, InputKind, InputSpec, ItemsSpec } from "../../model/stated.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

const FIELD_KINDS: Readonly<Record<string, FieldSpec["kind"]>> = { 金额: "amount", 数量: "quantity", 文字: "text" };
const INPUT_KINDS: Readonly<Record<string, InputKind>> = { ...FIELD_KINDS, 明细: "items" };

/** The section of inputs.yaml that declares what may be stated of each project. */
export const PROJECT_SECTION = "项目支出";

/** Reads inputs.yaml: sections of a budget file with the keys that each may have; a section with a kind is itself the input. */
export function readInputSpecs(nodes: readonly Node[], findings: Findings): InputSpec[] {
  const sections = nodes.flatMap((node) => asMap(node, "inputs.yaml", findings)?.entries ?? []);
  return sections.flatMap((section) => {
    const entries = asMap(section.value, section.key.text, findings)?.entries ?? [];
    const isInput = entries.some(({ key, value }) => key.text === "kind" && value.kind === "scalar");
    return isInput
      ? (readInputSpec(section.key.text, section, findings) ?? [])
      : entries.flatMap((entry) => readInputSpec(section.key.text, entry, findings) ?? []);
  });
}

const KEYS = ["name", "measure", "values", "by", "levels", "value", "fields", "yearly", "说明", "例"];

function readInputSpec(section: string, { key, value }: MapEntry, findings: Findings): InputSpec | undefined {
  const map = asMap(value, key.text, findings);
  const fields = map && new Fields(map, ["kind"], KEYS, key.text, findings);
  const word = fields?.word("kind", Object.keys(INPUT_KINDS));
  if (fields === undefined || word === undefined) return undefined;
  const by = fields.word("by", ["功能科目类", "功能科目款", "功能科目项"]);
  const level = CATEGORY_LEVELS.find((each) => by?.endsWith(each));
  const kind: InputKind = level ? "texts" : (INPUT_KINDS[word] ?? "text");
  const measure = fields.text("measure");
  const values = fields.words("values");
  return {
    section,
    key: key.text,
    name: fields.text("name") ?? key.text,
    kind,
    ...(measure !== undefined && { measure }),
    ...(values && { values }),
    ...(level && { level }),
    ...(fields.flag("yearly") && { yearly: true }),
    ...(kind === "items" && { items: readItemsSpec(fields, findings) }),
    ...explanationIn(fields),
  };
}

function explanationIn(fields: Fields): Explained {
  const [about, example] = [fields.text("说明"), fields.text("例")];
  return { ...(about !== undefined && { about }), ...(example !== undefined && { example }) };
}

function readItemsSpec(fields: Fields, findings: Findings): ItemsSpec {
  const value = fields.text("value");
  const own = fields.entries("fields").flatMap((entry) => readFieldSpec(entry, findings) ?? []);
  const prices = new Set(own.flatMap(({ product }) => product?.[1] ?? []));
  const fieldSpecs = own.map((field) => (prices.has(field.name) ? { ...field, price: true } : field));
  return { fields: fieldSpecs, levels: fields.words("levels") ?? [], ...(value !== undefined && { value }) };
}

function readFieldSpec({ key, value }: MapEntry, findings: Findings): FieldSpec | undefined {
  const map = asMap(value, key.text, findings);
  const fields = map && new Fields(map, ["kind"], ["measure", "values", "refers", "product", "shares", "required", "yearly", "说明", "例"], key.text, findings);
  const word = fields?.word("kind", Object.keys(FIELD_KINDS));
  if (fields === undefined || word === undefined) return undefined;
  const measure = fields.text("measure");
  const values = fields.words("values");
  const refersTo = fields.word("refers", ["项目", "单位", "功能科目", "经济科目"]);
  const sharesProject = fields.word("shares", ["项目金额"]) !== undefined;
  const [count, price] = fields.words("product") ?? [];
  return {
    name: key.text,
    kind: FIELD_KINDS[word] ?? "text",
    ...(measure !== undefined && { measure }),
    ...(values && { values }),
    ...(refersTo && { refersTo }),
    ...(sharesProject && { sharesProject }),
    ...(fields.flag("required") && { required: true }),
    ...(fields.flag("yearly") && { yearly: true }),
    ...(count !== undefined && price !== undefined && { product: [count, price] as const }),
    ...explanationIn(fields),
  };
}
