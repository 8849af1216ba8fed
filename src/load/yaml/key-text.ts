import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { ScalarNode } from "../../base/node.ts";

/** Blanks other than the half-width one, and what is not seen at all. */
const WIDE_BLANK = /[\u00a0\u2000-\u200a\u202f\u3000]/;
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]/;
const INVISIBLE = new RegExp(`${WIDE_BLANK.source}|${UNSEEN.source}`);

const NAMES: Readonly<Record<string, string>> = { "\u3000": "全角空格", "\u00a0": "不换行空格" };

/** A name without what is not seen in it, and what is said of that. */
export function cleanKey(key: ScalarNode): { readonly text: string; readonly finding?: Diagnostic } {
  const found = INVISIBLE.exec(key.text);
  if (found === null) return withoutColon(key);
  const [sign] = found;
  const blank = WIDE_BLANK.test(sign);
  const what = NAMES[sign] ?? (blank ? "半角以外的空格" : "看不见的字符");
  const text = cleaned(key.text);
  if (blank && found.index === 0) {
    return { text, finding: error("full-width-indentation", `缩进用了${what}`, key.span, { hint: "改成半角空格，每层两格" }) };
  }
  const between = text.includes(" ");
  return { text, finding: error("invisible-character", `“${text}”里有${what}`, key.span, { hint: between ? "改成半角空格" : "删掉它" }) };
}

/** 年度:: 2024, 年度：: 2024. */
function withoutColon(key: ScalarNode): ReturnType<typeof cleanKey> {
  const text = key.text.replace(/\s*[:：]+$/, "");
  if (text === "" || text === key.text) return { text: key.text };
  return { text, finding: error("extra-colon", `“${text}”后面多了一个冒号`, key.span, { hint: `写成“${text}: …”` }) };
}

/** Between a code and its name stays a blank; within a name there is none. */
function cleaned(text: string): string {
  return text
    .replace(new RegExp(UNSEEN, "g"), "")
    .replace(new RegExp(`(?<=^\\d+)(?:${WIDE_BLANK.source}| )+(?=\\S)`, "g"), " ")
    .replace(new RegExp(WIDE_BLANK, "g"), "")
    .trim();
}
