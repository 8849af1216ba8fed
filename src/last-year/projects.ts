import { type Diagnostic, error, warning } from "../base/diagnostic.ts";
import { didYouMean, nearest } from "../base/suggest.ts";
import type { Budget, Project } from "../model/budget.ts";
import { sameProjects } from "../model/same-project.ts";

/** Last year's projects as this year's. */
export class ProjectMatches {
  private readonly found: ReadonlyMap<Project, Project>;
  private readonly budget: Budget;
  private readonly last: Budget;
  private readonly matched: ReadonlySet<Project>;
  private readonly unmatched: readonly Project[];

  constructor(last: Budget, budget: Budget) {
    this.budget = budget;
    this.last = last;
    this.found = new Map([...sameProjects(last, budget)].map(([own, before]) => [before, own]));
    this.matched = new Set(this.found.values());
    this.unmatched = last.projects.filter((project) => !this.found.has(project));
  }

  of(last: Project): Project {
    return this.found.get(last) ?? last;
  }

  /** Names of last year that nobody had, and projects that may be one under two names. */
  findings(): Diagnostic[] {
    return this.budget.projects.flatMap((project) => [...this.unknownName(project), ...this.nearName(project)]);
  }

  private unknownName(project: Project): Diagnostic[] {
    const { lastYearName } = project;
    if (lastYearName === undefined) return [];
    const named = this.last.projects.filter(({ name }) => name === lastYearName.value);
    const taken = named.map((last) => this.of(last)).find((match) => match !== project);
    if (named.some((last) => this.of(last) === project)) return [];
    if (taken !== undefined) {
      const message = `上年的项目“${lastYearName.value}”已经和今年的“${taken.name}”对上了`;
      const hint = "上年的一个项目只能对今年的一个；拆成几个的，写在主要的那一个下面";
      return [error("last-year-project-unmatched", message, lastYearName.span, { hint, related: [{ message: "那一个在这里", span: taken.span }] })];
    }
    const names = this.last.projects.map(({ name }) => name);
    const hint = didYouMean(lastYearName.value, names) ?? (names.length === 0 ? "上年文件里没有项目" : `上年的项目有：${names.join("、")}`);
    return [error("last-year-project-unmatched", `上年文件里没有叫“${lastYearName.value}”的项目`, lastYearName.span, { hint })];
  }

  private nearName(project: Project): Diagnostic[] {
    if (project.lastYearName !== undefined || this.matched.has(project)) return [];
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
