import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Diagnostic, Severity } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import { type CheckedFile, type Report, remainder } from "../checked.ts";
import type { Terminal } from "../exit.ts";
import { jsonText } from "../json-text.ts";
import { bodyText } from "../page-text.ts";
import { pageOf } from "../pages.ts";
import { rangeOf } from "../place.ts";
import { unfinishedWords } from "../summary.ts";
import { version } from "../version.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** All findings of all files as one log of SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format). */
export function sarifReport(terminal: Terminal): Report {
  const files: CheckedFile[] = [];
  return {
    file: (checked) => void files.push(checked),
    end: () => terminal.out(jsonText({ $schema: SCHEMA, version: "2.1.0", runs: [runOf(files)] })),
  };
}

function runOf(files: readonly CheckedFile[]): object {
  const codes = [...new Set(files.flatMap(({ listed }) => listed.map(({ code }) => code)))].sort();
  return {
    tool: { driver: { name: "budgetgen", version: version(), language: "zh-CN", rules: codes.map(ruleOf) } },
    columnKind: "unicodeCodePoints",
    language: "zh-CN",
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: files.flatMap(notificationsOf) }],
    results: files.flatMap(({ path, listed }) => listed.map((diagnostic) => resultOf(diagnostic, path, codes))),
  };
}

function ruleOf(code: string): object {
  const page = pageOf(code);
  if (page === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: page.title },
    help: { text: bodyText(page), markdown: page.body.trim() },
    properties: { layer: page.layer },
  };
}

/** What a reader of the log must know beside the findings: that some are not in it, or that a file was not read to the end. */
function notificationsOf(checked: CheckedFile): object[] {
  const rest = remainder(checked);
  const told: readonly (readonly [level: Severity, text: string])[] = [
    ...(rest === undefined ? [] : [["note", `${checked.path}：${rest}`] as const]),
    ...(checked.unfinished ? [["warning", `${checked.path}${unfinishedWords(checked.unfinished)}`] as const] : []),
  ];
  return told.map(([level, text]) => ({ level, message: { text } }));
}

function resultOf({ severity, code, message, span, hint, related = [] }: Diagnostic, path: string, codes: readonly string[]): object {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint === undefined ? message : `${message}\n怎么改：${hint}` },
    locations: [{ physicalLocation: span === undefined ? { artifactLocation: { uri: uriOf(path) } } : physicalLocation(span) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({ id, message: { text: place.message }, physicalLocation: physicalLocation(place.span) })),
    }),
  };
}

function physicalLocation(span: Span): object {
  const { line, column, endLine, endColumn } = rangeOf(span);
  return {
    artifactLocation: { uri: uriOf(span.file.path) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** A path as a URI: relative ones stay relative, so that a log can be read elsewhere. */
function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split(sep).map(encodeURIComponent).join("/");
}
