import { entriesOf, entryOf, isEmpty, itemsOf, type MapEntry, type MapNode, type Node } from "../../base/node.ts";
import { span } from "../../base/span.ts";
import type { Edit } from "../edits.ts";
import { beginsLine, contentEnd, lineEnd, lineStart, marginAt, marginComments, regionEnd } from "./lines.ts";
import { droppedSection } from "./made-comments.ts";
import { DROPPED_KEYS, DROPPED_PROJECT_KEYS } from "./places.ts";
import { plainOrQuoted } from "./plain.ts";
import { projectSections } from "./projects.ts";
import { budgetYears } from "./years.ts";

const LINK = "上年文件";

/** Behind which of a file's sections the link to last year's file stands where nothing stood in its place; the last that there is. */
const BEFORE_LINK = ["年度", "文种", "单位", "公开", "批复"];

/** Names last year's file, and leaves out what that file now says: 上年数, 前年数 and what goes with them. */
export function linked(root: MapNode, name: string): Edit[] {
  const dropped = root.entries.filter(({ key }) => DROPPED_KEYS.has(key.text));
  const link = entryOf(root, LINK);
  const text = `${LINK}: ${plainOrQuoted(name)}`;
  if (link?.value.kind === "scalar" && !isEmpty(link.value)) {
    const { start } = link.value.span;
    return [{ start, end: Math.max(start, contentEnd(link.value)), text: plainOrQuoted(name) }, ...dropped.map((entry) => without(entry))];
  }
  if (link !== undefined) return [replacedBy(link, text), ...dropped.map((entry) => without(entry))];
  const [first, ...rest] = dropped;
  if (first !== undefined) return [without(first, text), ...rest.map((entry) => without(entry))];
  return [added(root, text)];
}

function without(entry: MapEntry, instead?: string): Edit {
  return replacedBy(
    entry,
    `${instead === undefined ? "" : `${instead}\n${marginAt(entry.key.span.file, entry.key.span.start)}`}${droppedSection(entry.key.text)}`,
  );
}

/** Other lines in the place of an entry and the comments within it. */
function replacedBy({ key, value }: MapEntry, text: string): Edit {
  const { file, start } = key.span;
  const column = marginAt(file, start).length;
  const end = regionEnd(value, key.span.end, column);
  return { start, end, text: text + marginComments(file, start, end, column) };
}

function added(root: MapNode, text: string): Edit {
  const before = root.entries.findLast(({ key }) => BEFORE_LINK.includes(key.text)) ?? root.entries[0];
  const { file, start } = root.span;
  const end = before === undefined ? start : lineEnd(file, Math.max(before.key.span.end, contentEnd(before.value)));
  return { start: end, end, text: `\n${marginAt(file, start)}${text}` };
}

/** Leaves out what a project says of the year before: 上年名称. */
export function withoutOldNames(root: Node, dropped: ReadonlySet<Node>): Edit[] {
  const projects = projectSections(root).flatMap(({ value }) => itemsOf(value));
  return projects.flatMap((project) =>
    dropped.has(project) ? [] : entriesOf(project).flatMap((entry, index) => oldName(entry, entriesOf(project)[index + 1])),
  );
}

function oldName({ key, value }: MapEntry, next: MapEntry | undefined): Edit[] {
  const { file, start } = key.span;
  if (!DROPPED_PROJECT_KEYS.has(key.text)) return [];
  const comment = droppedSection(key.text);
  if (beginsLine(file, start)) return [{ start, end: regionEnd(value, key.span.end, start - lineStart(file, start)), text: comment }];
  if (next === undefined) return [];
  // Behind the dash the next key takes its place; comments between them go above.
  const between = file.text.slice(contentEnd(value), next.key.span.start);
  const comments = [...between.matchAll(/(?:^|\s)(#.*)$/gm)].map(([, each = ""]) => each.trim());
  const at = lineStart(file, start);
  const lines = [...comments, comment].map((each) => `${marginAt(file, start)}${each}\n`).join("");
  return [
    { start: at, end: at, text: lines },
    { start, end: next.key.span.start, text: "" },
  ];
}

/** 年度, and the year of the budget in the comments at the top. */
export function shiftedYears(root: MapNode, year: number): Edit[] {
  const { file } = root.span;
  const value = entryOf(root, "年度")?.value;
  const place = value?.span ?? span(file, 0);
  const at = file.text.slice(place.start, place.end).indexOf(String(year));
  const own = at < 0 ? [] : [{ start: place.start + at, end: place.start + at + 4, text: String(year + 1) }];
  const top = file.text.slice(0, lineStart(file, root.span.start));
  const comments = [...top.matchAll(/^[ \t]*#.*$/gm)];
  const named = comments.flatMap(({ 0: words, index }) =>
    budgetYears(words, year).map((edit) => ({ ...edit, start: index + edit.start, end: index + edit.end })),
  );
  return [...own, ...named];
}
