import type { ListNode, Node } from "../../base/node.ts";
import type { FormCellSpec, FormRowSpec, FormSpec } from "../../model/form.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asList, asMap, type Findings } from "../reader.ts";
import { readNotes } from "./tables.ts";
import { Fields, templateOf } from "./values.ts";

export interface FormContext {
  readonly formats: ReadonlySet<string>;
  readonly labelled: TextTemplate[];
  readonly findings: Findings;
}

/** Reads one file of forms/. */
export function readForm(key: string, node: Node, context: FormContext): FormSpec | undefined {
  const what = `forms/${key}.yaml`;
  const map = asMap(node, what, context.findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, ["title", "columns", "rows"], ["label", "orientation", "listed", "amount-unit", "notes", "说明"], what, context.findings);
  const label = fields.label("label", context.labelled);
  const columns = (fields.words("columns") ?? []).map(Number).filter((width) => width > 0);
  const rows = readFormRows(fields.node("rows"), context);
  for (const row of rows) checkWidth(row, columns.length, context.findings);
  return {
    key,
    title: fields.label("title", context.labelled) ?? "",
    ...(label !== undefined && label !== "无" && { label }),
    orientation: fields.word("orientation", ["portrait", "landscape"]) ?? "portrait",
    listed: fields.flag("listed") ?? true,
    amountUnit: fields.flag("amount-unit") ?? false,
    columns,
    rows,
    notes: readNotes(fields),
    span: fields.place,
  };
}

function readFormRows(node: Node | undefined, context: FormContext): FormRowSpec[] {
  const list = node && asList(node, "rows", context.findings);
  return (list?.items ?? []).flatMap((item) => (item.kind === "list" ? [cellsOf(item, context)] : (readBlock(item, context) ?? [])));
}

function readBlock(node: Node, context: FormContext): FormRowSpec | undefined {
  const map = asMap(node, "rows", context.findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, ["rows"], ["beside", "span", "each", "where", "blank"], "rows 的一块", context.findings);
  const rows = readFormRows(fields.node("rows"), context);
  const label = fields.template("beside");
  if (label !== undefined) return { kind: "beside", label, columnSpan: fields.count("span") ?? 1, rows, span: fields.place };
  const over = fields.text("each");
  if (over === undefined) return context.findings.error("missing-key", "rows 的一块要写 beside 或者 each", fields.place);
  const where = fields.entries("where").flatMap(({ key, value }) => {
    const template = templateOf(value, key.text, context.findings);
    return template ? [[key.text, template] as const] : [];
  });
  return { kind: "each", over, where: new Map(where), blank: fields.flag("blank") ?? false, rows, span: fields.place };
}

function cellsOf(node: ListNode, context: FormContext): FormRowSpec {
  const cells = node.items.flatMap((item): readonly FormCellSpec[] => {
    if (item.kind === "scalar") {
      const text = templateOf(item, "label", context.findings);
      return text ? [{ kind: "label", text, columnSpan: 1, align: "center", merge: false }] : [];
    }
    const cell = readCell(item, context);
    return cell ? [cell] : [];
  });
  return { kind: "cells", cells, span: node.span };
}

function readCell(node: Node, context: FormContext): FormCellSpec | undefined {
  const map = asMap(node, "rows 的一格", context.findings);
  if (map === undefined) return undefined;
  const fields = new Fields(map, [], ["label", "text", "span", "align", "merge", "format"], "rows 的一格", context.findings);
  const label = fields.template("label");
  // A cell without label and text is empty.
  const text = label ?? fields.template("text") ?? { source: "", span: fields.place };
  const format = fields.text("format");
  if (format !== undefined && !context.formats.has(format))
    context.findings.error("unknown-name", `没有叫“${format}”的格式`, fields.node("format")?.span, "在 pack.yaml 的 formats.others 里定义");
  return {
    kind: label === undefined ? "text" : "label",
    text,
    columnSpan: fields.count("span") ?? 1,
    align: fields.word("align", ["left", "center", "right"]) ?? (label === undefined ? "left" : "center"),
    merge: fields.flag("merge") ?? false,
    ...(format !== undefined && { format }),
  };
}

/** Every row fills the form from left to right, labels beside it included. */
function checkWidth(row: FormRowSpec, width: number, findings: Findings): void {
  if (row.kind === "each") for (const inner of row.rows) checkWidth(inner, width, findings);
  if (row.kind === "beside") for (const inner of row.rows) checkWidth(inner, width - row.columnSpan, findings);
  if (row.kind !== "cells") return;
  const filled = row.cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  if (filled === width) return;
  findings.error("form-width", `这一行占 ${filled} 栏，应当占 ${width} 栏`, row.span, "改各格的 span，加起来等于 columns 的栏数减去左边 beside 占的栏数");
}
