import type { Budget, Project } from "./budget.ts";
import { sameUnit } from "./same-unit.ts";

type WithProjects = Pick<Budget, "year" | "unit" | "units" | "projects">;

/** What a project goes by in one way of matching; nothing where it cannot be matched so. */
type KeyOf = (project: Project) => string | undefined;

/**
 * The projects of a budget with what each is in another: by 项目编码; else, of the year before, by 上年名称; else by name; each in the same
 * unit before any other. No project is two of the other's, and a code that several share names none of them.
 */
export function sameProjects(before: WithProjects, after: WithProjects): ReadonlyMap<Project, Project> {
  const units = new Map(before.units.map((unit) => [unit, sameUnit(unit, before, after) ?? unit]));
  const places = new Map([...after.units, ...units.values()].map((unit, index) => [unit, index]));
  const inUnit = ({ unit }: Project, words: readonly string[]): string => JSON.stringify([places.get(units.get(unit) ?? unit), ...words]);
  const isYearAfter = after.year === before.year + 1;
  const oldName: KeyOf = ({ lastYearName }) => (isYearAfter ? lastYearName?.value : undefined);
  const name: KeyOf = (project) => (oldName(project) === undefined ? project.name : undefined);
  const matching = new Matching(before.projects, after.projects);
  matching.by((each) => each.code && inUnit(each, [each.code, each.name]));
  matching.by(onlyOnes(before, after, (each) => each.code && inUnit(each, [each.code])));
  matching.by(onlyOnes(before, after, ({ code }) => code));
  for (const nameOf of [oldName, name]) {
    matching.by(
      (one) => inUnit(one, [one.name]),
      (other) => {
        const words = nameOf(other);
        return words && inUnit(other, [words]);
      },
    );
    matching.by((one) => one.name, nameOf);
  }
  return matching.found;
}

class Matching {
  readonly found = new Map<Project, Project>();
  private readonly left: Set<Project>;
  private readonly after: readonly Project[];

  constructor(before: readonly Project[], after: readonly Project[]) {
    this.left = new Set(before);
    this.after = after;
  }

  /** Matches, in their order, those that go by the same and are not matched yet. */
  by(keyBefore: KeyOf, keyAfter: KeyOf = keyBefore): void {
    const waiting = grouped([...this.left], keyBefore);
    for (const other of this.after) {
      const key = this.found.has(other) ? undefined : keyAfter(other);
      const one = key === undefined ? undefined : waiting.get(key)?.shift();
      if (one === undefined) continue;
      this.found.set(other, one);
      this.left.delete(one);
    }
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
