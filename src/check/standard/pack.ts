import { AMOUNT_UNITS, type AmountFormat, type NumberFormat } from "../../base/money.ts";
import type { MapEntry, Node } from "../../base/node.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../../model/expenditure.ts";
import type { Standard } from "../../model/standard.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

export type Pack = Pick<Standard, "name" | "norm" | "formats" | "ordinals" | "labels" | "words" | "constants">;

const REQUIRED = ["name", "norm", "formats", "ordinals", "labels", "words"];
const OPTIONAL = ["extends", "constants", "required", "example"];

/** Reads pack.yaml of a chain of folders as one: the nearest folder's keys win. */
export function readPack(packs: readonly Node[], findings: Findings): Pack | undefined {
  const [own] = packs;
  const merged = new Map<string, MapEntry>();
  for (const node of [...packs].reverse()) for (const entry of asMap(node, "pack.yaml", findings)?.entries ?? []) merged.set(entry.key.text, entry);
  if (own === undefined) return undefined;
  const fields = new Fields({ kind: "map", entries: [...merged.values()], span: own.span }, REQUIRED, OPTIONAL, "pack.yaml", findings);
  const formats = inner(fields, "formats", ["table", "sentence", "percentage"], []);
  const ordinals = inner(fields, "ordinals", ["heading", "row", "term", "paragraph"], []);
  const labels = inner(fields, "labels", ["table", "unit-name", "amount-unit", "note", "term-separator"], []);
  const text = (from: Fields | undefined, key: string): string => unquoteNone(from?.text(key));
  const amount = (key: string): AmountFormat => readAmountFormat(formats?.node(key), key, findings);
  return {
    name: text(fields, "name"),
    norm: text(fields, "norm"),
    formats: { table: amount("table"), sentence: amount("sentence"), percentage: readNumberFormat(formats?.node("percentage"), findings) },
    ordinals: {
      heading: ordinals?.words("heading") ?? [],
      row: text(ordinals, "row"),
      term: text(ordinals, "term"),
      paragraph: text(ordinals, "paragraph"),
    },
    labels: {
      table: text(labels, "table"),
      unitName: text(labels, "unit-name"),
      amountUnit: text(labels, "amount-unit"),
      note: text(labels, "note"),
      termSeparator: text(labels, "term-separator"),
    },
    words: readWords(fields, findings),
    constants: new Map(fields.entries("constants").map(({ key, value }) => [key.text, value.kind === "scalar" ? value.text : ""])),
  };
}

/** The word 无 stands for an empty label, since an empty value is a mistake everywhere. */
function unquoteNone(text: string | undefined): string {
  return text === undefined || text === "无" ? "" : text;
}

function inner(fields: Fields, key: string, required: readonly string[], optional: readonly string[]): Fields | undefined {
  const node = fields.node(key);
  const map = node && asMap(node, key, fields.findings);
  return map && new Fields(map, required, optional, key, fields.findings);
}

/** Reads how amounts print: unit, decimals, whether zeros at the end are dropped, thousands separators. */
export function readAmountFormat(node: Node | undefined, what: string, findings: Findings): AmountFormat {
  const map = node && asMap(node, what, findings);
  const fields = map && new Fields(map, ["unit", "decimals", "trim", "separator"], [], what, findings);
  return {
    unit: fields?.word("unit", AMOUNT_UNITS) ?? "元",
    decimals: fields?.count("decimals") ?? 2,
    trim: fields?.flag("trim") ?? false,
    separator: fields?.flag("separator") ?? false,
  };
}

function readNumberFormat(node: Node | undefined, findings: Findings): NumberFormat {
  const map = node && asMap(node, "percentage", findings);
  const fields = map && new Fields(map, ["decimals", "trim"], [], "percentage", findings);
  return { decimals: fields?.count("decimals") ?? 2, trim: fields?.flag("trim") ?? false, separator: false };
}

function readWords(fields: Fields, findings: Findings): Standard["words"] {
  const words = new Map<string, Readonly<Record<DocumentKind, string>>>();
  for (const { key, value } of fields.entries("words")) {
    const map = asMap(value, key.text, findings);
    const kinds = map && new Fields(map, DOCUMENT_KINDS, [], key.text, findings);
    words.set(key.text, { 部门预算: kinds?.text("部门预算") ?? "", 单位预算: kinds?.text("单位预算") ?? "" });
  }
  return words;
}
