import type { Node } from "../../base/node.ts";
import { CATEGORY_LEVELS } from "../../model/classification.ts";
import type { CategoryAxis, Definitions, TermSpec } from "../../model/standard.ts";
import type { TextTemplate } from "../../model/template.ts";
import { asList, asMap, type Findings } from "../reader.ts";
import { Fields, templateOf } from "./values.ts";

const AXES: readonly CategoryAxis[] = ["功能科目", "经济科目"];

/** Reads terms.yaml: the 名词解释 in order, fixed ones and those that the printed 科目 choose. */
export function readTerms(node: Node | undefined, findings: Findings): TermSpec[] {
  const list = node && asList(node, "terms.yaml", findings);
  return (list?.items ?? []).flatMap((item): TermSpec[] => {
    const map = asMap(item, "terms.yaml", findings);
    if (map === undefined) return [];
    if (map.entries.some(({ key }) => key.text === "axis")) return readAxisTerm(new Fields(map, ["axis", "level"], ["term"], "terms.yaml", findings));
    const fields = new Fields(map, ["term", "definition"], ["when"], "terms.yaml", findings);
    const term = fields.text("term");
    const definition = fields.template("definition");
    const when = fields.text("when");
    return term !== undefined && definition ? [{ kind: "fixed", term, definition, ...(when !== undefined && { when }) }] : [];
  });
}

function readAxisTerm(fields: Fields): TermSpec[] {
  const axis = fields.word("axis", AXES);
  const level = fields.word("level", CATEGORY_LEVELS);
  const term = fields.template("term");
  return axis && level ? [{ kind: "axis", axis, level, ...(term && { term }), span: fields.place }] : [];
}

/** Reads definitions.yaml: what each 科目 means, by name or by code. */
export function readDefinitions(node: Node | undefined, findings: Findings): Definitions {
  const map = node && asMap(node, "definitions.yaml", findings);
  const fields = map && new Fields(map, [], AXES, "definitions.yaml", findings);
  const of = (axis: CategoryAxis): ReadonlyMap<string, TextTemplate> =>
    new Map(
      (fields?.entries(axis) ?? []).flatMap(({ key, value }) => {
        const template = templateOf(value, key.text, findings);
        return template ? [[key.text, template] as const] : [];
      }),
    );
  return { 功能科目: of("功能科目"), 经济科目: of("经济科目") };
}
