import { existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { type Diagnostic, error, hasErrors, warning } from "./base/diagnostic.ts";
import { entryOf, isEmpty, type Node, type ScalarNode } from "./base/node.ts";
import type { Outcome } from "./base/outcome.ts";
import type { SourceFile } from "./base/span.ts";
import { didYouMean } from "./base/suggest.ts";
import { checkBudget } from "./check/budget/budget.ts";
import { readHead } from "./check/budget/head.ts";
import { Findings } from "./check/reader.ts";
import { isToFill, toFill } from "./check/to-fill.ts";
import { loadText } from "./load/text.ts";
import { parseYaml } from "./load/yaml/parse.ts";
import type { Budget, ExpenditureFact, Project, Unit } from "./model/budget.ts";
import type { Category, Classification } from "./model/classification.ts";
import type { Standard } from "./model/standard.ts";

/** The key of a budget file that names last year's. */
const KEY = "上年文件";

/** What last year's file gives: its money, and the 科目 that it declares. */
export interface LastYear {
  readonly facts: readonly ExpenditureFact[];
  readonly ownCategories: readonly Category[];
}

/** 科目 of a year, with the bureau's own list where there is one; mistakes of that list are told where it is read for this year. */
export type ClassificationOf = (year: number) => Outcome<Classification>;

/** Reads the money of last year's file, as this year's file names it; nothing where it names none. */
export function readLastYear(tree: Node, budget: Budget, standard: Standard, classificationOf: ClassificationOf): Outcome<LastYear> {
  const entry = entryOf(tree, KEY);
  if (entry === undefined) return { diagnostics: [] };
  if (isEmpty(entry.value)) {
    return { diagnostics: [error("missing-value", `“${KEY}”后面是空的，应当写上年预算文件的名称`, entry.value.span, { hint: "没有上年的文件就删掉这一行" })] };
  }
  if (isToFill(entry.value)) return { diagnostics: [toFill(KEY, entry.value.span)] };
  if (entry.value.kind !== "scalar") {
    return {
      diagnostics: [error("wrong-shape", `“${KEY}”应当写一个文件名`, entry.value.span, { hint: "例如 example-2023.yaml，和这个文件放在同一个文件夹" })],
    };
  }
  return new LastYearReader(entry.value, budget, standard, classificationOf).read();
}

class LastYearReader {
  private readonly node: ScalarNode;
  private readonly budget: Budget;
  private readonly standard: Standard;
  private readonly classificationOf: ClassificationOf;

  constructor(node: ScalarNode, budget: Budget, standard: Standard, classificationOf: ClassificationOf) {
    this.node = node;
    this.budget = budget;
    this.standard = standard;
    this.classificationOf = classificationOf;
  }

  read(): Outcome<LastYear> {
    const own = resolve(this.node.span.file.path);
    const name = this.node.text.trim();
    const path = isAbsolute(name) ? name : join(dirname(own), name);
    if (resolve(path) === own) return this.refuse("last-year-file-self", `“${KEY}”写的就是这个文件`, "写上年的预算文件");
    if (!existsSync(path)) return this.refuse("last-year-file-unread", `没有文件“${name}”`, nearFile(path, own));
    const { value: file, diagnostics } = loadText(path);
    if (file === undefined) return this.unreadable(diagnostics);
    if (!isBudgetFile(file)) return this.refuse("last-year-file-unread", `“${name}”不是预算文件`, "写上年预算文件的名称，里面要有“标准”和“年度”");
    const { value: tree, diagnostics: syntax } = parseYaml(file, { flow: false });
    if (tree === undefined || hasErrors(syntax)) return this.unreadable(syntax);
    const year = readHead(tree, new Findings()).year?.value;
    if (year !== this.budget.year - 1) {
      const found = year === undefined ? "没有写年度" : `是 ${year} 年的预算`;
      return this.refuse("last-year-file-year", `“${name}”${found}，应当是 ${this.budget.year - 1} 年的`, "写上一年的预算文件");
    }
    const { value: classification, diagnostics: faults } = this.classificationOf(year);
    if (classification === undefined) return { diagnostics: faults };
    const { value: last, diagnostics: found } = checkBudget(tree, this.standard, classification);
    if (last === undefined || hasErrors(found)) return this.unreadable(found);
    const facts = last.facts.map((fact) => this.carried(fact));
    return { value: { facts, ownCategories: last.ownCategories ?? [] }, diagnostics: [...diagnostics, ...this.warnOfUnit(last)] };
  }

  private refuse(code: string, message: string, hint: string): Outcome<never> {
    return { diagnostics: [error(code, message, this.node.span, { hint })] };
  }

  /** Mistakes of last year's file are its own: one finding leads to them. */
  private unreadable(found: readonly Diagnostic[]): Outcome<never> {
    const errors = found.filter(({ severity }) => severity === "error");
    const related = errors.slice(0, 3).flatMap(({ message, span }) => (span && mayBeShown(span.file) ? [{ message, span }] : []));
    const message = `上年文件“${this.node.text.trim()}”有 ${errors.length} 处错误，读不出上年数`;
    return {
      diagnostics: [
        error("last-year-file-unread", message, this.node.span, { hint: `上年文件按今年的标准“${this.standard.name}”来读；先照上面各处改好`, related }),
      ],
    };
  }

  private warnOfUnit({ unit }: Budget): Diagnostic[] {
    if (unit.name === this.budget.unit.name) return [];
    const message = `上年文件的单位是“${unit.name}”，今年是“${this.budget.unit.name}”`;
    return [warning("last-year-file-unit", message, this.node.span, { hint: "检查有没有写错文件；单位改了名称就不用管" })];
  }

  /** A fact of last year, of this year's project and unit where they are the same. */
  private carried(fact: ExpenditureFact): ExpenditureFact {
    const unit = this.budget.units.find(({ name }) => name === fact.unit.name) ?? fact.unit;
    const project = fact.project && this.sameProject(fact.project, unit);
    return { ...fact, unit, ...(project && { project }), lastYear: true };
  }

  /** This year's project of the same code; else of the same name, in the same unit before any other. */
  private sameProject(last: Project, unit: Unit): Project {
    const { projects } = this.budget;
    const byCode = last.code === undefined ? undefined : projects.find(({ code }) => code === last.code);
    const named = projects.filter(({ name }) => name === last.name);
    return byCode ?? named.find((project) => project.unit === unit) ?? named[0] ?? last;
  }
}

/** Whether a file has keys of a budget: lines of any other file are nobody's business and are not shown. */
function isBudgetFile({ text }: SourceFile): boolean {
  return /^\s*["']?(?:标准|年度)["']?\s*[:：]/m.test(text);
}

/** A file that is no budget may be named, its lines may not. */
function mayBeShown(file: SourceFile): boolean {
  return file.text === "" || isBudgetFile(file);
}

/** A file beside the budget, or in a folder below, that is nearly called so; other folders are not looked through. */
function nearFile(path: string, own: string): string {
  const where = "文件名从这个预算文件所在的文件夹算起";
  if (!resolve(path).startsWith(dirname(own) + sep)) return where;
  try {
    const names = readdirSync(dirname(path)).filter((name) => name.endsWith(".yaml"));
    return didYouMean(path.split(/[\\/]/).at(-1) ?? "", names) ?? where;
  } catch {
    return where;
  }
}
