import type { Diagnostic } from "../base/diagnostic.ts";
import { sum } from "../base/money.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Budget } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import type { Derived, DerivedQuantity } from "../model/derived.ts";
import { documentWords } from "../model/document-words.ts";
import type { Change, Figure } from "../model/figure.ts";
import { formatNamed, type Standard } from "../model/standard.ts";
import type { Table } from "../model/table.ts";
import { compare } from "./change.ts";
import { deriveFigures } from "./figures.ts";
import { amountsBefore, earlierAmounts, lastYearAmounts } from "./last-year.ts";
import { deriveLists } from "./lists.ts";
import { textPrinter } from "./print.ts";
import { decompositions } from "./reasons/decompositions.ts";
import type { TableContext } from "./table/context.ts";
import { deriveTable } from "./table/table.ts";

/** Derives all figures, changes, lists and tables of a budget under a standard. */
export function derive(budget: Budget, standard: Standard, classification: Classification): Outcome<Derived> {
  const diagnostics: Diagnostic[] = [];
  const figures = deriveFigures(budget, standard);
  const lastYearFigures = budget.lastYearFile === undefined ? new Map<string, Figure>() : deriveFigures(budget.lastYearFile, standard);
  const lastYear = lastYearAmounts(budget, figures, lastYearFigures);
  const usual = formatNamed(standard.formats);
  const changes = new Map<string, Change>();
  for (const [name, { amount }] of figures) {
    const base = lastYear.get(name);
    if (base) changes.set(name, compare(amount, base, usual));
  }
  const print = textPrinter({ budget, standard, figures, changes });
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const context: TableContext = {
    budget,
    classification,
    ordinals: standard.ordinals.row,
    percentage: standard.formats.percentage,
    inputs: standard.inputs,
    lastYear,
    words: documentWords(budget, standard, standard.formats.table.unit),
    printText: (text, facts) => print(text, facts, report),
  };
  const tables = deriveTables(standard, context, diagnostics);
  const lists = deriveLists(standard, { ...context, figures, lastYear });
  const lastYearsBase = amountsBefore(budget.lastYearFile, standard, figures);
  const yearBeforeLast = earlierAmounts(budget, figures, lastYearsBase);
  const quantities = deriveQuantities(budget, standard);
  const explained = decompositions({ standard, classification, figures, lastYear, lastYearFigures });
  return {
    value: { figures, changes, compare, quantities, lastYear, lastYearFigures, yearBeforeLast, lastYearsBase, lists, tables, print, ...explained },
    diagnostics,
  };
}

function deriveTables(standard: Standard, context: TableContext, diagnostics: Diagnostic[]): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  const homeless = new Set<number>();
  for (const [key, spec] of standard.tables) {
    const { value, diagnostics: found } = deriveTable(spec, context);
    // Money that has no place in one table has none in its sisters either.
    diagnostics.push(...found.filter(({ span }) => !homeless.has(span?.start ?? -1)));
    for (const { span } of found) homeless.add(span?.start ?? -1);
    if (value) tables.set(key, value);
  }
  return tables;
}

/** Sums of stated quantities; one exists only where all that it adds up are stated. */
function deriveQuantities(budget: Budget, standard: Standard): ReadonlyMap<string, DerivedQuantity> {
  const quantities = new Map<string, DerivedQuantity>();
  for (const { name, of } of standard.quantities.values()) {
    const stated = of.map((each) => budget.inputs.get(each)).filter((value) => value?.kind === "quantity");
    const [first] = stated;
    if (first !== undefined && stated.length === of.length) quantities.set(name, { value: sum(stated.map(({ value }) => value)), measure: first.measure });
  }
  return quantities;
}
