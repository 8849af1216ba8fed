import type { MapEntry, MapNode, Node } from "../../base/node.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { Accounts } from "../../model/accounts.ts";
import { asMap, type Findings, fieldsOf } from "../reader.ts";
import type { AccountNames, Given } from "./account-fields.ts";
import * as read from "./account-rules.ts";
import { wordsOf } from "./values.ts";

/** Sections whose entries are rules by name. */
const RULES = ["unit-natures", "natures", "pairs", "companions", "comparisons", "sums"];
/** Sections that are lists of words. */
const LISTS = ["wholes", "funds"];
/** Sections that are one rule each. */
const SINGLES = ["wages", "vehicles", "purchases", "procurement", "subordinates", "project"];

/** Reads accounts.yaml: the common one, and the standard's own, whose rules add to it and replace those of the same name. */
export function readAccounts(nodes: readonly Node[], names: AccountNames, findings: Findings): Accounts {
  const sections = merged(nodes, findings);
  const rules = <Rule>(section: string, reader: (entry: MapEntry, given: Given) => Rule | undefined): Rule[] =>
    (sections.get(section)?.entries ?? []).flatMap((entry) => reader(entry, { names, findings }) ?? []);
  const single = <Rule>(section: string, reader: (map: MapNode, given: Given) => Rule | undefined): Rule | undefined => {
    const map = sections.get(section);
    return map && reader(map, { names, findings });
  };
  return {
    unitNatures: rules("unit-natures", read.readUnitNature),
    natures: rules("natures", read.readNature),
    pairs: rules("pairs", read.readPair),
    companions: rules("companions", read.readCompanion),
    comparisons: rules("comparisons", read.readComparison),
    sums: new Map(rules("sums", read.readSum).map(({ whole, parts }) => [whole, parts])),
    wholes: readWholes(nodes, names, findings),
    funds: listed(nodes, "funds").flatMap((node) => wordsOf(node, "funds", findings)),
    ...defined({
      wages: single("wages", read.readWages),
      vehicles: single("vehicles", read.readVehicles),
      purchases: single("purchases", read.readPurchases),
      procurement: single("procurement", read.readProcurement),
      subordinates: single("subordinates", read.readSubordinates),
      project: single("project", read.readProject),
    }),
  };
}

/** A map without the keys that have no value. */
function defined<Values extends object>(values: Values): { readonly [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof Values]?: NonNullable<Values[Key]> };
}

/** Every section with the entries of all files, of one name those of the last. */
function merged(nodes: readonly Node[], findings: Findings): ReadonlyMap<string, MapNode> {
  const sections = new Map<string, MapNode>();
  for (const node of nodes) {
    const map = asMap(node, "accounts.yaml", findings);
    const known = map && fieldsOf(map, { required: [], optional: [...RULES, ...SINGLES, ...LISTS] }, "accounts.yaml", findings);
    for (const [section, { value }] of known ?? []) {
      const own = LISTS.includes(section) ? undefined : asMap(value, section, findings);
      if (own === undefined) continue;
      const before = sections.get(section);
      sections.set(section, before === undefined ? own : { ...own, entries: replaced(before.entries, own.entries) });
    }
  }
  return sections;
}

function replaced(before: readonly MapEntry[], own: readonly MapEntry[]): MapEntry[] {
  return [...new Map([...before, ...own].map((entry) => [entry.key.text, entry])).values()];
}

/** A list of every file that has it. */
function listed(nodes: readonly Node[], section: string): Node[] {
  const entries = nodes.flatMap((node) => (node.kind === "map" ? node.entries : []));
  return entries.flatMap(({ key, value }) => (key.text === section ? [value] : []));
}

function readWholes(nodes: readonly Node[], { figures }: AccountNames, findings: Findings): string[] {
  return listed(nodes, "wholes").flatMap((node) =>
    wordsOf(node, "wholes", findings).filter((name) => {
      if (figures.has(name)) return true;
      findings.error("unknown-figure", `“wholes”里的“${name}”没有对应的数`, node.span, didYouMean(name, figures.keys()));
      return false;
    }),
  );
}
