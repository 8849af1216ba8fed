import { type Diagnostic, error, warning } from "../base/diagnostic.ts";
import { didYouMean, nearest } from "../base/suggest.ts";
import type { Budget, Project } from "../model/budget.ts";
import { formerNames } from "../model/former-names.ts";
import { sameProjects } from "../model/same-project.ts";

/** Names of so many pairs of projects are held against each other, every unmatched one of this year against every one of last year's. */
const MOST_PAIRS = 250_000;

/** Last year's projects as this year's. */
export class ProjectMatches {
  private readonly found: ReadonlyMap<Project, Project>;
  private readonly budget: Budget;
  private readonly last: Budget;
  private readonly matched: ReadonlySet<Project>;
  private readonly unmatched: readonly Project[];
  private readonly names: ReadonlySet<string>;

  constructor(last: Budget, budget: Budget) {
    this.budget = budget;
    this.last = last;
    this.found = sameProjects(last, budget);
    this.matched = new Set(this.found.values());
    this.unmatched = last.projects.filter((project) => !this.found.has(project));
    this.names = new Set(last.projects.map(({ name }) => name));
  }

  of(last: Project): Project {
    return this.found.get(last) ?? last;
  }

  /** Names of last year that nobody had, and projects that may be one under two names. */
  findings(): Diagnostic[] {
    const fresh = this.budget.projects.filter((project) => !this.matched.has(project));
    // Of more, the files have little to do with each other, and looking would take minutes.
    const asked = fresh.length * this.unmatched.length <= MOST_PAIRS ? fresh : [];
    return [...this.budget.projects.flatMap((project) => this.unknownName(project)), ...asked.flatMap((project) => this.nearName(project))];
  }

  /** What a project was called last year, as it says; several names where it was several projects. */
  private saidOf({ lastYearName }: Project): string[] {
    return lastYearName === undefined ? [] : formerNames(lastYearName.value, this.names);
  }

  private unknownName(project: Project): Diagnostic[] {
    return this.saidOf(project).flatMap((name) => this.unknownAs(name, project));
  }

  private unknownAs(said: string, project: Project): Diagnostic[] {
    const span = project.lastYearName?.span ?? project.span;
    const named = this.last.projects.filter(({ name }) => name === said);
    const taken = named.map((last) => this.of(last)).find((match) => match !== project);
    if (named.some((last) => this.of(last) === project)) return [];
    if (taken !== undefined) {
      const message = `上年的项目“${said}”已经和今年的“${taken.name}”对上了`;
      const hint = "上年的一个项目只能对今年的一个；拆成几个的，写在主要的那一个下面";
      return [error("last-year-project-unmatched", message, span, { hint, related: [{ message: "那一个在这里", span: taken.span }] })];
    }
    const names = [...this.names];
    const hint = didYouMean(said, names) ?? (names.length === 0 ? "上年文件里没有项目" : `上年的项目有：${names.join("、")}`);
    return [error("last-year-project-unmatched", `上年文件里没有叫“${said}”的项目`, span, { hint })];
  }

  private nearName(project: Project): Diagnostic[] {
    if (project.lastYearName !== undefined) return [];
    const near = nearest(
      project.name,
      this.unmatched.map(({ name }) => name),
    );
    const meant = this.unmatched.find(({ name }) => name === near);
    if (meant === undefined) return [];
    const message = `项目“${project.name}”上年没有，上年有“${meant.name}”，是不是同一个项目？`;
    return [
      warning("last-year-project-near", message, project.span, {
        hint: `是同一个，在这个项目下补一行“上年名称: ${meant.name}”；不是，写“# 已核对”`,
        related: [{ message: "上年的项目在这里", span: meant.span }],
      }),
    ];
  }
}
