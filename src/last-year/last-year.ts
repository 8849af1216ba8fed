import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Node, ScalarNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import { checkBudget } from "../check/budget/budget.ts";
import { confirm } from "../confirm/confirm.ts";
import type { Budget, LastYear } from "../model/budget.ts";
import type { Category, Classification } from "../model/classification.ts";
import type { Standard } from "../model/standard.ts";
import { carriedFacts } from "./carried.ts";
import { Chain } from "./chain.ts";
import { type LinkedFile, linkIn, unreadable } from "./link.ts";

/** What is read of last year's file: what this year's document needs, and the 科目 that it declares. */
export interface LastYearRead {
  readonly lastYear: LastYear;
  readonly ownCategories: readonly Category[];
}

/** How a budget file is read by its own words. */
export interface Readers {
  /** 科目 of a year, with the bureau's own list where there is one; mistakes of that list are told where it is read for this year. */
  readonly classificationOf: (year: number) => Outcome<Classification>;
  /** The standard that a file names; nothing where there is none of that name. */
  readonly standardOf: (tree: Node) => Standard | undefined;
}

/** Reads last year's file, as this year's file names it; nothing where it names none. */
export function readLastYear(tree: Node, budget: Budget, standard: Standard, readers: Readers): Outcome<LastYearRead> {
  const { value: link, diagnostics } = linkIn(tree);
  if (link === undefined) return { diagnostics };
  return new LastYearReader(standard, readers).read(link, budget);
}

/** What a file lacks for being published keeps none of its figures from being read. */
const NOT_NEEDED: ReadonlySet<string> = new Set(["missing-input"]);

class LastYearReader {
  private readonly chain = new Chain();
  private readonly standard: Standard;
  private readonly readers: Readers;

  constructor(standard: Standard, readers: Readers) {
    this.standard = standard;
    this.readers = readers;
  }

  read(link: ScalarNode, budget: Budget): Outcome<LastYearRead> {
    const { value: linked, diagnostics } = this.chain.open(link, budget.year);
    if (linked === undefined) return { diagnostics };
    const { value: last, diagnostics: found } = this.budgetIn(linked);
    if (last === undefined) return { diagnostics: [...diagnostics, ...found] };
    const lastYear = lastYearOf(linked, last, budget, this.beforeThat(linked, last));
    return { value: { lastYear, ownCategories: last.ownCategories ?? [] }, diagnostics: [...diagnostics, ...warnOfUnit(link, last, budget)] };
  }

  /** A file is read by its own standard; where that is gone, by this year's. */
  private budgetIn({ link, tree, year }: LinkedFile & { readonly year: number }): Outcome<Budget> {
    const { value: classification, diagnostics } = this.readers.classificationOf(year);
    if (classification === undefined) return { diagnostics };
    const { value, diagnostics: found } = checkBudget(tree, this.readers.standardOf(tree) ?? this.standard, classification);
    const mistakes = confirm(found, tree, false).diagnostics.filter(({ severity, code }) => severity === "error" && !NOT_NEEDED.has(code));
    return value !== undefined && mistakes.length === 0 ? { value, diagnostics: [] } : unreadable(link, mistakes);
  }

  /** The file of the year before last, as last year's names it. What is wrong with it matters only where its figures are missed. */
  private beforeThat({ tree, year }: LinkedFile & { readonly year: number }, last: Budget): LastYear | undefined {
    const { value: link } = linkIn(tree);
    const linked = link && this.chain.open(link, year).value;
    const budget = linked && this.budgetIn(linked).value;
    return linked && budget && lastYearOf(linked, budget, last, undefined);
  }
}

function lastYearOf({ link, file }: LinkedFile, last: Budget, budget: Budget, earlier: LastYear | undefined): LastYear {
  return {
    facts: carriedFacts(last.facts, budget),
    inputs: last.inputs,
    reasons: last.reasons,
    before: { stated: last.lastYear, ...(earlier && { file: earlier }) },
    link: link.span,
    file,
  };
}

function warnOfUnit(link: ScalarNode, { unit }: Budget, budget: Budget): Diagnostic[] {
  if (unit.name === budget.unit.name) return [];
  const message = `上年文件的单位是“${unit.name}”，今年是“${budget.unit.name}”`;
  return [warning("last-year-file-unit", message, link.span, { hint: "检查有没有写错文件；单位改了名称就不用管" })];
}
