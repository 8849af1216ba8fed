import type { Sheet } from "../../model/sheet.ts";
import { type RawRow, sheetOf } from "./grid.ts";

/** What may part the values of a line. */
const DELIMITERS = [",", "\t", ";"];

/** Lines by which the delimiter is told. */
const SAMPLE = 20;

/** Reads values parted by commas, tabs or semicolons, with quotes, with any line ends. */
export async function readCsv(path: string, text: string): Promise<Sheet> {
  const { parseCsv } = await import("./hucre.ts");
  const rows = parseCsv(text, { delimiter: delimiterOf(text) });
  return sheetOf(path, "", rows.map(rawRow));
}

/** The one that stands in most of the first lines. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n?|\n/, SAMPLE);
  const count = (delimiter: string): number => lines.filter((line) => line.includes(delimiter)).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function rawRow(values: readonly unknown[]): RawRow {
  const texts = values.map((value) => String(value ?? ""));
  const moreLines = texts.join("").split(/\r\n?|\n/).length - 1;
  return { cells: texts.map((text) => ({ text: unwrapped(text), kind: "text" as const })), moreLines };
}

/** ="0123" and '0123 are how digits are kept from becoming a number. */
function unwrapped(text: string): string {
  return /^="(.*)"$/s.exec(text.trim())?.[1] ?? text.trim().replace(/^'(?=\d)/, "");
}
