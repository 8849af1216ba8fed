import { parseAllDocuments, type YAMLParseError } from "yaml";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { lineText, type SourceFile, type Span, span } from "../../base/span.ts";
import { convert, tooDeep, type YamlOptions } from "./convert.ts";
import { asWritten, type Reading, repaired } from "./repair.ts";
import { syntaxDiagnostics, withoutVague } from "./syntax.ts";

/** What the library made of a text. */
interface Parsed {
  readonly value?: Node;
  /** What is wrong with the tree, in the file's places. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly YAMLParseError[];
  /** Whether the tree is what the author meant, whatever is wrong with it. */
  readonly usable: boolean;
}

/** Marks of a document's beginning after which a file is none of ours; the library takes longer over each than over the one before. */
const MOST_MARKS = 20;

/**
 * Parses one YAML document into a tree with places; every scalar keeps its text as written. Where the
 * text cannot be read, what is beyond doubt is put right and it is read once more, so that one slip
 * does not hide the others; all that was put right is an error nevertheless.
 */
export function parseYaml(file: SourceFile, options: YamlOptions): Outcome<Node> {
  const marks = [...file.text.matchAll(/^---/gm)];
  if (marks.length > MOST_MARKS) return { diagnostics: [severalDocuments(file, marks[1]?.index ?? 0)] };
  const first = parsed(file, asWritten(file), options);
  if (first.usable && !first.diagnostics.some(({ code }) => code === "anchor-or-tag")) return outcomeOf(first, first.diagnostics);
  const { found, reading } = repaired(file, options.flow);
  if (found.length === 0) return outcomeOf(first, [...first.diagnostics, ...syntaxDiagnostics(file, asWritten(file), first.errors, first.diagnostics)]);
  const second = parsed(file, reading, options);
  // Two whole budgets in one file have everything twice.
  if (found.some(({ code }) => code === "several-documents") && second.diagnostics.some(({ code }) => code === "duplicate-key")) return { diagnostics: found };
  const known = [...found, ...second.diagnostics];
  return outcomeOf(second, [...known, ...syntaxDiagnostics(file, reading, second.errors, known)]);
}

function outcomeOf({ value, usable }: Parsed, diagnostics: readonly Diagnostic[]): Outcome<Node> {
  const clear = withoutVague(diagnostics);
  return usable && value !== undefined ? { value, diagnostics: clear } : { diagnostics: clear };
}

function parsed(file: SourceFile, reading: Reading, options: YamlOptions): Parsed {
  try {
    return parsedDocuments(file, reading, options);
  } catch (failure) {
    // The library goes down into a structure by calling itself, as far as the stack goes.
    if (!(failure instanceof RangeError)) throw failure;
    return unreadable(tooDeep(deepest(file)));
  }
}

function unreadable(finding: Diagnostic): Parsed {
  return { diagnostics: [finding], errors: [], usable: false };
}

function parsedDocuments(file: SourceFile, reading: Reading, options: YamlOptions): Parsed {
  const documents = parseAllDocuments(reading.text, { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const [document, second] = documents;
  if (!Array.isArray(documents) || document === undefined || document.contents === null) {
    return unreadable(error("empty-file", "文件里没有内容", span(file, 0)));
  }
  const { value, diagnostics, broken } = convert(document.contents, file, reading, options);
  const isTooDeep = diagnostics.some(({ code }) => code === "too-deep");
  const errors = isTooDeep ? [] : documents.flatMap((each) => each.errors);
  const several = second === undefined ? [] : [severalDocuments(file, reading.place(second.range?.[0] ?? 0))];
  // Lines seem to run on where a name before them is not told from its content.
  const clear = diagnostics.filter(({ code }) => errors.length === 0 || code !== "lines-joined");
  return { value, diagnostics: [...several, ...clear], errors, usable: errors.length === 0 && second === undefined && !broken };
}

function severalDocuments(file: SourceFile, at: number): Diagnostic {
  return error("several-documents", "一个文件只能写一份预算，这里又开始了一份", span(file, at), { hint: "去掉“---”这一行，或者分成两个文件" });
}

/** The line that begins with the most blanks, dashes and brackets. */
function deepest(file: SourceFile): Span {
  let found = { start: 0, depth: -1 };
  for (const [index, start] of file.lineStarts.entries()) {
    const depth = /^[\s?[{-]*/.exec(lineText(file, index + 1))?.[0].length ?? 0;
    if (depth > found.depth) found = { start, depth };
  }
  return span(file, found.start);
}
