import type { AmountFormat } from "../../base/money.ts";
import type { Node } from "../../base/node.ts";
import type { ColumnSpec, NoteSpec, SectionSpec, SideSpec, TableSpec } from "../../model/table.ts";
import { ROW_ATTRIBUTES, type RowAttribute } from "../../model/table.ts";
import { asMap, type Findings } from "../reader.ts";
import { readAmountFormat } from "./pack.ts";
import { type RowContext, readRows } from "./rows.ts";
import { Fields, templateOf } from "./values.ts";

/** What a table declaration is read with: the standard's own format and figures. */
export interface TableContext extends RowContext {
  readonly format: AmountFormat;
}

const OPTIONAL = ["title", "orientation", "where", "partition", "format", "zero", "sides", "columns", "rows", "notes", "empty-row", "说明"];

/** Reads one file of tables/. */
export function readTable(key: string, node: Node, context: TableContext): TableSpec | undefined {
  const map = asMap(node, `tables/${key}.yaml`, context.findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, [], OPTIONAL, `tables/${key}.yaml`, context.findings);
  const title = fields.text("title");
  const format = fields.node("format");
  const emptyRow = readEmptyRow(fields);
  return {
    key,
    ...(title !== undefined && { title }),
    orientation: fields.word("orientation", ["portrait", "landscape"]) ?? "portrait",
    where: fields.selection("where"),
    partition: fields.flag("partition") ?? true,
    format: format === undefined ? context.format : readAmountFormat(format, "format", context.findings),
    zero: fields.word("zero", ["amount", "blank"]) ?? "amount",
    sides: readSides(fields, context),
    notes: readNotes(fields),
    ...(emptyRow && { emptyRow }),
    span: fields.place,
  };
}

function readSides(fields: Fields, context: TableContext): SideSpec[] {
  if (fields.node("sides") === undefined) return [sideOf(fields, context)];
  return fields.items("sides").flatMap((item) => {
    const map = asMap(item, "sides", context.findings);
    return map === undefined ? [] : [sideOf(new Fields(map, ["columns"], ["heading", "sections", "rows"], "sides", context.findings), context)];
  });
}

function sideOf(fields: Fields, context: TableContext): SideSpec {
  const heading = fields.node("heading") === undefined ? undefined : fields.text("heading");
  return {
    ...(heading !== undefined && { heading }),
    columns: readColumns(fields, context.findings),
    sections: readSections(fields, context),
  };
}

function readSections(fields: Fields, context: TableContext): SectionSpec[] {
  if (fields.node("sections") === undefined) return [{ name: "", rows: readRows(fields.node("rows"), context) }];
  return fields.items("sections").flatMap((item) => {
    const map = asMap(item, "sections", context.findings);
    if (map === undefined) return [];
    const section = new Fields(map, ["name", "rows"], [], "sections", context.findings);
    return [{ name: section.text("name") ?? "", rows: readRows(section.node("rows"), context) }];
  });
}

const COLUMN_KEYS = ["columns", "text", "where", "role", "width", "zero"];
const DEFAULT_TEXT_WIDTH = 24;
const DEFAULT_AMOUNT_WIDTH = 10;

function readColumns(fields: Fields, findings: Findings): ColumnSpec[] {
  return fields.items("columns").flatMap((item) => {
    const map = asMap(item, "columns", findings);
    return map === undefined ? [] : [readColumn(new Fields(map, ["heading"], COLUMN_KEYS, "columns", findings), findings)];
  });
}

function readColumn(fields: Fields, findings: Findings): ColumnSpec {
  const heading = fields.text("heading") ?? "";
  if (fields.node("columns") !== undefined) return { kind: "group", heading, columns: readColumns(fields, findings) };
  const width = fields.count("width");
  if (fields.node("text") !== undefined) {
    return { kind: "text", heading, attribute: fields.word("text", ROW_ATTRIBUTES) ?? "名称", width: width ?? DEFAULT_TEXT_WIDTH };
  }
  const zero = fields.word("zero", ["amount", "blank"]);
  return {
    kind: "amount",
    heading,
    width: width ?? DEFAULT_AMOUNT_WIDTH,
    role: fields.word("role", ["leaf", "total", "of-which"]) ?? "leaf",
    where: fields.selection("where"),
    ...(zero && { zero }),
  };
}

function readNotes(fields: Fields): NoteSpec[] {
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
