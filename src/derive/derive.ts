import type { Diagnostic } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Budget } from "../model/budget.ts";
import type { Classification } from "../model/classification.ts";
import type { Derived } from "../model/derived.ts";
import type { Change } from "../model/figure.ts";
import type { Standard } from "../model/standard.ts";
import type { Table } from "../model/table.ts";
import { deriveChange } from "./change.ts";
import { deriveFigures } from "./figures.ts";
import { lastYearAmounts } from "./last-year.ts";
import { textPrinter } from "./print.ts";
import { deriveTable } from "./table/table.ts";

/** Derives all figures, changes and tables of a budget under a standard. */
export function derive(budget: Budget, standard: Standard, classification: Classification): Outcome<Derived> {
  const diagnostics: Diagnostic[] = [];
  const figures = deriveFigures(budget, standard);
  const changes = new Map<string, Change>();
  const lastYear = lastYearAmounts(budget, figures);
  for (const [name, figure] of figures) {
    const base = lastYear.get(name);
    if (base) changes.set(name, deriveChange(figure.amount, base, standard.formats.sentence, standard.formats.percentage.decimals));
  }
  const print = textPrinter({ budget, standard, figures, changes });
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const context = {
    budget,
    classification,
    ordinal: standard.ordinals.row,
    printText: (text: Parameters<typeof print>[0], facts: Parameters<typeof print>[1]) => print(text, facts, report),
  };
  const tables = new Map<string, Table>();
  const homeless = new Set<number>();
  for (const [key, spec] of standard.tables) {
    const { value, diagnostics: found } = deriveTable(spec, context);
    // Money that has no place in one table has none in its sisters either.
    diagnostics.push(...found.filter(({ span }) => !homeless.has(span?.start ?? -1)));
    for (const { span } of found) homeless.add(span?.start ?? -1);
    if (value) tables.set(key, value);
  }
  return { value: { figures, changes, tables, print }, diagnostics };
}
