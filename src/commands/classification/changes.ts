import type { ListedCategory } from "../../model/category-list.ts";
import { axisOf, type Classification } from "../../model/classification.ts";

/** A 科目 that differs between two lists. */
export interface Changed {
  readonly code: string;
  readonly name: string;
  /** Its name before; only of what got another one. */
  readonly before?: string;
}

export interface Changes {
  readonly same: number;
  readonly added: readonly Changed[];
  readonly ended: readonly Changed[];
  readonly renamed: readonly Changed[];
}

/** Code → name. */
export type Names = ReadonlyMap<string, string>;

export function namesOf({ functional, economic }: Classification): Names {
  const entries = [functional, economic].flatMap((categories) => [...categories.keys()].map((code) => [code, categories.get(code)?.name ?? ""] as const));
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How one list became another. */
export function changesBetween(before: Names, after: Names): Changes {
  const listed = (codes: Names, others: Names): Changed[] => [...codes].flatMap(([code, name]) => (others.has(code) ? [] : [{ code, name }]));
  const kept = [...after].filter(([code]) => before.has(code));
  const renamed = kept.flatMap(([code, name]) => (before.get(code) === name ? [] : [{ code, name, before: before.get(code) ?? "" }]));
  return { same: kept.length - renamed.length, added: listed(after, before), ended: listed(before, after), renamed };
}

/** What an official list changes of the package's: only of the budgets and classifications that it covers. */
export function changesOfList(categories: readonly ListedCategory[], own: Classification): Changes {
  const kinds = new Set(categories.map(({ kind }) => kind));
  const kindOf = (code: string): string => (axisOf(code) === "经济科目" ? own.economic : own.functional).get(code)?.kind ?? "";
  const known = new Map([...namesOf(own)].filter(([code]) => kinds.has(kindOf(code))));
  return changesBetween(known, new Map(categories.map(({ code, name }) => [code, name])));
}
