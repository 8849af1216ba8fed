import { type Money, sum } from "../base/money.ts";
import type { Budget, Project } from "../model/budget.ts";
import type { ProjectChange } from "../model/difference.ts";
import { sameProjects } from "../model/same-project.ts";

/** The projects of two budgets, each with what it is in the other. */
export interface ProjectPairs {
  /** Pairs in the order of the second, then what is gone. */
  readonly pairs: readonly ProjectPair[];
  /** One word for a project in whichever of the two it stands. */
  readonly keyOf: (project: Project) => string;
  /** Names of the first as the second has them. */
  readonly renamed: ReadonlyMap<string, string>;
}

export interface ProjectPair {
  readonly before?: Project;
  readonly after?: Project;
  /** Others of the first that are a part of `after` now. */
  readonly merged?: readonly Project[];
}

/** Finds each project of the first in the second. */
export function pairProjects(before: Budget, after: Budget): ProjectPairs {
  const found = sameProjects(before, after);
  const former = new Map<Project, Project[]>();
  for (const [one, other] of found) former.set(other, [...(former.get(other) ?? []), one]);
  const pairs: ProjectPair[] = [
    ...after.projects.map((each): ProjectPair => {
      const [one, ...merged] = former.get(each) ?? [];
      return { ...(one && { before: one }), after: each, ...(merged.length > 0 && { merged }) };
    }),
    ...before.projects.flatMap((each): ProjectPair[] => (found.has(each) ? [] : [{ before: each }])),
  ];
  const keys = new Map<Project, string>();
  pairs.forEach((pair, index) => {
    for (const project of [pair.before, pair.after, ...(pair.merged ?? [])]) if (project !== undefined) keys.set(project, String(index));
  });
  return { pairs, keyOf: (project) => keys.get(project) ?? project.name, renamed: renamedOf(pairs) };
}

function renamedOf(pairs: readonly ProjectPair[]): ReadonlyMap<string, string> {
  return new Map(pairs.flatMap(({ before, after }) => (before && after && before.name !== after.name ? [[before.name, after.name] as const] : [])));
}

/** Projects that came, went, go by another name, or were several. */
export function projectChanges({ pairs }: ProjectPairs, before: Budget, after: Budget): ProjectChange[] {
  return pairs.flatMap(({ before: one, after: other, merged }): ProjectChange[] => {
    const change = changeOf(one, other, merged);
    if (change === undefined) return [];
    const code = other?.code ?? one?.code;
    const were = [...(one ? [one] : []), ...(merged ?? [])];
    const amounts = { before: sum(were.map((each) => moneyOf(each, before))), after: moneyOf(other, after) };
    const names = were.map(({ name }) => name).join("、");
    return [{ change, ...(code !== undefined && { code }), ...(one && { before: names }), ...(other && { after: other.name }), amounts }];
  });
}

function changeOf(one: Project | undefined, other: Project | undefined, merged: readonly Project[] | undefined): ProjectChange["change"] | undefined {
  if (one === undefined) return "added";
  if (other === undefined) return "gone";
  return merged !== undefined ? "merged" : one.name === other.name ? undefined : "renamed";
}

function moneyOf(project: Project | undefined, { facts }: Budget): Money {
  return sum(facts.filter((fact) => project !== undefined && fact.project === project).map(({ amount }) => amount));
}
