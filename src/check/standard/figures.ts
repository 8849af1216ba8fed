import type { MapEntry, Node } from "../../base/node.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { InputKind, InputSpec } from "../../model/stated.ts";
import { asMap, type Findings } from "../reader.ts";
import { Fields } from "./values.ts";

/** Reads figures.yaml: a name for each selection or sum. Later files redefine names of earlier ones. */
export function readFigures(nodes: readonly Node[], findings: Findings): ReadonlyMap<string, FigureSpec> {
  const figures = new Map<string, FigureSpec>();
  for (const node of nodes) {
    for (const { key, value } of asMap(node, "figures.yaml", findings)?.entries ?? []) {
      const map = asMap(value, key.text, findings);
      const spec = map && figureOf(key.text, new Fields(map, [], ["where", "sum", "parts", "说明"], `“${key.text}”`, findings));
      if (spec) figures.set(key.text, spec);
    }
  }
  return figures;
}

function figureOf(name: string, fields: Fields): FigureSpec | undefined {
  const base = { name, parts: fields.words("parts") ?? [], span: fields.place };
  const of = fields.words("sum");
  if (of !== undefined) return { kind: "sum", of, ...base };
  if (fields.node("where") === undefined) return fields.findings.error("missing-key", `“${name}”要写 where 或者 sum`, fields.place);
  return { kind: "facts", where: fields.selection("where"), ...base };
}

const INPUT_KINDS: Readonly<Record<string, InputKind>> = { 金额: "amount", 数量: "quantity", 文字: "text" };

/** Reads inputs.yaml: sections of a budget file with the keys that each may have. */
export function readInputSpecs(nodes: readonly Node[], findings: Findings): ReadonlyMap<string, InputSpec> {
  const sections = nodes.flatMap((node) => asMap(node, "inputs.yaml", findings)?.entries ?? []);
  const inputs = sections.flatMap(({ key: section, value }) =>
    (asMap(value, section.text, findings)?.entries ?? []).flatMap((entry) => readInputSpec(section.text, entry, findings) ?? []),
  );
  return new Map(inputs.map((input) => [input.name, input]));
}

function readInputSpec(section: string, { key, value }: MapEntry, findings: Findings): InputSpec | undefined {
  const map = asMap(value, key.text, findings);
  const fields = map && new Fields(map, ["kind"], ["name", "measure", "说明"], key.text, findings);
  const kind = fields?.word("kind", Object.keys(INPUT_KINDS));
  if (fields === undefined || kind === undefined) return undefined;
  const measure = fields.text("measure");
  const input = { section, key: key.text, name: fields.text("name") ?? key.text, kind: INPUT_KINDS[kind] ?? "text" };
  return measure === undefined ? input : { ...input, measure };
}
