import type { AmountFormat } from "../../base/money.ts";
import type { Node } from "../../base/node.ts";
import { fieldNames, type InputSpec } from "../../model/stated.ts";
import { type NoteSpec, ROW_ATTRIBUTES, type RowAttribute, type SectionSpec, type SideSpec, type TableSpec } from "../../model/table.ts";
import { asMap } from "../reader.ts";
import { type ColumnContext, formatOf, readColumns } from "./columns.ts";
import { readRows } from "./rows.ts";
import { Fields, templateOf } from "./values.ts";

/** What a table declaration is read with: the standard's own formats, figures and inputs. */
export interface TableContext extends Omit<ColumnContext, "fields" | "numbers"> {
  readonly format: AmountFormat;
  readonly inputs: ReadonlyMap<string, InputSpec>;
  readonly projectInputs: ReadonlyMap<string, InputSpec>;
}

const OPTIONAL = [
  ...["title", "label", "orientation", "where", "items", "partition", "format", "zero"],
  ...["sides", "columns", "sections", "rows", "notes", "note-label", "empty-row", "说明"],
];

/** Reads one file of tables/. */
export function readTable(key: string, node: Node, context: TableContext): TableSpec | undefined {
  const map = asMap(node, `tables/${key}.yaml`, context.findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, [], OPTIONAL, `tables/${key}.yaml`, context.findings);
  const title = fields.label("title", context.labelled);
  const label = fields.label("label", context.labelled);
  const noteLabel = fields.label("note-label", context.labelled);
  const items = itemsOf(fields, context);
  const emptyRow = readEmptyRow(fields);
  return {
    key,
    ...(title !== undefined && { title }),
    ...(label !== undefined && { label: label === "无" ? "" : label }),
    orientation: fields.word("orientation", ["portrait", "landscape"]) ?? "portrait",
    where: fields.selection("where"),
    ...(items && { items: items.name }),
    partition: items === undefined && (fields.flag("partition") ?? true),
    format: formatOf(fields.node("format"), context) ?? context.format,
    zero: fields.zero() ?? "amount",
    sides: readSides(fields, columnContext(context, items)),
    notes: readNotes(fields),
    ...(noteLabel !== undefined && { noteLabel: noteLabel === "无" ? "" : noteLabel }),
    ...(emptyRow && { emptyRow }),
    span: fields.place,
  };
}

function itemsOf(fields: Fields, { inputs, findings }: TableContext): InputSpec | undefined {
  const name = fields.text("items");
  const input = name === undefined ? undefined : inputs.get(name);
  if (name === undefined || input?.kind === "items") return input;
  return findings.error("unknown-name", `没有叫“${name}”的明细`, fields.node("items")?.span, "在 inputs.yaml 里声明 kind: 明细");
}

function columnContext(context: TableContext, items: InputSpec | undefined): ColumnContext {
  if (items?.items === undefined) {
    const plain = [...context.projectInputs.values()].filter(({ kind }) => kind !== "items").map(({ key }) => key);
    return { ...context, fields: new Set(plain), numbers: new Set() };
  }
  const numbers = items.items.fields.filter(({ kind }) => kind !== "text").map(({ name }) => name);
  return { ...context, fields: new Set(fieldNames(items.items)), numbers: new Set(numbers) };
}

function readSides(fields: Fields, context: ColumnContext): SideSpec[] {
  if (fields.node("sides") === undefined) return [sideOf(fields, context)];
  return fields.items("sides").flatMap((item) => {
    const map = asMap(item, "sides", context.findings);
    return map === undefined ? [] : [sideOf(new Fields(map, ["columns"], ["heading", "sections", "rows"], "sides", context.findings), context)];
  });
}

function sideOf(fields: Fields, context: ColumnContext): SideSpec {
  const heading = fields.label("heading", context.labelled);
  return {
    ...(heading !== undefined && { heading }),
    columns: readColumns(fields, context),
    sections: readSections(fields, context),
  };
}

function readSections(fields: Fields, context: ColumnContext): SectionSpec[] {
  if (fields.node("sections") === undefined) return [{ name: "", rows: readRows(fields.node("rows"), context) }];
  return fields.items("sections").flatMap((item) => {
    const map = asMap(item, "sections", context.findings);
    if (map === undefined) return [];
    const section = new Fields(map, ["name", "rows"], [], "sections", context.findings);
    return [{ name: section.text("name") ?? "", rows: readRows(section.node("rows"), context) }];
  });
}

/** The notes under a table or form. */
export function readNotes(fields: Fields): NoteSpec[] {
  return fields.items("notes").flatMap((item) => {
    const plain = item.kind === "scalar" ? templateOf(item, "notes", fields.findings) : undefined;
    if (plain) return [{ when: "always" as const, text: plain }];
    const map = asMap(item, "notes", fields.findings);
    const note = map && new Fields(map, ["text"], ["when"], "notes", fields.findings);
    const text = note?.template("text");
    return text ? [{ when: note?.word("when", ["always", "empty", "filled"]) ?? "always", text }] : [];
  });
}

function readEmptyRow(fields: Fields): ReadonlyMap<RowAttribute, string> | undefined {
  if (fields.node("empty-row") === undefined) return undefined;
  const cells = new Map<RowAttribute, string>();
  for (const { key, value } of fields.entries("empty-row")) {
    const attribute = ROW_ATTRIBUTES.find((each) => each === key.text);
    if (attribute && value.kind === "scalar") cells.set(attribute, value.text);
    else fields.findings.error("unknown-word", `empty-row 没有“${key.text}”`, key.span);
  }
  return cells;
}
