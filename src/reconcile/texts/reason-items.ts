import { type Money, sum, ZERO } from "../../base/money.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import { CATEGORY_LEVELS, type Classification, codeAt, nameOf } from "../../model/classification.ts";
import type { Reconciled } from "../reconciled.ts";

/** What a reason may name, in both years. */
export interface ItemAmounts {
  /** 元, exact. */
  readonly current: Money;
  readonly base: Money;
  readonly project?: true;
}

/** One way in which names stand for money: 公务接待费 is a figure in one, an 经济科目 in another. */
export type Layer = ReadonlyMap<string, ItemAmounts>;

type Names = (fact: ExpenditureFact) => readonly string[];

/**
 * What names in reasons may stand for: the parts of the figures' own changes, their money by 科目 and 项目, then those of the whole
 * budget, then figures. Without last year's file only figures are known.
 */
export class ReasonItems {
  private readonly given: Reconciled;
  private readonly whole: readonly Layer[];

  constructor(given: Reconciled) {
    this.given = given;
    const { budget, derived, classification } = given;
    const known = [...derived.figures.values()].flatMap(({ name, amount }): [string, ItemAmounts][] => {
      const base = derived.lastYear.get(name);
      return base === undefined ? [] : [[name, { current: amount, base }]];
    });
    const before = budget.lastYearFile?.facts;
    this.whole = [...(before ? factLayers(budget.facts, before, classification) : []), new Map(known)];
  }

  /** For the reason of some figures. */
  of(figures: readonly string[]): Layer[] {
    const { budget, derived, classification } = this.given;
    const own = figures.flatMap((name) => {
      const now = derived.figures.get(name)?.facts;
      const before = derived.lastYearFigures.get(name)?.facts;
      // What has all of the money has been counted.
      return now && before && now.length < budget.facts.length ? factLayers(now, before, classification) : [];
    });
    return [...own, ...this.whole];
  }
}

function factLayers(now: readonly ExpenditureFact[], before: readonly ExpenditureFact[], classification: Classification): Layer[] {
  const economic = (code: string): string => nameOf(code, "经济科目", classification);
  const functional = (code: string): string => nameOf(code, "功能科目", classification);
  const projectOr = (project: ExpenditureFact["project"], others: readonly string[]): readonly string[] => (project ? [project.name] : others);
  const ways: readonly Names[] = [
    ({ project, economic: code = "" }) => projectOr(project, [economic(code)]),
    ({ economic: code = "" }) => [economic(codeAt(code, "类")), economic(code)],
    ({ functional: code }) => [...new Set(CATEGORY_LEVELS.map((level) => functional(codeAt(code, level))))],
  ];
  return ways.map((names) => layerOf(names, now, before));
}

function layerOf(names: Names, now: readonly ExpenditureFact[], before: readonly ExpenditureFact[]): Layer {
  const layer = new Map<string, ItemAmounts>();
  const add = (facts: readonly ExpenditureFact[], year: "current" | "base"): void => {
    for (const fact of facts)
      for (const name of names(fact)) {
        const known = layer.get(name) ?? { current: ZERO, base: ZERO, ...(fact.project?.name === name && { project: true as const }) };
        layer.set(name, { ...known, [year]: known[year].plus(fact.amount) });
      }
  };
  add(now, "current");
  add(before, "base");
  return layer;
}

/** The money of several names together, in each layer that has them all. */
export function totalsOf(names: readonly string[], layers: readonly Layer[]): ItemAmounts[] {
  return layers.flatMap((layer): ItemAmounts[] => {
    const items = names.flatMap((name) => layer.get(name) ?? []);
    if (items.length < names.length) return [];
    const total = { current: sum(items.map(({ current }) => current)), base: sum(items.map(({ base }) => base)) };
    return [items.every(({ project }) => project) ? { ...total, project: true } : total];
  });
}
