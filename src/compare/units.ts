import type { Budget, Unit } from "../model/budget.ts";

/** One word for a unit in whichever of two budgets it stands: those that publish are the same, others go by 单位编码, else by name. */
export function unitKeys(before: Budget, after: Budget): (unit: Unit) => string {
  const keys = new Map<Unit, string>([
    [before.unit, ""],
    [after.unit, ""],
  ]);
  const others = after.units.filter((unit) => unit !== after.unit);
  for (const unit of others) keys.set(unit, unit.name);
  for (const unit of before.units.filter((each) => each !== before.unit)) {
    const coded = unit.code === undefined ? undefined : others.find(({ code }) => code === unit.code);
    keys.set(unit, coded?.name ?? unit.name);
  }
  return (unit) => keys.get(unit) ?? unit.name;
}
