import type { Budget, Unit } from "../model/budget.ts";
import { sameUnit } from "../model/same-unit.ts";

/** One word for a unit in whichever of two budgets it stands: nothing for those that publish, else the name that the second has. */
export function unitKeys(before: Budget, after: Budget): (unit: Unit) => string {
  const same = new Map(before.units.map((unit) => [unit, sameUnit(unit, before, after) ?? unit]));
  return (unit) => {
    const own = same.get(unit) ?? unit;
    return own === after.unit ? "" : own.name;
  };
}
