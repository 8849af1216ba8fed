import type { ExpenditureFact } from "../model/budget.ts";
import type { ListMember } from "../model/list.ts";
import { formatNamed, type Standard, type WordFormat } from "../model/standard.ts";
import type { Item, ItemsSpec } from "../model/stated.ts";

/** Where a template stands: the format in force, and what it is about where it is repeated. */
export interface Setting {
  readonly format: WordFormat;
  /** Whether a stated text stands whole, as in a cell, rather than inside a sentence. */
  readonly whole?: boolean;
  /** The heading under which it stands, for findings on it. */
  readonly heading?: string;
  readonly scope?: Scope;
}

/** What a repeated paragraph, form or list item is about. */
export interface Scope {
  /** Absent in a form of the whole document. */
  readonly member?: ListMember;
  /** Its place in its list, from 1. */
  readonly number: number;
  /** The list of which one item is being printed. */
  readonly list?: string;
  /** The item of a 明细 at hand, inside a form; its words stand before those of the member. */
  readonly item?: Item;
  readonly items?: ItemsSpec;
  readonly itemNumber?: number;
}

export function usualSetting({ formats }: Standard): Setting {
  return { format: formatNamed(formats) };
}

/** The facts on which figures are evaluated in a setting; nothing where they are the whole document's. */
export function factsIn({ scope }: Setting): readonly ExpenditureFact[] | undefined {
  return scope?.member?.facts;
}
