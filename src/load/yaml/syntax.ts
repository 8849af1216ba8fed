import type { YAMLParseError } from "yaml";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import { lineText, position, type SourceFile, type Span, span } from "../../base/span.ts";
import type { Reading } from "./repair.ts";

/** Follow-on errors of one slip help nobody: 50,000 open brackets give thousands. */
const MOST_SYNTAX_ERRORS = 20;

const BLOCK_HINT = "用“|”引出整段文字，例如“绩效目标: |”，下一行缩进两格再写正文";

const MESSAGES: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  TAB_AS_INDENT: ["缩进用了制表符（Tab）", "改成空格，每层两格"],
  BAD_INDENT: ["这一行的缩进和同一层的其他行对不齐", "同一层的各行，前面的空格数要一样"],
  BLOCK_AS_IMPLICIT_KEY: ["一行里有两个“: ”，看不出哪个是名称", BLOCK_HINT],
  NOT_CONTINUED: ["这里接不上前面的内容：前面几行的缩进不对，或者这里少了冒号", "同一层的各行对齐；名称后面写半角冒号和一个空格"],
  BLOCK_NOT_INDENTED: ["“|”下面的正文没有缩进", "正文比上一行的名称多缩进两格"],
  BAD_NESTING: ["上一行已经写了内容，这一行不能再缩进到它的下面", "同一层的各行对齐；要分下一层，上一行的冒号后面不写内容"],
  MULTILINE_IMPLICIT_KEY: ["这里缺少冒号，或者上一行的文字没有写完", "名称后面写半角冒号和一个空格；长文字用“|”引出"],
  BAD_ALIAS: ["正文不能以 * 开头", BLOCK_HINT],
  BAD_SCALAR_START: ["正文不能以 @ 或 ` 开头", BLOCK_HINT],
  MISSING_CHAR: ["这里少了一个符号，可能是引号没有配对，或者少了冒号", "检查引号和冒号；正文里的引号请用“”"],
  UNEXPECTED_TOKEN: ["这里的文字接不上前面的内容", BLOCK_HINT],
  BAD_DIRECTIVE: ["正文不能以 % 开头", BLOCK_HINT],
};

/** Behind an indentation that does not fit or a quote that is not closed, everything is read wrongly. */
const MISLEADS: ReadonlySet<string> = new Set(["BAD_INDENT", "TAB_AS_INDENT", "BLOCK_AS_IMPLICIT_KEY", "MULTILINE_IMPLICIT_KEY", "MISSING_CHAR"]);

/** Findings of the tree that say less than the look of the line does. */
const VAGUE: ReadonlySet<string> = new Set(["anchor-or-tag", "invisible-character"]);

/** Drops vague findings on lines that are explained better. */
export function withoutVague(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const clear = new Set(diagnostics.filter(({ code }) => !VAGUE.has(code)).map(lineOf));
  return diagnostics.filter((diagnostic) => !VAGUE.has(diagnostic.code) || !clear.has(lineOf(diagnostic)));
}

/** The library's errors in the user's words; a slip that is already explained is not repeated. */
export function syntaxDiagnostics(file: SourceFile, reading: Reading, errors: readonly YAMLParseError[], known: readonly Diagnostic[]): Diagnostic[] {
  const explained = new Set(known.filter(({ code }) => !VAGUE.has(code)).map((diagnostic) => lineOf(diagnostic)));
  const found: Diagnostic[] = [];
  for (const failure of errors) {
    const diagnostic = describe(file, reading, failure);
    const line = lineOf(diagnostic) ?? 0;
    if (explained.has(line) || explained.has(line - 1)) continue;
    explained.add(line);
    found.push(diagnostic);
    if (MISLEADS.has(failure.code) || found.length >= MOST_SYNTAX_ERRORS) break;
  }
  return found;
}

function lineOf({ span: place }: Diagnostic): number | undefined {
  return place && position(place.file, place.start).line;
}

function describe(file: SourceFile, reading: Reading, failure: YAMLParseError): Diagnostic {
  const start = reading.place(failure.pos[0]);
  const line = position(file, start).line;
  const code = codeOf(file, failure, line);
  const [message, hint] = MESSAGES[code] ?? ["这里不合 YAML 的写法", BLOCK_HINT];
  if (code === "BAD_NESTING") return error("yaml-syntax", message, nextLine(file, line), { hint });
  return error("yaml-syntax", message, span(file, start, Math.max(start + 1, reading.place(failure.pos[1]))), { hint });
}

/** The library's code, or a nearer one that the lines around it tell. */
function codeOf(file: SourceFile, failure: YAMLParseError, line: number): string {
  const text = lineText(file, line);
  if (failure.code === "BLOCK_AS_IMPLICIT_KEY" && (text.match(/: /g)?.length ?? 0) < 2) return "BAD_NESTING";
  if (failure.code === "MULTILINE_IMPLICIT_KEY" && /: +\S/.test(text) && lineText(file, line + 1).includes(":")) return "BAD_NESTING";
  if (failure.code === "MISSING_CHAR" && !/["']/.test(text)) return "NOT_CONTINUED";
  const before = line > 1 ? lineText(file, line - 1) : "";
  return /[:-] +[|>][+-]?\s*$/.test(before) ? "BLOCK_NOT_INDENTED" : failure.code;
}

/** The first words of the line that follows, blank lines left out. */
function nextLine(file: SourceFile, line: number): Span {
  let next = line + 1;
  while (next < file.lineStarts.length && lineText(file, next).trim() === "") next += 1;
  const text = lineText(file, next);
  const start = (file.lineStarts[next - 1] ?? 0) + text.length - text.trimStart().length;
  return span(file, start, start + text.trim().length);
}
