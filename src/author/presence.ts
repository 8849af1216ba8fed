import type { ExpenditureFact } from "../model/budget.ts";
import { codeAt } from "../model/classification.ts";
import { testOf } from "../model/selection.ts";
import type { Standard } from "../model/standard.ts";
import { LISTS } from "../model/template-names.ts";

export type Truth = "yes" | "no" | "perhaps";

/** What of a standard's figures and lists there will be, as far as the facts tell. */
export class Presence {
  private readonly standard: Standard;
  private readonly facts: readonly ExpenditureFact[];

  constructor(standard: Standard, facts: readonly ExpenditureFact[]) {
    this.standard = standard;
    this.facts = facts;
  }

  /** A figure of which the form itself knows why it is 0. */
  explainsItself(name: string): boolean {
    const natures = this.facts.map(({ unit }) => unit.nature);
    const known = this.standard.phrases.defaultReasons.some(
      ({ figure, unitNatures }) => figure === name && natures.every((each) => unitNatures.includes(each)),
    );
    return known && this.isThere(name) === "no";
  }

  /** What 本项 stands for in a list: figures by name, or 功能科目 by code. */
  membersOf(name: string): string[] {
    const list = this.standard.lists.get(name);
    if (list?.figures !== undefined) return [...list.figures.keys()].filter((figure) => this.isThere(figure) !== "no");
    const { axis, level } = list ?? {};
    if (list === undefined || axis !== "功能科目" || level === undefined) return [];
    return [...new Set(this.facts.filter(testOf(list.where)).map(({ functional }) => codeAt(functional, level)))];
  }

  /** Whether a figure, a list or an input will be there; what was named nowhere always is. */
  isThere(name: string | undefined): Truth {
    if (name === undefined) return "yes";
    if ((LISTS as readonly string[]).includes(name)) return "no";
    const list = this.standard.lists.get(name);
    if (list?.figures !== undefined) return this.membersOf(name).length > 0 ? "yes" : "no";
    const figure = this.standard.figures.get(name);
    const where = list?.where ?? (figure?.kind === "facts" ? figure.where : undefined);
    if (where === undefined) return "perhaps";
    return this.facts.some(testOf(where)) ? "yes" : "no";
  }
}
