import { leadingNumber } from "../base/chinese.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Edit } from "./edits.ts";

/** Takes away the numbers （一）, 1. that were pasted into a list which the standard numbers. */
export function strippedNumbers(found: readonly Diagnostic[]): Edit[] {
  return found.flatMap(({ code, span }) => (code === "pasted-number" && span ? strippedNumber(span) : []));
}

/** What follows must stand as it is: with a second number it would lose that one too, with a mark YAML would read it otherwise. */
function strippedNumber({ file, start, end }: Span): Edit[] {
  const written = file.text.slice(start, end);
  const header = /^[|>][^\n]*\n\s*/.exec(written)?.[0] ?? "";
  const number = leadingNumber(written.slice(header.length));
  const rest = written.slice(header.length + number.length);
  if (number === "" || leadingNumber(rest) !== "" || !/^[\p{L}\p{N}“《（]/u.test(rest)) return [];
  return [{ start: start + header.length, end: start + header.length + number.length, text: "" }];
}
