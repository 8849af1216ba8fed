import type { Node } from "../../base/node.ts";
import { CATEGORY_LEVELS, type CategoryLevel } from "../../model/classification.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { Selection } from "../../model/selection.ts";
import { ROW_AXES, type RowSpec } from "../../model/table.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asList, asMap, type Findings } from "../reader.ts";
import { Fields, wordsOf } from "./values.ts";

/** What rows are read with. */
export interface RowContext {
  readonly figures: ReadonlyMap<string, FigureSpec>;
  /** Labels that have words in them are collected here. */
  readonly labelled: TextTemplate[];
  readonly findings: Findings;
}

const KINDS = ["line", "axis", "total", "rest", "items"];
const LOOKS = ["numbered", "indent", "zero", "when"];

/** What each kind of row may say beside its own word. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  line: ["code", "figure", "where", "below", "empty", ...LOOKS],
  axis: ["where", "levels", "only", "labels", "below", ...LOOKS],
  rest: ["where", ...LOOKS],
  total: ["code", "of", "zero", "when", "across"],
  items: ["by"],
};

/** Reads the rows of a section: each a line, an axis, the rest, a total, or the place of the items. */
export function readRows(node: Node | undefined, context: RowContext): RowSpec[] {
  const list = node && asList(node, "rows", context.findings);
  return (list?.items ?? []).flatMap((item) => {
    const map = asMap(item, "rows", context.findings);
    const kind = KINDS.find((each) => map?.entries.some(({ key }) => key.text === each));
    const keys = kind === undefined ? KINDS : [kind, ...(KEYS[kind] ?? [])];
    const row = map && readRow(new Fields(map, [], keys, kind === undefined ? "rows 的一行" : `${kind} 行`, context.findings), context);
    return row ?? [];
  });
}

function readRow(fields: Fields, context: RowContext): RowSpec | undefined {
  const zero = fields.zero();
  const total = fields.label("total", context.labelled);
  const code = fields.label("code", context.labelled);
  const onlyFilled = fields.word("when", ["filled"]) === "filled";
  if (total !== undefined)
    return {
      kind: "total",
      label: total,
      of: fields.words("of") ?? [],
      ...(zero && { zero }),
      onlyFilled,
      across: fields.flag("across") ?? false,
      ...(code !== undefined && { code }),
    };
  if (fields.flag("items")) return itemsRow(fields);
  const common = {
    numbered: fields.flag("numbered") ?? false,
    indent: fields.count("indent") ?? 0,
    ...(zero && { zero }),
    onlyFilled,
    span: fields.place,
  };
  const rest = fields.label("rest", context.labelled);
  if (rest !== undefined) return { kind: "rest", label: rest, where: fields.selection("where"), ...common };
  const below = readRows(fields.node("below"), context);
  const line = fields.label("line", context.labelled);
  if (line !== undefined)
    return { kind: "line", label: line, ...(code !== undefined && { code }), ...lineSelection(fields, below.length > 0, context), below, ...common };
  const axis = fields.word("axis", ROW_AXES);
  if (axis === undefined) return fields.findings.error("missing-key", `一行要写 ${KINDS.join("、")} 当中的一个`, fields.place);
  const only = fields.words("only");
  return {
    kind: "axis",
    axis,
    levels: readLevels(fields),
    ...(only && { only }),
    labels: fields.pairs("labels"),
    where: fields.selection("where"),
    below,
    ...common,
  };
}

function itemsRow(fields: Fields): RowSpec {
  const by = fields.text("by");
  return { kind: "items", ...(by !== undefined && { by }) };
}

/** A line with rows below it and no selection of its own is their sum; an empty one takes nothing. */
function lineSelection(fields: Fields, parent: boolean, context: RowContext): { readonly where?: Selection; readonly figure?: string } {
  if (fields.flag("empty")) {
    const taken = ["where", "figure", "below"].find((key) => fields.node(key) !== undefined);
    if (taken !== undefined) fields.findings.error("wrong-shape", `空行不列任何钱，不能写 ${taken}`, fields.node(taken)?.span, `empty 和 ${taken} 留一个`);
    return {};
  }
  if (parent && fields.node("figure") === undefined && fields.node("where") === undefined) return {};
  const figure = fields.text("figure");
  return { where: selectionOrFigure(fields, context), ...(figure !== undefined && { figure }) };
}

/** A row or column may take its selection from a figure, so that table and sentence cannot disagree. */
export function selectionOrFigure(fields: Fields, context: Pick<RowContext, "figures" | "findings">): Selection {
  const name = fields.text("figure");
  if (name === undefined) return fields.selection("where");
  const figure = context.figures.get(name);
  if (figure?.kind === "facts") return figure.where;
  context.findings.error("unknown-figure", `没有叫“${name}”的数，或者它不是按条件汇总的`, fields.node("figure")?.span);
  return {};
}

function readLevels(fields: Fields): CategoryLevel[] {
  const node = fields.node("levels");
  const words = node ? wordsOf(node, "levels", fields.findings) : [];
  const unknown = words.filter((word) => !CATEGORY_LEVELS.some((level) => level === word));
  if (unknown.length > 0 || (node !== undefined && words.length === 0))
    fields.findings.error("unknown-word", `“levels”不能写“${unknown.join("、")}”`, node?.span, "写成列表，例如 [类, 款, 项]");
  return CATEGORY_LEVELS.filter((level) => words.includes(level));
}
