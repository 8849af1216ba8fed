import type { Standard } from "../../model/standard.ts";
import { splitAspect } from "../../model/text.ts";
import type { KnownNames } from "../text.ts";

/** The names that an officer's text may use with a standard. */
export function figureNames(standard: Standard, extra: readonly string[] = []): KnownNames {
  const names = new Set<string>([...extra, ...standard.figures.keys()]);
  for (const input of standard.inputs.values()) if (input.kind === "amount" || input.kind === "quantity") names.add(input.name);
  const isFigure = (name: string): boolean => standard.figures.has(name);
  return { has: (name) => names.has(name) || splitAspect(name, isFigure).aspect !== undefined, all: () => names };
}
