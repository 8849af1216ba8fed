import type { Node } from "../../base/node.ts";
import { CATEGORY_LEVELS } from "../../model/classification.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { Selection } from "../../model/selection.ts";
import { ROW_AXES, type RowSpec } from "../../model/table.ts";
import { asList, asMap, type Findings } from "../reader.ts";
import { Fields, wordsOf } from "./values.ts";

/** What rows are read with. */
export interface RowContext {
  readonly figures: ReadonlyMap<string, FigureSpec>;
  readonly findings: Findings;
}

const OPTIONAL = ["line", "axis", "total", "figure", "where", "levels", "only", "labels", "numbered", "indent", "below", "of"];

/** Reads the rows of a section: each a line, an axis or a total. */
export function readRows(node: Node | undefined, context: RowContext): RowSpec[] {
  const list = node && asList(node, "rows", context.findings);
  return (list?.items ?? []).flatMap((item) => {
    const map = asMap(item, "rows", context.findings);
    const row = map && readRow(new Fields(map, [], OPTIONAL, "rows 的一行", context.findings), context);
    return row ?? [];
  });
}

function readRow(fields: Fields, context: RowContext): RowSpec | undefined {
  const common = { numbered: fields.flag("numbered") ?? false, indent: fields.count("indent") ?? 0, span: fields.place };
  const total = fields.text("total");
  if (total !== undefined) return { kind: "total", label: total, of: fields.words("of") ?? [] };
  const line = fields.text("line");
  if (line !== undefined) return { kind: "line", label: line, where: lineSelection(fields, context), ...common };
  const axis = fields.word("axis", ROW_AXES);
  if (axis === undefined) return fields.findings.error("missing-key", "一行要写 line、axis 或 total", fields.place);
  const only = fields.words("only");
  return {
    kind: "axis",
    axis,
    levels: readLevels(fields),
    ...(only && { only }),
    labels: new Map(fields.entries("labels").map(({ key, value }) => [key.text, value.kind === "scalar" ? value.text : ""])),
    where: fields.selection("where"),
    below: readRows(fields.node("below"), context),
    ...common,
  };
}

/** A line may take its selection from a figure, so that table and sentence cannot disagree. */
function lineSelection(fields: Fields, context: RowContext): Selection {
  const name = fields.text("figure");
  if (name === undefined) return fields.selection("where");
  const figure = context.figures.get(name);
  if (figure?.kind === "facts") return figure.where;
  context.findings.error("unknown-figure", `没有叫“${name}”的数，或者它不是按条件汇总的`, fields.node("figure")?.span);
  return {};
}

function readLevels(fields: Fields): (typeof CATEGORY_LEVELS)[number][] {
  const node = fields.node("levels");
  const words = node ? wordsOf(node, "levels", fields.findings) : [];
  return CATEGORY_LEVELS.filter((level) => words.includes(level));
}
