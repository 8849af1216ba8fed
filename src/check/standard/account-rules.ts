import { exact } from "../../base/money.ts";
import type { MapEntry, MapNode } from "../../base/node.ts";
import type * as model from "../../model/accounts.ts";
import { EXPENDITURE_NATURES, UNIT_NATURES } from "../../model/expenditure.ts";
import { asMap } from "../reader.ts";
import { AccountFields, type Given } from "./account-fields.ts";

function fieldsOfRule({ key, value }: MapEntry, required: readonly string[], optional: readonly string[], given: Given): AccountFields | undefined {
  const map = asMap(value, key.text, given.findings);
  return map && new AccountFields(map, required, optional, `“${key.text}”`, given);
}

export function readUnitNature(entry: MapEntry, given: Given): model.UnitNatureRule | undefined {
  const fields = fieldsOfRule(entry, ["units", "instead"], ["names", "codes", "severity"], given);
  return (
    fields && { ...fields.categories(), units: fields.oneOfEach("units", UNIT_NATURES), instead: fields.text("instead") ?? "", severity: fields.severity() }
  );
}

export function readNature(entry: MapEntry, given: Given): model.NatureRule | undefined {
  const fields = fieldsOfRule(entry, ["not", "instead"], ["names", "codes", "severity"], given);
  const not = fields?.word("not", EXPENDITURE_NATURES);
  return fields && not && { ...fields.categories(), not, instead: fields.text("instead") ?? "", severity: fields.severity() };
}

export function readPair(entry: MapEntry, given: Given): model.PairRule | undefined {
  const fields = fieldsOfRule(entry, ["of", "code", "with"], ["severity"], given);
  const of = fields?.word("of", ["功能科目", "经济科目"]);
  const [code] = fields?.codes("code") ?? [];
  return fields && of && code !== undefined ? { of, code, with: fields.codes("with"), severity: fields.severity() } : undefined;
}

export function readCompanion(entry: MapEntry, given: Given): model.CompanionRule | undefined {
  const fields = fieldsOfRule(entry, ["code", "from", "with"], [], given);
  const [code] = fields?.codes("code") ?? [];
  const from = fields?.amount("from");
  return fields && code !== undefined && from ? { code, from, with: fields.codes("with") } : undefined;
}

export function readComparison(entry: MapEntry, given: Given): model.ComparisonRule | undefined {
  const fields = fieldsOfRule(entry, ["figure", "beside", "within", "units"], [], given);
  return (
    fields && {
      figure: fields.named("figure", "figures"),
      beside: fields.named("beside", "figures"),
      within: exact(String(fields.count("within") ?? 0)),
      units: fields.oneOfEach("units", UNIT_NATURES),
    }
  );
}

/** A whole and the figures that it is the sum of. */
export function readSum({ key, value }: MapEntry, { names, findings }: Given): { readonly whole: string; readonly parts: readonly string[] } {
  const fields = new AccountFields({ kind: "map", entries: [{ key, value }], span: key.span }, [key.text], [], "sums", { names, findings });
  fields.known(key.text, "figures", key.span);
  return { whole: key.text, parts: fields.namesOf(key.text, "figures") };
}

export function readWages(map: MapNode, given: Given): model.WagesRule | undefined {
  const fields = new AccountFields(map, ["code", "people", "least", "most"], [], "wages", given);
  const [code] = fields.codes("code");
  const [least, most] = [fields.amount("least"), fields.amount("most")];
  return code !== undefined && least && most ? { code, people: fields.named("people", "inputs"), least, most } : undefined;
}

export function readVehicles(map: MapNode, given: Given): model.VehiclesRule {
  const fields = new AccountFields(map, ["owned", "planned", "running", "buying", "others"], [], "vehicles", given);
  return {
    owned: fields.named("owned", "inputs"),
    planned: fields.named("planned", "inputs"),
    running: fields.codes("running"),
    buying: fields.codes("buying"),
    others: fields.codes("others"),
  };
}

export function readPurchases(map: MapNode, given: Given): model.PurchasesRule {
  const fields = new AccountFields(map, ["planned", "codes", "assets"], [], "purchases", given);
  return { planned: fields.named("planned", "inputs"), codes: fields.codes("codes"), assets: fields.codes("assets") };
}

const PROCUREMENT = ["total", "planned", "notFrom", "details", "amount", "project", "class", "totals"];

export function readProcurement(map: MapNode, given: Given): model.ProcurementRule {
  const fields = new AccountFields(map, PROCUREMENT, [], "procurement", given);
  const details = fields.named("details", "inputs");
  const totals = fields.pairs("totals");
  for (const name of totals.values()) fields.known(name, "inputs");
  return {
    total: fields.named("total", "figures"),
    planned: fields.named("planned", "inputs"),
    notFrom: fields.codes("notFrom"),
    details,
    amount: fields.fieldOf(details, "amount"),
    project: fields.fieldOf(details, "project"),
    class: fields.fieldOf(details, "class"),
    totals,
  };
}

export function readSubordinates(map: MapNode, given: Given): model.SubordinatesRule {
  const fields = new AccountFields(map, ["budget", "department", "counts", "none"], [], "subordinates", given);
  return {
    budget: fields.named("budget", "inputs"),
    department: fields.named("department", "inputs"),
    counts: fields.counted("counts"),
    none: fields.words("none") ?? [],
  };
}

const PROJECT = ["totalBudget", "firstYear", "lastYear", "lasting", "once", "sources", "goalsFrom"];

export function readProject(map: MapNode, given: Given): model.ProjectRule | undefined {
  const fields = new AccountFields(map, PROJECT, [], "project", given);
  const goalsFrom = fields.amount("goalsFrom");
  const lasting = fields.wordsByKey("lasting");
  const once = fields.wordsByKey("once");
  for (const key of [...lasting.keys(), ...once.keys()]) fields.known(key, "projectInputs");
  return (
    goalsFrom && {
      totalBudget: fields.named("totalBudget", "projectInputs"),
      firstYear: fields.named("firstYear", "projectInputs"),
      lastYear: fields.named("lastYear", "projectInputs"),
      lasting,
      once,
      sources: fields.namesOf("sources", "projectInputs"),
      goalsFrom,
    }
  );
}
