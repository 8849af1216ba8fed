import { isEmpty, type MapNode, type ScalarNode } from "../../base/node.ts";
import { isToFill, TO_FILL } from "../../check/to-fill.ts";
import type { Edit } from "../edits.ts";
import { contentEnd, lineEnd, lineStart, marginAt } from "./lines.ts";
import { above, behind, fitsBehind } from "./made-comments.ts";
import type { Place, PlaceKind } from "./places.ts";
import { inDigitsOf, speaksOf } from "./years.ts";

/** What becomes of last year's amounts. */
export type Amounts = "to fill" | "zero" | "keep";

/** What the values of a file are judged by. */
export interface Given {
  readonly year: number;
  readonly amounts: Amounts;
  /** Names of projects that next year's file does not have, or not yet. */
  readonly gone: ReadonlySet<string>;
}

/** A place that is emptied, and what does it. */
export interface Emptied {
  readonly kind: PlaceKind;
  readonly edits: readonly Edit[];
}

/** Shorter names of projects are words like any other. */
const SHORTEST_NAME = 4;

/** What is done to a place; nothing where it stays as it is. */
export function emptied(place: Place, siblings: Siblings, given: Given): Emptied | undefined {
  const { kind, scalar } = place;
  if (isEmpty(scalar) || scalar.text.trim() === TO_FILL) return undefined;
  if (kind === "amount") return amount(place, given.amounts);
  if (kind === "name") return speaksOfBudget(scalar, given) ? { kind, edits: name(place, siblings, given.year) } : undefined;
  if (kind === "approval" && fitsBehind(scalar.text.trim())) return { kind, edits: inLine(scalar, TO_FILL) };
  return isStale(place, given) ? { kind: kind === "reference" ? "text" : kind, edits: text(place) } : undefined;
}

function isStale({ kind, scalar }: Place, given: Given): boolean {
  if (kind === "approval" || kind === "reason" || kind === "yearly") return true;
  if (kind === "reference") return given.gone.has(scalar.text.trim());
  return speaksOfBudget(scalar, given) || [...given.gone].some((name) => name.length >= SHORTEST_NAME && scalar.text.includes(name));
}

/** Years before that are history: the number of a contract, the year of a law. */
function speaksOfBudget({ text: words }: ScalarNode, { year }: Given): boolean {
  return speaksOf(words, [year, year - 1]);
}

function amount(place: Place, amounts: Amounts): Emptied | undefined {
  const { scalar } = place;
  const words = scalar.text.trim();
  const none = amounts === "zero" && (words === "无" || /^0(?:\.0+)?\D*$/.test(words));
  if (amounts === "keep" || none || isToFill(scalar)) return undefined;
  if (amounts === "zero") return { kind: "amount", edits: fitsBehind(words) ? inLine(scalar, "0") : text(place, "0") };
  return { kind: "amount", edits: fitsBehind(words) ? inLine(scalar, TO_FILL) : text(place) };
}

/** Another value, and last year's behind it on the same line. */
function inLine(scalar: ScalarNode, value: string): Edit[] {
  const { start, end } = scalar.span;
  if (scalar.block || scalar.span.file.text.slice(start, end).includes("\n")) return replaced(scalar, value + behind(scalar.text.trim()));
  return [{ start, end, text: value + behind(scalar.text.trim()) }];
}

/** Another value, and last year's words above it. */
function text({ scalar, start }: Place, value: string = TO_FILL): Edit[] {
  const { file } = scalar.span;
  const at = lineStart(file, start);
  return [{ start: at, end: at, text: above(scalar.text, marginAt(file, start)) }, ...replaced(scalar, value)];
}

/** Another value on the line where a scalar begins; a comment behind the sign of a block stays. */
function replaced(scalar: ScalarNode, value: string): Edit[] {
  const { file, start } = scalar.span;
  const end = Math.max(start, contentEnd(scalar));
  if (!scalar.block) return [{ start, end: scalar.span.end, text: value }];
  const header = /^[|>][-+\d]*/.exec(file.text.slice(start, end))?.[0] ?? "";
  const line = Math.min(lineEnd(file, start), end);
  return [
    { start, end: start + header.length, text: value },
    { start: line, end, text: "" },
  ];
}

/** The names that each map has: what is emptied of one makes it no other's. */
export class Siblings {
  private readonly names = new Map<MapNode | undefined, Set<string>>();

  /** A name as it may stand in a map. */
  free(name: string, map: MapNode | undefined): string {
    const taken = this.names.get(map) ?? new Set(map?.entries.map(({ key }) => key.text));
    let written = name;
    while (taken.has(written)) written += TO_FILL;
    this.names.set(map, taken.add(written));
    return written;
  }
}

/** In a name the year alone is to be filled in: names beside each other stay apart. */
function name({ scalar, start, beside }: Place, siblings: Siblings, year: number): Edit[] {
  const { file } = scalar.span;
  const at = lineStart(file, start);
  const words = [year, year - 1].reduce((left, each) => withoutYear(left, each), scalar.text.replaceAll("\n", ""));
  const written = siblings.free(words === scalar.text ? `${words}${TO_FILL}` : words, beside);
  const quoted = /^["'|>]/.test(file.text.slice(scalar.span.start)) || /[:#]/.test(written);
  return [
    { start: at, end: at, text: above(scalar.text, marginAt(file, start)) },
    { start: scalar.span.start, end: scalar.span.end, text: quoted ? JSON.stringify(written) : written },
  ];
}

function withoutYear(words: string, year: number): string {
  const spellings = [String(year), inDigitsOf("２", year), inDigitsOf("二", year), inDigitsOf("二○", year), inDigitsOf("二零", year)];
  return spellings.reduce((left, each) => left.replaceAll(each, TO_FILL), words);
}
