import type { Node } from "../../base/node.ts";
import { CATEGORY_LEVELS } from "../../model/classification.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { ListSpec } from "../../model/list.ts";
import { ROW_AXES } from "../../model/table.ts";
import { asMap, type Findings } from "../reader.ts";
import { selectionOrFigure } from "./rows.ts";
import { Fields } from "./values.ts";

const KEYS = ["axis", "figures", "level", "where", "figure", "labels", "zeros", "item", "separator", "说明"];

/** Reads lists.yaml: a name for the members of an axis, or for figures, that have money. */
export function readLists(node: Node | undefined, figures: ReadonlyMap<string, FigureSpec>, findings: Findings): ReadonlyMap<string, ListSpec> {
  const entries = node === undefined ? [] : (asMap(node, "lists.yaml", findings)?.entries ?? []);
  const lists = new Map<string, ListSpec>();
  for (const { key, value } of entries) {
    const map = asMap(value, key.text, findings);
    const list = map && listOf(key.text, new Fields(map, [], KEYS, `“${key.text}”`, findings), figures, findings);
    if (list) lists.set(key.text, list);
  }
  return lists;
}

function listOf(name: string, fields: Fields, figures: ReadonlyMap<string, FigureSpec>, findings: Findings): ListSpec | undefined {
  const axis = fields.word("axis", ROW_AXES);
  const named = fields.node("figures") === undefined ? undefined : fields.pairs("figures");
  if (axis === undefined && named === undefined) return findings.error("missing-key", `“${name}”要写 axis 或者 figures`, fields.place);
  const level = fields.word("level", CATEGORY_LEVELS);
  const item = fields.template("item");
  return {
    name,
    ...(axis && { axis }),
    ...(named && { figures: named }),
    ...(level && { level }),
    where: selectionOrFigure(fields, { figures, findings }),
    labels: fields.pairs("labels"),
    zeros: fields.flag("zeros") ?? false,
    ...(item && { item }),
    separator: fields.text("separator") ?? "、",
    span: fields.place,
  };
}
