import { error } from "../../base/diagnostic.ts";
import { type SourceFile, span } from "../../base/span.ts";
import type { Line } from "./lines.ts";
import type { Edit, Slip } from "./slip.ts";

/** A rule of signs between two sections. */
const RULE = /^[-=—_*~·─━.]{3,}$/;

/** 年度 = 2024, 年度; 2024. */
const OTHER_SIGN = /^[^，。；;=＝]{1,30}?(\s*[=＝;；]\s*)\S/;

/** 年度 2024, 30201 办公费 10,000. */
const BLANK_ALONE = /^[^，。；]{1,30}?(\s+)[^\s，。；]+$/;

const HINT = "是名称的，后面写半角冒号和一个空格；接着上一行的正文，比上一行的名称多缩进两格；只给人看的，前面加“# ”";

/** A line in the place of a key that has no colon. */
export function missingColon(line: Line, file: SourceFile): Slip | undefined {
  const { key, value, words, column, indent, valueAt, start } = line;
  if (key !== undefined || words || value === "" || column > indent || /^[?:](?:\s|$)/.test(value)) return undefined;
  const place = span(file, start + valueAt, start + valueAt + value.length);
  const hidden = keyBehindHash(line, file);
  if (hidden !== undefined) return hidden;
  const edits = colonFor(line);
  const comment: Edit = { at: start + valueAt, length: 0, text: "# " };
  if (RULE.test(value))
    return { finding: error("missing-colon", "这一行不是“名称: 内容”", place, { hint: "分隔用的线，前面加“# ”，或者删掉" }), edits: [comment] };
  if (edits === undefined) return { finding: error("missing-colon", "这一行没有冒号，看不出是名称还是正文", place, { hint: HINT }), edits: [comment] };
  return { finding: error("missing-colon", "这一行的名称后面没有冒号", place, { hint: "名称后面写半角冒号和一个空格，例如“年度: 2024”" }), edits: [edits] };
}

/** The colon where it was meant to be; nothing where that is in doubt. */
function colonFor({ value, opens, start, valueAt }: Line): Edit | undefined {
  if (opens) return { at: start + valueAt + value.length, length: 0, text: ":" };
  const [whole, between = ""] = OTHER_SIGN.exec(value) ?? [];
  if (whole !== undefined) return { at: start + valueAt + whole.length - 1 - between.length, length: between.length, text: ": " };
  const [blanks] = BLANK_ALONE.exec(value)?.slice(1) ?? [];
  if (blanks === undefined) return undefined;
  return { at: start + valueAt + value.lastIndexOf(blanks), length: blanks.length, text: ": " };
}

/** 30201 办公费 #2: 10,000: the rest of the key and its value are taken for a comment. */
function keyBehindHash({ text, start, valueAt }: Line, file: SourceFile): Slip | undefined {
  const [whole, before = ""] = /^([^#]*?[ \t])#[^:：]{0,30}(?=: )/.exec(text.slice(valueAt)) ?? [];
  if (whole === undefined) return undefined;
  const at = start + valueAt + before.length;
  const lost = text.slice(valueAt + before.length);
  const hint = "名称里不要写 #；如果是注释，在 # 后面加一个空格，放到整行的后面";
  const finding = error("text-after-hash", `“${lost}”会被当成注释丢掉`, span(file, at, start + text.length), { hint });
  return { finding, edits: [{ at: at - 1, length: whole.length - before.length + 1, text: "" }] };
}
