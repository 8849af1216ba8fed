import { AMOUNT_UNITS, type AmountFormat, type NumberFormat } from "../../base/money.ts";
import type { MapEntry, Node } from "../../base/node.ts";
import { DOCUMENT_KINDS, type DocumentKind } from "../../model/expenditure.ts";
import type { RequiredInput, Standard, WordFormat } from "../../model/standard.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asList, asMap, asScalar, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

export type Pack = Pick<Standard, "name" | "norm" | "formats" | "ordinals" | "labels" | "words" | "constants" | "required" | "labelled">;

const REQUIRED = ["name", "norm", "formats", "ordinals", "labels", "words"];
const OPTIONAL = ["extends", "constants", "required", "example"];

/** Reads pack.yaml of a chain of folders as one: the nearest folder's keys win. */
export function readPack(packs: readonly Node[], findings: Findings): Pack | undefined {
  const [own] = packs;
  const merged = new Map<string, MapEntry>();
  for (const node of [...packs].reverse()) for (const entry of asMap(node, "pack.yaml", findings)?.entries ?? []) merged.set(entry.key.text, entry);
  if (own === undefined) return undefined;
  const fields = new Fields({ kind: "map", entries: [...merged.values()], span: own.span }, REQUIRED, OPTIONAL, "pack.yaml", findings);
  const formats = inner(fields, "formats", ["table", "sentence", "percentage"], ["others"]);
  const ordinals = inner(fields, "ordinals", ["heading", "row", "term", "paragraph"], ["table"]);
  const labels = inner(fields, "labels", ["table", "unit-name", "amount-unit", "note", "term-separator"], []);
  const labelled: TextTemplate[] = [];
  const label = (key: string): string => unquoteNone(labels?.label(key, labelled));
  const text = (from: Fields | undefined, key: string): string => unquoteNone(from?.text(key));
  const tableOrdinal = ordinals?.ordinals("table")?.[0];
  const amount = (key: string): AmountFormat => readAmountFormat(formats?.node(key), key, findings);
  return {
    name: text(fields, "name"),
    norm: text(fields, "norm"),
    formats: readFormats(formats, amount("table"), amount("sentence"), findings),
    ordinals: {
      heading: ordinals?.ordinals("heading") ?? [],
      row: ordinals?.ordinals("row") ?? [],
      term: text(ordinals, "term"),
      paragraph: text(ordinals, "paragraph"),
      ...(tableOrdinal !== undefined && { table: unquoteNone(tableOrdinal) }),
    },
    labels: {
      table: label("table"),
      unitName: label("unit-name"),
      amountUnit: label("amount-unit"),
      note: label("note"),
      termSeparator: label("term-separator"),
    },
    words: readWords(fields, findings),
    labelled,
    required: readRequired(fields.node("required"), findings),
    constants: new Map(fields.entries("constants").map(({ key, value }) => [key.text, asScalar(value, key.text, findings)?.text ?? ""])),
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
  return amountFormatOf(map && new Fields(map, AMOUNT_FORMAT_KEYS, ["zero"], what, findings));
}

const AMOUNT_FORMAT_KEYS = ["unit", "decimals", "trim", "separator"];

function amountFormatOf(fields: Fields | undefined): AmountFormat {
  const zero = fields?.text("zero");
  return {
    unit: fields?.word("unit", AMOUNT_UNITS) ?? "元",
    decimals: fields?.count("decimals") ?? 2,
    trim: trimOf(fields),
    separator: fields?.flag("separator") ?? false,
    ...(zero !== undefined && { zero }),
  };
}

function trimOf(fields: Fields | undefined): NumberFormat["trim"] {
  const word = fields?.word("trim", ["true", "false", "whole"]) ?? "false";
  return word === "whole" ? "whole" : word === "true";
}

function readFormats(fields: Fields | undefined, table: AmountFormat, sentence: AmountFormat, findings: Findings): Standard["formats"] {
  const percentage = readNumberFormat(fields?.node("percentage"), findings);
  const others = new Map<string, WordFormat>();
  for (const { key, value } of fields?.entries("others") ?? []) {
    const map = asMap(value, key.text, findings);
    const own = map && new Fields(map, AMOUNT_FORMAT_KEYS, ["zero", "percentage"], key.text, findings);
    const share = own?.node("percentage");
    others.set(key.text, { amount: amountFormatOf(own), percentage: share === undefined ? percentage : readNumberFormat(share, findings) });
  }
  return { table, sentence, percentage, others };
}

/** Names of inputs that a budget file must have; those of projects as 项目支出/KEY. */
function readRequired(node: Node | undefined, findings: Findings): RequiredInput[] {
  if (node === undefined) return [];
  return (asList(node, "required", findings)?.items ?? []).flatMap((item) => {
    const scalar = asScalar(item, "required", findings);
    return scalar ? [{ name: scalar.text.trim(), span: scalar.span }] : [];
  });
}

function readNumberFormat(node: Node | undefined, findings: Findings): NumberFormat {
  const map = node && asMap(node, "percentage", findings);
  const fields = map && new Fields(map, ["decimals", "trim"], [], "percentage", findings);
  return { decimals: fields?.count("decimals") ?? 2, trim: trimOf(fields), separator: false };
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
