import { entryOf, isEmpty, type MapEntry, type MapNode, type Node } from "../base/node.ts";
import { sourceFile } from "../base/span.ts";
import { TO_CONFIRM } from "../check/to-confirm.ts";
import { TO_FILL } from "../check/to-fill.ts";
import { parseYaml } from "../load/yaml/parse.ts";
import { MONEY_KEYS } from "../model/budget-grammar.ts";
import { spellingOf } from "../model/text.ts";
import { type Edit, edited } from "./edits.ts";
import type { PlannedReason } from "./reason-plan.ts";

/** A reason to be written, with what last year's file said. */
interface Line {
  readonly key: string;
  readonly words: string;
  readonly lastYear: string;
  readonly entry?: MapEntry;
}

const INDENT = "  ";

/**
 * The edits that write drafts where nobody has written words; nothing else of the text changes. Nothing where the place is not one
 * to write at, or what is read afterwards would not be the same.
 */
export function reasonEdits(text: string, tree: Node, planned: readonly PlannedReason[]): readonly Edit[] | undefined {
  const lines = planned.flatMap((each): Line[] => {
    const { asked, entry, words } = each;
    return words === undefined
      ? []
      : [{ key: entry?.key.text ?? asked.title, words, lastYear: words.startsWith(TO_CONFIRM) ? lastYearOf(each) : "", ...(entry && { entry }) }];
  });
  const edits = tree.kind === "map" ? editsOf(text, tree, lines) : undefined;
  return edits !== undefined && isSameBut(tree, edited(text, edits), lines) ? edits : undefined;
}

/** What a reason of last year said, on one line. */
export function lastYearOf({ asked: { lastYear } }: PlannedReason): string {
  return lastYear === undefined ? "" : oneLine(spellingOf(lastYear));
}

function editsOf(text: string, root: MapNode, lines: readonly Line[]): Edit[] | undefined {
  const section = entryOf(root, "原因");
  const missing = lines.filter(({ entry }) => entry === undefined);
  const replaced = lines.flatMap((line) => (line.entry === undefined ? [] : replacing(text, line.entry, line)));
  if (missing.length === 0) return replaced;
  if (section === undefined) {
    const at = placeOfSection(text, root);
    return [{ start: at, end: at, text: `\n\n原因:${written(missing, INDENT)}` }];
  }
  const added = section.value.kind === "map" ? addedTo(section.value, text, missing) : filledIn(section, text, missing);
  return added && [...replaced, ...added];
}

/** New entries behind the last one that there is. */
function addedTo({ entries }: MapNode, text: string, lines: readonly Line[]): Edit[] | undefined {
  const first = entries[0];
  const last = entries.at(-1);
  const indent = first && blanksBefore(text, first.key.span.start);
  if (last === undefined || indent === undefined) return undefined;
  const at = lineEnd(text, endOf(last));
  return [{ start: at, end: at, text: written(lines, indent) }];
}

/** New entries under a key that has none. */
function filledIn({ key, value }: MapEntry, text: string, lines: readonly Line[]): Edit[] | undefined {
  if (value.kind !== "scalar" || !(isEmpty(value) || value.text.trim() === TO_FILL)) return undefined;
  const at = lineEnd(text, Math.max(key.span.end, value.span.end));
  const added: Edit = { start: at, end: at, text: written(lines, INDENT) };
  return value.text.trim() === "" ? [added] : [{ start: value.span.start, end: value.span.end, text: "" }, added];
}

/** Lines of new entries, each after the end of the line before it. */
function written(lines: readonly Line[], indent: string): string {
  return lines.map(({ key, words, lastYear }) => `\n${comment(lastYear, indent)}${indent}${key}: ${scalar(words)}`).join("");
}

function comment(lastYear: string, indent: string): string {
  return lastYear === "" ? "" : `${indent}# 上年写的：${lastYear}\n`;
}

/** A value in place of one that nobody has written, and above it what last year's file said, where no comment does. */
function replacing(text: string, { key, value }: MapEntry, { words, lastYear }: Line): Edit[] {
  const lineStart = text.lastIndexOf("\n", key.span.start - 1) + 1;
  const above = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart).trim();
  const indent = blanksBefore(text, key.span.start);
  const noted = indent === undefined || /^#\s*上年/.test(above) ? "" : comment(lastYear, indent);
  const note = noted === "" ? [] : [{ start: lineStart, end: lineStart, text: noted }];
  if (value.kind === "scalar" && value.text.trim() === "") {
    const colon = text.indexOf(":", key.span.end) + 1;
    return [...note, { start: colon, end: colon, text: ` ${scalar(words)}` }];
  }
  const { start, end } = value.span;
  const old = text.slice(start, end).trimEnd();
  // The line that begins a block may have a comment.
  const remark = value.kind === "scalar" && value.block ? (/^[^\n]*?(\s+#[^\n]*)/.exec(old)?.[1] ?? "") : "";
  return [...note, { start, end: start + old.length, text: scalar(words) + remark }];
}

/** Behind the last section of money, where the reasons of its changes are looked for; else at the end. */
function placeOfSection(text: string, { entries }: MapNode): number {
  const keys = new Set([...MONEY_KEYS.map(({ key }) => key), "下属单位"]);
  const last = entries.filter(({ key }) => keys.has(key.text)).at(-1) ?? entries.at(-1);
  return last === undefined ? text.trimEnd().length : lineEnd(text, endOf(last));
}

function endOf({ key, value }: MapEntry): number {
  return Math.max(key.span.end, value.span.end);
}

/** The end of the last line that something which ends at `end` has. */
function lineEnd(text: string, end: number): number {
  const last = text.slice(0, end).trimEnd().length;
  const at = text.indexOf("\n", last);
  return at < 0 ? text.length : at;
}

/** The blanks before a key that begins its line; nothing where something else does. */
function blanksBefore(text: string, start: number): string | undefined {
  const blanks = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^ *$/.test(blanks) ? blanks : undefined;
}

/** Words as a YAML value, quoted where a mark could be taken for one of YAML's. */
function scalar(words: string): string {
  const line = oneLine(words);
  return /: | #|:$/.test(line) ? `'${line.replaceAll("'", "''")}'` : line;
}

function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** Whether a text reads as before but for the reasons that were to be written. */
function isSameBut(before: Node, text: string, lines: readonly Line[]): boolean {
  const { value: after, diagnostics } = parseYaml(sourceFile("", text), { flow: false });
  if (after === undefined || diagnostics.some(({ severity }) => severity === "error")) return false;
  const keys = new Set(lines.map(({ key }) => key));
  const section = entryOf(after, "原因")?.value;
  const read = lines.every(({ key, words }) => {
    const value = entryOf(section, key)?.value;
    return value?.kind === "scalar" && value.text === oneLine(words);
  });
  return read && plain(before, keys) === plain(after, keys);
}

/** A file's content without places, and without some of its reasons. */
function plain(root: Node, without: ReadonlySet<string>): string {
  const content = (node: Node): unknown => {
    if (node.kind === "scalar") return node.text;
    return node.kind === "list" ? node.items.map(content) : node.entries.map(({ key, value }) => [key.text, content(value)]);
  };
  const listed = (node: Node | undefined, skipped: (key: string) => boolean): unknown[] =>
    node?.kind === "map" ? node.entries.flatMap(({ key, value }) => (skipped(key.text) ? [] : [[key.text, content(value)]])) : [];
  const reasons = entryOf(root, "原因")?.value;
  return JSON.stringify([listed(root, (key) => key === "原因"), listed(reasons, (key) => without.has(key))]);
}
