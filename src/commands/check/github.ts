import type { Diagnostic, Severity } from "../../base/diagnostic.ts";
import { type Report, remainder } from "../checked.ts";
import type { Terminal } from "../exit.ts";
import { pageOf } from "../pages.ts";
import { placeOf, printable, rangeOf } from "../place.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Findings as commands to a workflow of GitHub Actions, which shows them beside the lines of a change. */
export function githubReport(terminal: Terminal): Report {
  return {
    file: (checked) => {
      for (const diagnostic of checked.listed) terminal.out(commandOf(diagnostic, checked.path));
      const rest = remainder(checked);
      if (rest !== undefined) terminal.out(`::notice file=${property(checked.path)}::${data([rest])}`);
    },
    end: () => {},
  };
}

function commandOf({ severity, code, message, span, hint, related = [] }: Diagnostic, path: string): string {
  const { line, column, endLine, endColumn } = span === undefined ? NOWHERE : rangeOf(span);
  const title = pageOf(code)?.title;
  const properties = {
    file: span?.file.path ?? path,
    line,
    col: column,
    endLine,
    endColumn,
    title: title === undefined ? code : `${title}（${code}）`,
  };
  const written = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  const others = related.map((place) => `${place.message}：${placeOf(place.span)}`);
  return `::${COMMANDS[severity]} ${written.join(",")}::${data([message, ...others, ...(hint === undefined ? [] : [`怎么改：${hint}`])])}`;
}

const NOWHERE: { readonly [Name in "line" | "column" | "endLine" | "endColumn"]?: number } = {};

/** What stands behind ::, a line each. */
function data(lines: readonly string[]): string {
  return lines.map((line) => escaped(printable(line))).join("%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
