import { type Diagnostic, note } from "../../base/diagnostic.ts";
import { type Exact, sum } from "../../base/money.ts";
import type { Span } from "../../base/span.ts";
import type { Project } from "../../model/budget.ts";
import type { Reconciled } from "../reconciled.ts";
import { isWord, type Passage, passagesOf } from "./passages.ts";

/** A name in quotes within a text. */
const QUOTED = /“([^“”\n]{4,40})”/g;

/** What is left of a name without its ending must tell something. */
const SHORTEST = 4;
const LONGEST_ENDING = 6;

/** 房租物业费 and 房租物业费用: two names that differ in their ending alone, of projects or of a project and in a text. */
export function projectNamedTwice(given: Reconciled): Diagnostic[] {
  const { 名称尾字: endings } = given.standard.wording.words;
  const { projects } = given.budget;
  const byStem = new Map<string, Project>();
  const near = projects.flatMap((project) => {
    const stem = stemOf(project.name, endings);
    const earlier = byStem.get(stem);
    byStem.set(stem, earlier ?? project);
    return earlier === undefined || earlier.name === project.name || haveSameMoney(project, earlier, given) ? [] : [twins(project, earlier)];
  });
  const names = new Set(projects.map(({ name }) => name));
  return [...near, ...passagesOf(given).flatMap((passage) => misnamed(passage, names, byStem, endings))];
}

/** Names in a text that are nearly a project's. A name without such an ending may be that of a thing: 便民热线服务 beside 便民热线服务费. */
function misnamed(passage: Passage, names: ReadonlySet<string>, byStem: ReadonlyMap<string, Project>, endings: RegExp): Diagnostic[] {
  return namesIn(passage).flatMap(({ name, start }) => {
    const stem = stemOf(name, endings);
    const meant = names.has(name) || stem === name ? undefined : byStem.get(stem);
    return meant === undefined ? [] : [doubt(name, passage.place(start, start + name.length), meant)];
  });
}

/** Where their money is the same too, project-twice asks whether one was written twice. */
function haveSameMoney(one: Project, other: Project, { budget }: Reconciled): boolean {
  const moneyOf = (wanted: Project): Exact => sum(budget.facts.flatMap(({ project, amount }) => (project === wanted ? [amount] : [])));
  return moneyOf(one).equals(moneyOf(other));
}

function twins({ name, span }: Project, earlier: Project): Diagnostic {
  return note("project-named-twice", `项目“${name}”和“${earlier.name}”的名称只差末尾几个字，是不是同一个项目？`, span, {
    related: [{ message: "前一个在这里", span: earlier.span }],
    hint: "是同一个项目就合并；确是两个项目的，名称写得分得开",
  });
}

function doubt(name: string, place: Span, meant: Project): Diagnostic {
  return note("project-named-twice", `这里写“${name}”，有一个项目叫“${meant.name}”，是不是同一个项目？`, place, {
    related: [{ message: "项目的名称在这里", span: meant.span }],
    hint: "同一个项目用同一个名称，一字不差",
  });
}

/** A name without the endings that one may write or not; the whole where too little would be left. */
function stemOf(name: string, endings: RegExp): string {
  for (let length = Math.max(SHORTEST, name.length - LONGEST_ENDING); length < name.length; length += 1) {
    if (isWord(name.slice(length), endings)) return name.slice(0, length);
  }
  return name;
}

/** Names in quotes, and cells that hold nothing but a name. */
function namesIn({ kind, words }: Passage): { readonly name: string; readonly start: number }[] {
  if (kind === "name") return [];
  if (kind === "cell" && words.length <= 40) return [{ name: words, start: 0 }];
  return [...words.matchAll(QUOTED)].map(({ 1: name = "", index }) => ({ name, start: index + 1 }));
}
