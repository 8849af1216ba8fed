import { error } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/span.ts";
import type { Line } from "./lines.ts";
import { missingColon } from "./missing-colon.ts";
import { type Edit, placeIn, type Slip } from "./slip.ts";
import { valueSlip } from "./value-slips.ts";

/** Slips that the parser only trips over later. */
export function slipsIn(line: Line, file: SourceFile, flow: boolean): Slip[] {
  const indentation = indentationSlip(line, file);
  if (line.inBlock) return [indentation ?? notIndented(line, file)];
  const whole = documentMark(line, file) ?? (flow ? undefined : missingColon(line, file));
  const found = whole === undefined ? [indentation, keySlipOf(line, file) ?? markedKey(line, file), valueSlip(line, file, flow)] : [indentation, whole];
  return found.filter((each) => each !== undefined);
}

/** Text of a block that is not deeper than its key. */
function notIndented(line: Line, file: SourceFile): Slip {
  const place = placeIn(line, file, line.lead.length, line.text.length);
  const finding = error("yaml-syntax", "“|”下面的正文没有缩进", place, { hint: "正文比上一行的名称多缩进两格" });
  return { finding, edits: [{ at: line.start, length: line.lead.length, text: " ".repeat(line.indent) }] };
}

const BLANK_NAMES: Readonly<Record<string, string>> = { "\t": "制表符（Tab）", "\u3000": "全角空格", "\u00a0": "不换行空格" };

function indentationSlip(line: Line, file: SourceFile): Slip | undefined {
  const [odd] = line.lead.replaceAll(" ", "");
  if (odd === undefined) return undefined;
  const message = `缩进用了${BLANK_NAMES[odd] ?? "半角空格以外的空格"}`;
  const code = odd === "\t" ? "tab-indentation" : "full-width-indentation";
  const finding = error(code, message, placeIn(line, file, 0, line.lead.length), { hint: "改成半角空格，每层两格" });
  return { finding, edits: [{ at: line.start, length: line.lead.length, text: " ".repeat(line.indent) }] };
}

/** --- or ... in the midst of a file, which ends a document. */
function documentMark(line: Line, file: SourceFile): Slip | undefined {
  if (!/^(?:---|\.\.\.)\s*$/.test(line.text)) return undefined;
  const finding = error("several-documents", "一个文件只能写一份预算，这里又开始了一份", placeIn(line, file, 0, 3), {
    hint: `去掉“${line.text.slice(0, 3)}”这一行，或者分成两个文件`,
  });
  return { finding, edits: [{ at: line.start, length: 0, text: "# " }] };
}

function keySlipOf(line: Line, file: SourceFile): Slip | undefined {
  const { slip, text, start } = line;
  if (slip === undefined) return undefined;
  const finding = error(slip.code, slip.message, placeIn(line, file, slip.at, slip.at + slip.width), { hint: slip.hint });
  if (slip.code === "dash-without-blank") return { finding, edits: [{ at: start + slip.at, length: slip.width, text: "- " }] };
  const behind = slip.at + 1;
  const blanks = /^[\s\u200b]*/.exec(text.slice(behind))?.[0].length ?? 0;
  return { finding, edits: [{ at: start + slip.at, length: 1 + blanks, text: behind + blanks < text.length ? ": " : ":" }] };
}

/** A key that begins with what YAML takes for a mark: *主要职责, [30201] 办公费. */
function markedKey(line: Line, file: SourceFile): Slip | undefined {
  const { key = "", keyAt, start } = line;
  const place = placeIn(line, file, keyAt, keyAt + key.length);
  const [, code = ""] = /^\[(\d{3,7})\]/.exec(key) ?? [];
  if (code !== "") {
    const finding = error("flow-collection", "编码外面不能加方括号", place, { hint: `编码不加方括号：写成“${code} 名称: 金额”` });
    const bracket = (at: number): Edit => ({ at: start + keyAt + at, length: 1, text: "" });
    return { finding, edits: [bracket(0), bracket(code.length + 1)] };
  }
  const marks = /^[*&!%@`>|,]+/.exec(key)?.[0] ?? "";
  if (marks === "" || marks === key) return undefined;
  const finding = error("special-first-character", `名称不能以“${marks}”开头：YAML 把它当作记号`, place, { hint: `删掉“${marks}”` });
  return { finding, edits: [{ at: start + keyAt, length: marks.length, text: "" }] };
}
