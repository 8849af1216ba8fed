import type { Severity } from "../../base/diagnostic.ts";
import type { CheckedFile, Report } from "../checked.ts";
import type { Terminal } from "../exit.ts";
import { findingJson } from "../finding-json.ts";
import { jsonText } from "../json-text.ts";

/** Raised only when a key changes its meaning or goes; keys may be added. */
const SHAPE_VERSION = 1;

/** All findings of all files as one JSON text; docs/errors.zh-CN.md documents its shape. */
export function jsonReport(terminal: Terminal): Report {
  const files: object[] = [];
  return {
    file: (checked) => void files.push(fileJson(checked)),
    end: () => terminal.out(jsonText({ version: SHAPE_VERSION, files })),
  };
}

function fileJson({ path, diagnostics, listed, unfinished, confirmed }: CheckedFile): object {
  const count = (severity: Severity): number => diagnostics.filter((each) => each.severity === severity).length;
  return {
    file: path,
    summary: {
      errors: count("error"),
      warnings: count("warning"),
      notes: count("note"),
      unlisted: diagnostics.length - listed.length,
      confirmed,
      complete: unfinished === undefined,
    },
    findings: listed.map((diagnostic) => findingJson(diagnostic, path)),
  };
}
