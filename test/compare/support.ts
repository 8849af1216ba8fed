import { join } from "node:path";
import { compareBudgets } from "../../src/compare/compare.ts";
import type { Compared, Difference } from "../../src/model/difference.ts";
import { compiled } from "../support/compile.ts";

/** A file of this folder. */
export function file(name: string): string {
  return join(import.meta.dirname, name);
}

const known = new Map<string, Compared>();

export function compared(name: string): Compared {
  const value = known.get(name) ?? compiled(file(name));
  known.set(name, value);
  return value;
}

export function difference(before: string, after: string): Difference {
  return compareBudgets(compared(before), compared(after));
}
