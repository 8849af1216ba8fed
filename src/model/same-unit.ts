import type { Budget, Unit } from "./budget.ts";

/**
 * The unit of another budget that a unit is: those that publish are the same, whatever they are called; others go by their name, else
 * by 单位编码.
 */
export function sameUnit(unit: Unit, of: Pick<Budget, "unit">, other: Pick<Budget, "unit" | "units">): Unit | undefined {
  if (unit === of.unit) return other.unit;
  const units = other.units.filter((each) => each !== other.unit);
  return units.find(({ name }) => name === unit.name) ?? units.find(({ code }) => code !== undefined && code === unit.code);
}
