import { LISTS } from "../model/template-names.ts";
import { countOf, isSome } from "./context.ts";
import { usualSetting } from "./setting.ts";
import type { Sources } from "./sources.ts";

/** Whether a figure displays as something other than 0, a list has members, or an input is given. */
export function contains(name: string, sources: Sources): boolean {
  const { standard, budget, derived } = sources;
  const setting = usualSetting(standard);
  if (standard.lists.has(name) || LISTS.some((list) => list === name)) return countOf(name, setting, sources) > 0;
  return derived.figures.has(name) ? isSome(name, setting, sources) : budget.inputs.has(name);
}
