import type { MapEntry, Node } from "../../base/node.ts";
import type { FigureSpec, QuantitySumSpec } from "../../model/figure.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

/** figures.yaml: amounts by name, and sums of quantities by name. */
export interface NamedFigures {
  readonly figures: ReadonlyMap<string, FigureSpec>;
  readonly quantities: ReadonlyMap<string, QuantitySumSpec>;
}

/** Reads figures.yaml: a name for each selection or sum. Later files redefine names of earlier ones. */
export function readFigures(nodes: readonly Node[], findings: Findings): NamedFigures {
  const figures = new Map<string, FigureSpec>();
  const quantities = new Map<string, QuantitySumSpec>();
  for (const { key, value } of entriesOf(nodes, findings)) {
    const map = asMap(value, key.text, findings);
    const fields = map && new Fields(map, [], ["where", "sum", "items", "field", "quantities", "parts", "说明"], `“${key.text}”`, findings);
    const quantitySum = fields?.words("quantities");
    if (fields && quantitySum) quantities.set(key.text, { name: key.text, of: quantitySum, span: fields.place });
    const spec = fields && quantitySum === undefined ? figureOf(key.text, fields) : undefined;
    if (spec) figures.set(key.text, spec);
  }
  return { figures, quantities };
}

function entriesOf(nodes: readonly Node[], findings: Findings): readonly MapEntry[] {
  return nodes.flatMap((node) => asMap(node, "figures.yaml", findings)?.entries ?? []);
}

function figureOf(name: string, fields: Fields): FigureSpec | undefined {
  const about = fields.text("说明");
  const base = { name, parts: fields.words("parts") ?? [], ...(about !== undefined && { about }), span: fields.place };
  const items = fields.text("items");
  if (items !== undefined) return { kind: "items", items, field: fields.text("field") ?? "", where: fields.pairs("where"), ...base };
  const of = fields.words("sum");
  if (of !== undefined) return { kind: "sum", of, ...base };
  if (fields.node("where") === undefined) return fields.findings.error("missing-key", `“${name}”要写 where、sum、items 或者 quantities`, fields.place);
  return { kind: "facts", where: fields.selection("where"), ...base };
}
