import type { Diagnostic } from "../../base/diagnostic.ts";
import { type CheckedFile, type Report, remainder } from "../checked.ts";
import type { Terminal } from "../exit.ts";
import { placeOf, printable } from "../place.ts";
import { SEVERITY_NAMES } from "../severity.ts";

/** One line a finding: 文件:行:列: 错误[code] 说明. */
export function shortReport(terminal: Terminal): Report {
  return {
    file: (checked) => {
      for (const diagnostic of checked.listed) terminal.out(lineOf(diagnostic, checked));
      const rest = remainder(checked);
      if (rest !== undefined) terminal.out(`${checked.path}: ${rest}`);
    },
    end: () => {},
  };
}

function lineOf({ severity, code, message, span }: Diagnostic, { path }: CheckedFile): string {
  return `${span === undefined ? path : placeOf(span)}: ${SEVERITY_NAMES[severity]}[${code}] ${printable(message)}`;
}
