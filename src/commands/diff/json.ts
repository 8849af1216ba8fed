import { type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import type { Money } from "../../base/money.ts";
import { type Difference, type FactChange, type FigureChange, type Head, isSame, type ShownAmount } from "../../model/difference.ts";
import { findingJson } from "../finding-json.ts";

/** Raised only when a key changes its meaning or goes; keys may be added. */
const SHAPE_VERSION = 1;

interface Paths {
  readonly before: string;
  readonly after: string;
}

/**
 * A comparison for a program; docs/budget-file.zh-CN.md documents its shape. Every key is always there, amounts are 元 as
 * words with two decimals, and what is not there is null.
 */
export function comparisonJson(difference: Difference, { before, after }: Paths): object {
  const { unlike, head, projects, facts, inputs, figures, tables, passages } = difference;
  return {
    version: SHAPE_VERSION,
    same: isSame(difference),
    before: headJson(before, difference.before),
    after: headJson(after, difference.after),
    unlike,
    head: head.map(({ project: _project, ...each }) => filled(each)),
    projects: projects.map(({ change, code, before: old, after: now, amounts }) => ({
      change,
      code: code ?? null,
      before: old ?? null,
      after: now ?? null,
      amounts: { before: yuan(amounts.before), after: yuan(amounts.after) },
    })),
    facts: facts.map(factJson),
    inputs: inputs.map((each) => ({ ...filled(each), project: each.project ?? null })),
    figures: figures.map(figureJson),
    tables: tables.map(({ cells, ...table }) => ({ ...table, cells: cells.map(filled) })),
    passages: passages.map(filled),
    findings: [],
  };
}

/** Both files where one has errors: nothing was compared. */
export function failureJson({ before, after }: Paths, diagnostics: readonly { readonly path: string; readonly found: readonly Diagnostic[] }[]): object {
  const failed = diagnostics.filter(({ found }) => hasErrors(found));
  return {
    version: SHAPE_VERSION,
    same: null,
    before: { file: before },
    after: { file: after },
    findings: failed.flatMap(({ path, found }) => found.map((each) => findingJson(each, path))),
  };
}

function headJson(file: string, { unit, year, kind, standard, total }: Head): object {
  return { file, unit, year, kind, standard, total: yuan(total) };
}

/** What may be missing as null. */
function filled<Entry extends { readonly before?: string; readonly after?: string }>(entry: Entry): object {
  return { ...entry, before: entry.before ?? null, after: entry.after ?? null };
}

function factJson({ before, after, difference, economic, functionalBefore, economicBefore, project, ...fact }: FactChange): object {
  const codes = { economic: economic ?? null, functionalBefore: functionalBefore ?? null, economicBefore: economicBefore ?? null };
  return { ...fact, ...codes, project: project ?? null, before: yuanOrNull(before), after: yuanOrNull(after), difference: yuan(difference) };
}

function figureJson({ change, name, before, after, difference, shownDifference }: FigureChange): object {
  const amount = (shown: ShownAmount | undefined): object | null => (shown === undefined ? null : { exact: yuan(shown.exact), shown: shown.shown });
  return { change, name, before: amount(before), after: amount(after), difference: { exact: yuan(difference), shown: shownDifference } };
}

function yuan(amount: Money): string {
  return amount.toFixed(2);
}

function yuanOrNull(amount: Money | undefined): string | null {
  return amount === undefined ? null : yuan(amount);
}
