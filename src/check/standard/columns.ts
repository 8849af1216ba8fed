import type { AmountFormat } from "../../base/money.ts";
import type { Node } from "../../base/node.ts";
import type { WordFormat } from "../../model/standard.ts";
import { type AmountColumnSpec, type ColumnSpec, ROW_ATTRIBUTES, type TextColumnSpec } from "../../model/table.ts";
import { asMap } from "../reader.ts";
import { readAmountFormat } from "./pack.ts";
import { type RowContext, selectionOrFigure } from "./rows.ts";
import { Fields } from "./values.ts";

/** What columns are read with. */
export interface ColumnContext extends RowContext {
  readonly formats: ReadonlyMap<string, WordFormat>;
  /** Fields that a text column may print: of projects, or of the items of the table. */
  readonly fields: ReadonlySet<string>;
  /** Fields of the table's items that are amounts or quantities; empty in a table of facts. */
  readonly numbers: ReadonlySet<string>;
}

const KEYS = ["columns", "text", "field", "own-level", "flat", "where", "figure", "role", "year", "sign", "format", "when", "width", "zero", "total"];
const DEFAULT_TEXT_WIDTH = 24;
const DEFAULT_AMOUNT_WIDTH = 10;

/** Reads the columns of a table or of one of its sides: groups, texts and amounts. */
export function readColumns(fields: Fields, context: ColumnContext): ColumnSpec[] {
  return fields.items("columns").flatMap((item) => {
    const map = asMap(item, "columns", context.findings);
    return map === undefined ? [] : [readColumn(new Fields(map, ["heading"], KEYS, "columns", context.findings), context)];
  });
}

function readColumn(fields: Fields, context: ColumnContext): ColumnSpec {
  const heading = fields.label("heading", context.labelled) ?? "";
  if (fields.node("columns") !== undefined) return { kind: "group", heading, columns: readColumns(fields, context) };
  const field = knownField(fields, context);
  const numeric = field !== undefined && context.numbers.has(field);
  return fields.node("text") !== undefined || (field !== undefined && !numeric)
    ? textColumn(fields, heading, field, context)
    : amountColumn(fields, heading, field, context);
}

function knownField(fields: Fields, context: ColumnContext): string | undefined {
  const name = fields.text("field");
  if (name === undefined || context.fields.has(name)) return name;
  return context.findings.error("unknown-name", `没有叫“${name}”的栏目`, fields.node("field")?.span, `可以写：${[...context.fields].join("、")}`);
}

/** Parts of a code, which may stand only on rows of their own level. */
const CODE_PARTS: readonly string[] = ["类编码", "款编码", "项编码"];

function textColumn(fields: Fields, heading: string, field: string | undefined, { findings }: ColumnContext): TextColumnSpec {
  const own = fields.flag("own-level") ?? false;
  if (own && !CODE_PARTS.includes(fields.text("text") ?? ""))
    findings.error(
      "wrong-shape",
      "own-level 只用在类编码、款编码、项编码上",
      fields.node("own-level")?.span,
      "删掉 own-level，或者把 text 改成这三个当中的一个",
    );
  return {
    kind: "text",
    heading,
    attribute: fields.word("text", ROW_ATTRIBUTES) ?? "名称",
    ...(field !== undefined && { field }),
    ownLevel: own,
    flat: fields.flag("flat") ?? false,
    width: fields.count("width") ?? DEFAULT_TEXT_WIDTH,
  };
}

const ROLES = ["leaf", "total", "of-which", "share", "change", "rate"] as const;

function amountColumn(fields: Fields, heading: string, field: string | undefined, context: ColumnContext): AmountColumnSpec {
  const zero = fields.zero();
  const format = formatOf(fields.node("format"), context);
  const role = fields.word("role", ROLES) ?? "leaf";
  const figure = fields.text("figure");
  return {
    kind: "amount",
    heading,
    width: fields.count("width") ?? DEFAULT_AMOUNT_WIDTH,
    role,
    where: field === undefined ? selectionOrFigure(fields, context) : {},
    year: fields.word("year", ["本年", "上年"]) ?? "本年",
    ...(figure !== undefined && { figure }),
    sign: fields.flag("sign") ?? false,
    onlyFilled: fields.word("when", ["filled"]) === "filled",
    ...(zero && { zero }),
    ...(format && { format }),
    ...(field !== undefined && { field }),
    fieldWhere: field === undefined ? new Map() : fields.pairs("where"),
    totalled: fields.flag("total") ?? true,
    span: fields.place,
  };
}

/** A format by name, or written out. */
export function formatOf(node: Node | undefined, context: Pick<ColumnContext, "formats" | "findings">): AmountFormat | undefined {
  if (node === undefined) return undefined;
  if (node.kind !== "scalar") return readAmountFormat(node, "format", context.findings);
  const named = context.formats.get(node.text.trim());
  if (named !== undefined) return named.amount;
  return context.findings.error(
    "unknown-name",
    `没有叫“${node.text}”的格式`,
    node.span,
    `在 pack.yaml 的 formats.others 里定义；现有：${[...context.formats.keys()].join("、")}`,
  );
}
