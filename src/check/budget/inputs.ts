import type { MapEntry, MapNode, Node } from "../../base/node.ts";
import { nearest } from "../../base/suggest.ts";
import type { Standard } from "../../model/standard.ts";
import type { InputSpec, StatedValue } from "../../model/stated.ts";
import { asMap, type Findings, fieldsOf } from "../reader.ts";
import type { KnownNames } from "../text.ts";
import { readField } from "./field.ts";
import { readItems, readTexts } from "./items.ts";
import { figureNames } from "./names.ts";

/** The sections of a budget file that hold stated facts, as the standards declare them. */
export function inputSections(standard: Standard): ReadonlyMap<string, readonly InputSpec[]> {
  const sections = new Map<string, InputSpec[]>();
  for (const input of standard.inputs.values()) sections.set(input.section, [...(sections.get(input.section) ?? []), input]);
  return sections;
}

/** Reads every stated fact that the file gives. Which of them a standard needs is known only where it uses them. */
export function readInputs(root: MapNode, standard: Standard, findings: Findings, unread: Set<string>): ReadonlyMap<string, StatedValue> {
  const values = new Map<string, StatedValue>();
  const names = figureNames(standard);
  for (const [section, inputs] of inputSections(standard)) {
    const entry = root.entries.find(({ key }) => key.text === section);
    if (entry === undefined) continue;
    const [only] = inputs;
    const whole = only !== undefined && only.key === section;
    const found = whole ? new Map([[section, entry]]) : fieldsIn(entry.value, section, inputs, findings, unread);
    for (const input of inputs) {
      const field = found.get(input.key);
      const value = field && readInput(field.value, input, names, findings);
      if (value !== undefined) values.set(input.name, value);
      else if (field) unread.add(input.name);
    }
  }
  return values;
}

function fieldsIn(node: Node, section: string, inputs: readonly InputSpec[], findings: Findings, unread: Set<string>): ReadonlyMap<string, MapEntry> {
  const map = asMap(node, section, findings);
  if (map === undefined) return new Map();
  const fields = fieldsOf(map, { required: [], optional: inputs.map(({ key }) => key) }, `“${section}”`, findings);
  for (const name of misspelt(map, fields, inputs)) unread.add(name);
  return fields;
}

/** Inputs whose key is misspelt: they are in the file, under a name that is complained of. */
function misspelt(map: MapNode, fields: ReadonlyMap<string, unknown>, inputs: readonly InputSpec[]): string[] {
  const keys = inputs.map(({ key }) => key);
  const meant = map.entries.flatMap(({ key }) => (fields.has(key.text) ? [] : (nearest(key.text, keys) ?? [])));
  return inputs.flatMap(({ key, name }) => (meant.includes(key) ? [name] : []));
}

/** Reads the value of one input, of the document or of a project. */
export function readInput(node: Node, input: InputSpec, names: KnownNames, findings: Findings): StatedValue | undefined {
  if (input.kind === "items") return readItems(node, input.key, input.items ?? { fields: [], levels: [] }, names, findings);
  if (input.kind === "texts") return readTexts(node, input.key, input.level ?? "类", names, findings);
  return readField(node, { ...input, kind: input.kind, name: input.key }, names, findings);
}
