import { leadingNumber } from "../../base/chinese.ts";
import { exact } from "../../base/money.ts";
import type { Node } from "../../base/node.ts";
import type { FieldSpec, FieldValue, StatedQuantity, StatedText } from "../../model/stated.ts";
import type { Text } from "../../model/text.ts";
import { ANY_AMOUNT, readAmount } from "../amount.ts";
import { asOneOf, asScalar, type Findings } from "../reader.ts";
import { type KnownNames, readParagraphs } from "../text.ts";

/** Reads a single value: an amount, a quantity or words. */
export function readField(node: Node, field: FieldSpec, names: KnownNames, findings: Findings): FieldValue | undefined {
  if (field.kind === "amount") return field.price ? readAmount(node, field.name, findings, ANY_AMOUNT) : readAmount(node, field.name, findings);
  if (field.kind === "quantity") return readQuantity(node, field, findings);
  return field.values === undefined ? readWords(node, field.name, names, findings) : readChoice(node, field.name, field.values, findings);
}

/** A text that must be one of a few words. */
function readChoice(node: Node, what: string, values: readonly string[], findings: Findings): StatedText | undefined {
  const word = asOneOf(node, what, values, findings);
  return word === undefined ? undefined : { kind: "text", paragraphs: [{ runs: [{ text: word }], span: node.span }], list: false, span: node.span };
}

/** The number of a quantity, as a regular expression. */
export const QUANTITY = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const QUANTITY_WITH_MEASURE = new RegExp(`^(${QUANTITY})\\s*(\\S*)$`);

/** 1辆, or 1 alone: the unit is the input's. */
function readQuantity(node: Node, input: FieldSpec, findings: Findings): StatedQuantity | undefined {
  const measure = input.measure ?? "";
  const scalar = asScalar(node, input.name, findings, `数量，例如 1${measure}；没有就写 0${measure}`);
  if (scalar === undefined) return undefined;
  const [, digits, written] = QUANTITY_WITH_MEASURE.exec(scalar.text.trim()) ?? [];
  if (digits === undefined || (written !== "" && written !== measure)) {
    const unit = measure === "" ? "" : `，单位是${measure}`;
    return findings.error("bad-quantity", `“${input.name}”应当写数量${unit}；“${scalar.text}”看不懂`, scalar.span, `例如“${input.name}: 1${measure}”`);
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
