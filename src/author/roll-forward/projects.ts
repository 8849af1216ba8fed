import { entryOf, itemsOf, type MapEntry, type MapNode, type Node } from "../../base/node.ts";
import type { Standard } from "../../model/standard.ts";
import type { Edit } from "../edits.ts";
import { beginsLine, contentEnd, dashOf, lineEnd, lineStart, marginAt, marginComments, regionEnd } from "./lines.ts";
import { droppedProject } from "./made-comments.ts";
import { plainOrQuoted } from "./plain.ts";

/** A project that is done once: next year's file has it no more. */
interface Once {
  readonly node: Node;
  readonly name: string;
}

/** What of the projects of a file is left out. */
export interface DroppedProjects {
  readonly nodes: ReadonlySet<Node>;
  readonly names: readonly string[];
  readonly edits: readonly Edit[];
}

/** Leaves out the projects that are done once, of the department itself and of its 下属单位. */
export function droppedProjects(root: Node, standard: Standard): DroppedProjects {
  const sections = projectSections(root).map((section) => ({ section, once: onceIn(section, standard) }));
  const all = sections.flatMap(({ once }) => once);
  return {
    nodes: new Set(all.map(({ node }) => node)),
    names: all.map(({ name }) => name),
    edits: sections.flatMap(({ section, once }) => (once.length === itemsOf(section.value).length ? wholeSection(section, once) : once.map(oneItem))),
  };
}

/** 项目支出 of the department itself and of each 下属单位. */
export function projectSections(root: Node): MapEntry[] {
  return [root, ...itemsOf(entryOf(root, "下属单位")?.value)].flatMap((unit) => entryOf(unit, "项目支出") ?? []);
}

function onceIn({ value }: MapEntry, standard: Standard): Once[] {
  return itemsOf(value).flatMap((node) => (node.kind === "map" && isOnce(node, standard) ? [{ node, name: wordsAt(node, "项目名称") }] : []));
}

function isOnce(project: MapNode, { accounts }: Standard): boolean {
  const words = accounts.project?.once ?? new Map<string, readonly string[]>();
  return wordsAt(project, "一次性") === "是" || [...words].some(([key, some]) => some.includes(wordsAt(project, key)));
}

function wordsAt(node: Node, key: string): string {
  const value = entryOf(node, key)?.value;
  return value?.kind === "scalar" ? value.text.trim() : "";
}

/** The comments before an item stay: they may speak of all that follow. */
function oneItem({ node, name }: Once): Edit {
  const { file, start } = node.span;
  const dash = dashOf(file, start);
  const margin = marginAt(file, dash);
  const end = regionEnd(node, start, margin.length);
  return { start: lineStart(file, dash), end, text: margin + droppedProject(name) + marginComments(file, dash, end, margin.length) };
}

/** Where no project is left, its section goes too: an empty one would be a mistake. */
function wholeSection({ key, value }: MapEntry, once: readonly Once[]): Edit[] {
  const { file, start } = key.span;
  const [first] = once;
  if (first === undefined) return [];
  const margin = beginsLine(file, start) ? marginAt(file, start) : " ".repeat(start - lineStart(file, start));
  const comment = /[ \t]#.*$/.exec(file.text.slice(key.span.end, lineEnd(file, start)))?.[0].trim();
  const lines = [...(comment === undefined ? [] : [comment]), ...once.map(({ name }) => droppedProject(name))];
  const end = regionEnd(value, start, margin.length);
  return [{ start, end, text: lines.join(`\n${margin}`) + marginComments(file, start, end, margin.length) }];
}

/** Projects that end before a year, as 终止年度 says: they are carried, and told. */
export function endedProjects(root: Node, { accounts }: Standard, dropped: ReadonlySet<Node>, year: number): string[] {
  const key = accounts.project?.lastYear;
  if (key === undefined) return [];
  return projectSections(root)
    .flatMap(({ value }) => itemsOf(value))
    .flatMap((project) => {
      const last = /^\d{4}(?!\d)/.exec(wordsAt(project, key))?.[0];
      return last === undefined || Number(last) >= year || dropped.has(project) ? [] : [`${wordsAt(project, "项目名称")}（${key} ${last}）`];
    });
}

/** A project that is called after the year, and must be called otherwise next year. */
export interface StaleName {
  readonly name: string;
  /** Says in 上年名称 what it was called, so that both years' projects are still known for one. */
  readonly edit: Edit;
}

export function staleNames(root: Node, dropped: ReadonlySet<Node>, isStale: (name: string) => boolean): StaleName[] {
  const projects = projectSections(root).flatMap(({ value }) => itemsOf(value));
  return projects.flatMap((project) => {
    const entry = dropped.has(project) ? undefined : entryOf(project, "项目名称");
    const name = wordsAt(project, "项目名称");
    return entry === undefined || !isStale(name) ? [] : [{ name, edit: oldNameBehind(entry, name) }];
  });
}

function oldNameBehind({ key, value }: MapEntry, name: string): Edit {
  const { file, start } = key.span;
  const end = lineEnd(file, Math.max(key.span.end, contentEnd(value)));
  return { start: end, end, text: `\n${" ".repeat(start - lineStart(file, start))}上年名称: ${plainOrQuoted(name.replace(/\s+/g, " "))}` };
}
