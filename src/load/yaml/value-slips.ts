import { error } from "../../base/diagnostic.ts";
import { type SourceFile, span } from "../../base/span.ts";
import { type Line, PROPERTY } from "./lines.ts";
import type { Edit, Slip } from "./slip.ts";

const BLOCK_HINT = "用“|”引出整段文字，例如“绩效目标: |”，下一行缩进两格再写正文";

/** What a text may not begin with, since YAML takes it for a mark. */
const MARK = /^(?:[>*&!%@`,\]}|]|[?-](?=\s|$))/;

/** A block's own header: | or > alone. */
const HEADER = /^[|>][+-]?\d?$/;

const DOUBLE_QUOTED = /^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/s;
const SINGLE_QUOTED = /^'(?:[^']|'')*'\s*(?:#.*)?$/s;

/** A text that YAML reads as something else, since it was not led in by “|”. */
export function valueSlip(line: Line, file: SourceFile, flow: boolean): Slip | undefined {
  const from = line.start + line.valueAt;
  const to = line.continuedTo ?? from + line.value.length;
  const text = file.text.slice(from, to);
  const isLeft = line.value === "" || HEADER.test(line.value) || (line.key === undefined && !line.words && line.column === line.indent);
  const fault = isLeft ? undefined : faultOf(line, text, file.text.slice(from, line.start + line.text.length), flow);
  if (fault === undefined) return undefined;
  const end = from + (line.continuedTo === undefined ? line.value.length : line.text.length - line.valueAt);
  if (line.opens && PROPERTY.test(line.value)) return propertySlip(line, file);
  const finding = error(fault.code, fault.message, span(file, from, end), { hint: fault.hint });
  const keysFollow = /:(?:\s|$)/.test(file.text.slice(line.start + line.text.length, to));
  return { finding, edits: keysFollow ? [] : quoted(text, from) };
}

/** An anchor or a tag before a structure: what stands below it is read without it. */
function propertySlip({ value, start, valueAt }: Line, file: SourceFile): Slip {
  const at = start + valueAt;
  const finding = error("anchor-or-tag", `“${value}”是 YAML 的记号，预算文件用不上`, span(file, at, at + value.length), { hint: `删掉“${value}”` });
  return { finding, edits: [{ at, length: value.length, text: "" }] };
}

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

function faultOf({ key, keyAt, text: line, value }: Line, text: string, rest: string, flow: boolean): Fault | undefined {
  if (flow && /[[{]/.test(line[keyAt] ?? "")) return undefined;
  const [first = ""] = value;
  const special: Fault = { code: "special-first-character", message: `正文不能以“${first}”开头：YAML 把它当作记号`, hint: BLOCK_HINT };
  if (first === '"' || first === "'") return quoteFault(text, rest, special);
  if (first === "[" || first === "{") return flow || closes(text) ? undefined : special;
  if (MARK.test(value)) return special;
  if (key === undefined || !/:(?:\s|$)/.test(value)) return undefined;
  return { code: "yaml-syntax", message: "一行里有两个“: ”，看不出哪个是名称", hint: BLOCK_HINT };
}

function quoteFault(text: string, rest: string, special: Fault): Fault | undefined {
  if (![text, rest].some((each) => DOUBLE_QUOTED.test(each) || SINGLE_QUOTED.test(each))) return special;
  const unknown = text.startsWith('"') ? /\\(?![0abtnvfre "/\\N_LPxuU\t\n])/.exec(text) : null;
  return unknown === null ? undefined : { code: "yaml-syntax", message: "双引号里的“\\”有特别的意思", hint: "去掉两头的双引号，或者改用“”" };
}

/** Whether what begins with a bracket ends where that bracket is closed. */
function closes(text: string): boolean {
  const end = text.trimEnd().length - 1;
  let depth = 0;
  for (let at = 0; at <= end; at += 1) {
    if (/[[{]/.test(text[at] ?? "")) depth += 1;
    else if (/[\]}]/.test(text[at] ?? "")) depth -= 1;
    if (depth === 0) return at === end;
  }
  return false;
}

/** The text between single quotes, in which nothing is a mark. */
function quoted(text: string, from: number): Edit[] {
  const doubled = [...text.matchAll(/'/g)].map(({ index }) => from + index);
  return [{ at: from, length: 0, text: "'" }, ...doubled.map((at) => ({ at, length: 0, text: "'" })), { at: from + text.length, length: 0, text: "'" }];
}
