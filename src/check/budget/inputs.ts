import { leadingNumber } from "../../base/chinese.ts";
import { exact } from "../../base/money.ts";
import type { MapNode, Node } from "../../base/node.ts";
import { nearest } from "../../base/suggest.ts";
import type { Standard } from "../../model/standard.ts";
import type { InputSpec, StatedQuantity, StatedText, StatedValue } from "../../model/stated.ts";
import type { Text } from "../../model/text.ts";
import { readAmount } from "../amount.ts";
import { asMap, asScalar, type Findings, fieldsOf } from "../reader.ts";
import { type KnownNames, readParagraphs } from "../text.ts";
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
    const map = entry && asMap(entry.value, section, findings);
    if (map === undefined) continue;
    const fields = fieldsOf(map, { required: [], optional: inputs.map(({ key }) => key) }, `“${section}”`, findings);
    for (const name of misspelt(map, fields, inputs)) unread.add(name);
    for (const input of inputs) {
      const field = fields.get(input.key);
      const value = field && readInput(field.value, input, names, findings);
      if (value !== undefined) values.set(input.name, value);
      else if (field) unread.add(input.name);
    }
  }
  return values;
}

/** Inputs whose key is misspelt: they are in the file, under a name that is complained of. */
function misspelt(map: MapNode, fields: ReadonlyMap<string, unknown>, inputs: readonly InputSpec[]): string[] {
  const keys = inputs.map(({ key }) => key);
  const meant = map.entries.flatMap(({ key }) => (fields.has(key.text) ? [] : (nearest(key.text, keys) ?? [])));
  return inputs.flatMap(({ key, name }) => (meant.includes(key) ? [name] : []));
}

function readInput(node: Node, input: InputSpec, names: KnownNames, findings: Findings): StatedValue | undefined {
  if (input.kind === "amount") return readAmount(node, input.key, findings);
  if (input.kind === "quantity") return readQuantity(node, input, findings);
  return readWords(node, input.key, names, findings);
}

/** 1辆, or 1 alone: the unit is the input's. */
function readQuantity(node: Node, input: InputSpec, findings: Findings): StatedQuantity | undefined {
  const scalar = asScalar(node, input.key, findings);
  if (scalar === undefined) return undefined;
  const measure = input.measure ?? "";
  const [, digits, written] = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(\S*)$/.exec(scalar.text.trim()) ?? [];
  if (digits === undefined || (written !== "" && written !== measure)) {
    return findings.error("bad-quantity", `“${input.key}”应当写数量，单位是${measure}；“${scalar.text}”看不懂`, scalar.span, `例如“${input.key}: 1${measure}”`);
  }
  return { kind: "quantity", value: exact(digits.replaceAll(",", "")), measure, span: scalar.span };
}

/** A list gives one paragraph an item, without pasted numbers, since the standard numbers them. */
function readWords(node: Node, what: string, names: KnownNames, findings: Findings): StatedText | undefined {
  if (node.kind !== "list") {
    const paragraphs = readParagraphs(node, what, names, findings);
    return paragraphs && { kind: "text", paragraphs, list: false, span: node.span };
  }
  const paragraphs = node.items.flatMap((item) => {
    const [first, second] = readParagraphs(item, what, names, findings) ?? [];
    if (second !== undefined) findings.error("several-paragraphs", `“${what}”的一项里有不止一段`, item.span, "一段写一项；要分段，整个改用“|”引出，编号自己写");
    return first === undefined ? [] : [withoutNumber(first, findings)];
  });
  return { kind: "text", paragraphs, list: true, span: node.span };
}

function withoutNumber(text: Text, findings: Findings): Text {
  const [first, ...rest] = text.runs;
  if (first === undefined || !("text" in first)) return text;
  const number = leadingNumber(first.text);
  if (number === "") return text;
  findings.diagnostics.push({
    severity: "warning",
    code: "pasted-number",
    message: `“- ”开头的各项由系统编号，“${number.trim()}”已去掉`,
    span: text.span,
    hint: "删掉粘贴来的编号；要保留原来的编号，改用“|”引出整段文字",
  });
  return { ...text, runs: [{ text: first.text.slice(number.length) }, ...rest] };
}
