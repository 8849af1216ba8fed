import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import type { VehiclesRule } from "../../model/accounts.ts";
import type { ExpenditureFact } from "../../model/budget.ts";
import type { StatedQuantity } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";
import { isUnder, quantityStated, spentFacts, totalOf } from "./money.ts";
import { shown } from "./shown.ts";

/** Vehicles against their money, both ways: running costs need a vehicle, a vehicle has running costs, and what is bought is paid for. */
export function reconcileVehicles({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.vehicles;
  if (rule === undefined) return [];
  const facts = spentFacts(budget);
  const owned = quantityStated(budget, rule.owned);
  const planned = quantityStated(budget, rule.planned);
  const bought = facts.filter((fact) => isUnder(fact, [...rule.buying, ...rule.others]));
  const running = facts.filter((fact) => isUnder(fact, rule.running));
  const more = bought.length > 0 || (planned !== undefined && !planned.value.isZero());
  return [...ofOwned(owned, running, more, rule), ...ofPlanned(planned, bought, rule)];
}

function ofOwned(owned: StatedQuantity | undefined, running: readonly ExpenditureFact[], more: boolean, rule: VehiclesRule): Diagnostic[] {
  if (owned === undefined) return [];
  if (owned.value.isZero() && running.length > 0 && !more) {
    const message = `“${rule.owned}”写的是 0${owned.measure}，却安排了公务用车运行维护费 ${shown(totalOf(running))}`;
    return [warning("vehicles-differ", message, owned.span, { hint: "核对车辆数；租用、借用车辆的，费用是不是应当列别的科目", related: places(running) })];
  }
  if (owned.value.isZero() || running.length > 0) return [];
  const message = `“${rule.owned}”有 ${owned.value.toFixed()}${owned.measure}，没有安排公务用车运行维护费；是不是漏了？`;
  return [note("vehicles-differ", message, owned.span, { hint: "补上运行维护费；费用由别的单位负担的，不用补" })];
}

function ofPlanned(planned: StatedQuantity | undefined, bought: readonly ExpenditureFact[], rule: VehiclesRule): Diagnostic[] {
  if (planned === undefined || planned.value.isZero() === (bought.length === 0)) return [];
  const official = bought.filter((fact) => isUnder(fact, rule.buying));
  if (!planned.value.isZero()) {
    const message = `“${rule.planned}”写的是 ${planned.value.toFixed()}${planned.measure}，没有安排购置车辆的钱`;
    return [warning("vehicles-differ", message, planned.span, { hint: "补上公务用车购置的支出，或者改正辆数" })];
  }
  if (official.length === 0) return [];
  const message = `“${rule.planned}”写的是 0${planned.measure}，却安排了公务用车购置 ${shown(totalOf(official))}`;
  return [warning("vehicles-differ", message, planned.span, { hint: "写明拟购置几辆，或者改正支出的科目", related: places(official) })];
}

function places(facts: readonly ExpenditureFact[]): { message: string; span: ExpenditureFact["span"] }[] {
  return facts.map(({ amount, span }) => ({ message: `这里写了 ${shown(amount)}`, span }));
}
