import type { Budget, Project } from "./budget.ts";
import { formerNames } from "./former-names.ts";
import { sameUnit } from "./same-unit.ts";

type WithProjects = Pick<Budget, "year" | "unit" | "units" | "projects">;

/** What a project goes by in one way of matching; nothing where it cannot be matched so. */
type KeyOf = (project: Project) => string | undefined;

/**
 * The projects of a budget, each with what it is in a later one: by 项目编码; else, in the year after, by 上年名称; else by name; of two
 * drafts else by what both were last year; each in the same unit before any other. Several are one only where 上年名称 says so. A code
 * that several share names none of them.
 */
export function sameProjects(before: WithProjects, after: WithProjects): ReadonlyMap<Project, Project> {
  const units = new Map(before.units.map((unit) => [unit, sameUnit(unit, before, after) ?? unit]));
  const places = new Map([...after.units, ...units.values()].map((unit, index) => [unit, index]));
  const inUnit = ({ unit }: Project, ...words: readonly string[]): string => JSON.stringify([places.get(units.get(unit) ?? unit), ...words]);
  const names = new Set(before.projects.map(({ name }) => name));
  const isYearAfter = after.year === before.year + 1;
  const formerOf = ({ lastYearName }: Project): readonly string[] => (isYearAfter && lastYearName ? formerNames(lastYearName.value, names) : []);
  const nameOf = (project: Project): string | undefined => (isYearAfter && project.lastYearName ? undefined : project.name);
  const matching = new Matching(before.projects, after.projects);
  matching.by((each) => each.code && inUnit(each, each.code, each.name));
  matching.by(onlyOnes(before, after, (each) => each.code && inUnit(each, each.code)));
  matching.by(onlyOnes(before, after, ({ code }) => code));
  for (const other of after.projects) for (const name of formerOf(other)) matching.join(other, name, (each) => inUnit(each) === inUnit(other));
  matching.by(
    (one) => inUnit(one, one.name),
    (other) => {
      const name = nameOf(other);
      return name && inUnit(other, name);
    },
  );
  matching.by((one) => one.name, nameOf);
  if (after.year === before.year) matching.by((each) => inUnit(each, each.lastYearName?.value ?? each.name));
  return matching.found;
}

class Matching {
  readonly found = new Map<Project, Project>();
  private readonly matched = new Set<Project>();
  private readonly before: readonly Project[];
  private readonly after: readonly Project[];

  constructor(before: readonly Project[], after: readonly Project[]) {
    this.before = before;
    this.after = after;
  }

  /** Matches, in their order, those that go by the same and are not matched yet. */
  by(keyBefore: KeyOf, keyAfter: KeyOf = keyBefore): void {
    const waiting = grouped(
      this.before.filter((one) => !this.found.has(one)),
      keyBefore,
    );
    for (const other of this.after) {
      const key = this.matched.has(other) ? undefined : keyAfter(other);
      const one = key === undefined ? undefined : waiting.get(key)?.shift();
      if (one !== undefined) this.match(one, other);
    }
  }

  /** Makes a project of some name a part of another, the nearest before any other. */
  join(other: Project, name: string, isNear: (one: Project) => boolean): void {
    const named = this.before.filter((one) => one.name === name && !this.found.has(one));
    const one = named.find(isNear) ?? named[0];
    if (one !== undefined) this.match(one, other);
  }

  private match(one: Project, other: Project): void {
    this.found.set(one, other);
    this.matched.add(other);
  }
}

function grouped(projects: readonly Project[], keyOf: KeyOf): Map<string, Project[]> {
  const groups = new Map<string, Project[]>();
  for (const project of projects) {
    const key = keyOf(project);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(project);
    else if (key !== undefined) groups.set(key, [project]);
  }
  return groups;
}

/** The same keys, but for those that several projects of one of the budgets share. */
function onlyOnes(before: WithProjects, after: WithProjects, keyOf: KeyOf): KeyOf {
  const shared = new Set<string>();
  for (const { projects } of [before, after]) for (const [key, { length }] of grouped(projects, keyOf)) if (length > 1) shared.add(key);
  return (project) => {
    const key = keyOf(project);
    return key === undefined || shared.has(key) ? undefined : key;
  };
}
