import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Node, ScalarNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import { checkBudget } from "../check/budget/budget.ts";
import { confirm } from "../confirm/confirm.ts";
import type { Budget, ExpenditureFact, LastYear } from "../model/budget.ts";
import type { Category, Classification } from "../model/classification.ts";
import type { Standard } from "../model/standard.ts";
import { carriedFacts, termsOf } from "./carried.ts";
import { idleMapping } from "./categories.ts";
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

/** The year for which things are read: its budget, its standard and its 科目. */
export interface ThisYear {
  readonly tree: Node;
  readonly budget: Budget;
  readonly standard: Standard;
  readonly classification: Classification;
}

/** Reads last year's file, as this year's file names it; nothing where it names none. */
export function readLastYear(thisYear: ThisYear, readers: Readers): Outcome<LastYearRead> {
  const { value: link, diagnostics } = linkIn(thisYear.tree);
  if (link !== undefined) return new LastYearReader(thisYear, readers).read(link);
  return { diagnostics: diagnostics.length > 0 ? diagnostics : idleMappings(thisYear.budget) };
}

/** What a file lacks for being published keeps none of its figures from being read. */
const NOT_NEEDED: ReadonlySet<string> = new Set(["missing-input", "reason-to-confirm"]);

type Dated = LinkedFile & { readonly year: number };

/** A file with its budget, and the 科目 of its year. */
interface Read {
  readonly budget: Budget;
  readonly classification: Classification;
}

class LastYearReader {
  private readonly chain = new Chain();
  private readonly thisYear: ThisYear;
  private readonly readers: Readers;

  constructor(thisYear: ThisYear, readers: Readers) {
    this.thisYear = thisYear;
    this.readers = readers;
  }

  read(link: ScalarNode): Outcome<LastYearRead> {
    const { budget, classification } = this.thisYear;
    const { value: linked, diagnostics } = this.chain.open(link, budget.year);
    if (linked === undefined) return { diagnostics };
    const { value: last, diagnostics: found } = this.budgetIn(linked);
    if (last === undefined) return { diagnostics: [...diagnostics, ...found] };
    const terms = termsOf(last.budget, budget, classification);
    const facts = carriedFacts(last.budget.facts, terms);
    const told = [...warnOfUnit(link, last.budget, budget), ...terms.projects.findings(), ...terms.categories.findings(link.span)];
    const lastYear = lastYearOf(linked, last.budget, facts, this.beforeThat(linked, last));
    return { value: { lastYear, ownCategories: last.budget.ownCategories ?? [] }, diagnostics: [...diagnostics, ...told] };
  }

  /** A file is read by its own standard; where that is gone, by this year's. */
  private budgetIn({ link, tree, year }: Dated): Outcome<Read> {
    const { value: classification, diagnostics } = this.readers.classificationOf(year);
    if (classification === undefined) return { diagnostics };
    const { value: budget, diagnostics: found } = checkBudget(tree, this.readers.standardOf(tree) ?? this.thisYear.standard, classification);
    const mistakes = confirm(found, tree, false).diagnostics.filter(({ severity, code }) => severity === "error" && !NOT_NEEDED.has(code));
    return budget !== undefined && mistakes.length === 0 ? { value: { budget, classification }, diagnostics: [] } : unreadable(link, mistakes);
  }

  /** The file of the year before last, as last year's names it. What is wrong with it matters only where its figures are missed. */
  private beforeThat({ tree, year }: Dated, last: Read): LastYear | undefined {
    const { value: link } = linkIn(tree);
    const linked = link && this.chain.open(link, year).value;
    const before = linked && this.budgetIn(linked).value?.budget;
    if (linked === undefined || before === undefined) return undefined;
    const { budget, classification } = this.thisYear;
    // What it speaks of is first as last year had it, then as this year has it.
    const lastYears = carriedFacts(before.facts, termsOf(before, last.budget, last.classification));
    return lastYearOf(linked, before, carriedFacts(lastYears, termsOf(last.budget, budget, classification)), undefined);
  }
}

function lastYearOf({ link, file }: LinkedFile, last: Budget, facts: readonly ExpenditureFact[], earlier: LastYear | undefined): LastYear {
  const { inputs, reasons, lastYear: stated } = last;
  return { facts, inputs, reasons, before: { stated, ...(earlier && { file: earlier }) }, link: link.span, file };
}

function warnOfUnit(link: ScalarNode, { unit }: Budget, budget: Budget): Diagnostic[] {
  if (unit.name === budget.unit.name) return [];
  const message = `上年文件的单位是“${unit.name}”，今年是“${budget.unit.name}”`;
  return [warning("last-year-file-unit", message, link.span, { hint: "检查有没有写错文件；单位改了名称就不用管" })];
}

/** 科目对照 speaks of last year's file: without one it has nothing to say. */
function idleMappings({ categoryMappings }: Budget): Diagnostic[] {
  return categoryMappings.flatMap(({ code, targets: [target], span }) => (target === undefined ? [] : [idleMapping(code, {}, span)]));
}
