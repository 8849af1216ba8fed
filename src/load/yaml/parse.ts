import { parseAllDocuments } from "yaml";
import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Node } from "../../base/node.ts";
import type { Outcome } from "../../base/outcome.ts";
import { type SourceFile, span } from "../../base/span.ts";
import { convert, type YamlOptions } from "./convert.ts";
import { syntaxDiagnostics, withoutVague } from "./syntax.ts";

/** Findings after which the tree is not what the author meant; with any other the rest can still be checked. */
const UNREADABLE: ReadonlySet<string> = new Set(["flow-collection", "anchor-or-tag", "key-not-text", "several-documents", "full-width-indentation"]);

/** Parses one YAML document into a tree with places; every scalar keeps its text as written. */
export function parseYaml(file: SourceFile, options: YamlOptions): Outcome<Node> {
  const documents = parseAllDocuments(file.text, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const [document] = documents;
  if (!Array.isArray(documents) || document === undefined || document.contents === null) {
    return { diagnostics: [error("empty-file", "文件里没有内容", span(file, 0))] };
  }
  const diagnostics: Diagnostic[] = [];
  const second = documents[1];
  if (second !== undefined) {
    const place = second.range?.[0] ?? 0;
    diagnostics.push(error("several-documents", "一个文件只能写一份预算，这里又开始了一份", span(file, place), { hint: "去掉“---”这一行，或者分成两个文件" }));
  }
  const converted = convert(document.contents, file, options);
  const errors = documents.flatMap((each) => each.errors);
  // Lines seem to run on where a name before them is not told from its content.
  diagnostics.push(...converted.diagnostics.filter(({ code }) => errors.length === 0 || code !== "lines-joined"));
  diagnostics.push(...syntaxDiagnostics(file, errors, diagnostics));
  const broken = errors.length > 0 || diagnostics.some(({ code }) => UNREADABLE.has(code));
  const clear = withoutVague(diagnostics);
  return broken || converted.value === undefined ? { diagnostics: clear } : { value: converted.value, diagnostics: clear };
}
