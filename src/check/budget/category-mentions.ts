import { warning } from "../../base/diagnostic.ts";
import { entryOf, type MapNode, type Node, type ScalarNode } from "../../base/node.ts";
import { nearest } from "../../base/suggest.ts";
import { axisOf, type Classification, comparable, levelOf, sameName } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { FieldSpec, InputSpec } from "../../model/stated.ts";
import type { Findings } from "../reader.ts";
import { partsOf } from "./category.ts";
import { checkMention } from "./category-mention.ts";
import { checkCategoryName } from "./category-name.ts";

/** 科目 that are named beside the money: in texts by 科目, in the fields of a 明细 and in 名词解释; gives the codes of terms that were refused. */
export function checkMentions(root: MapNode, standard: Standard, classification: Classification, findings: Findings): ReadonlySet<string> {
  const checker = new MentionChecker(classification, findings);
  for (const spec of standard.inputs.values()) {
    const section = entryOf(root, spec.section)?.value;
    checker.checkInput(spec.key === spec.section ? section : entryOf(section, spec.key)?.value, spec);
  }
  for (const project of projectsIn(root)) {
    for (const spec of standard.projectInputs.values()) checker.checkInput(entryOf(project, spec.key)?.value, spec);
  }
  const terms = entryOf(root, "名词解释")?.value;
  const keys = terms?.kind === "map" ? terms.entries.map(({ key }) => key) : [];
  return new Set(keys.filter((key) => !checker.checkTerm(key)).map(({ text }) => partsOf(text).code));
}

function projectsIn(root: MapNode): readonly Node[] {
  const units = entryOf(root, "下属单位")?.value;
  return [root, ...(units?.kind === "list" ? units.items : [])].flatMap((unit) => {
    const projects = entryOf(unit, "项目支出")?.value;
    return projects?.kind === "list" ? projects.items : [];
  });
}

class MentionChecker {
  private readonly classification: Classification;
  private readonly findings: Findings;

  constructor(classification: Classification, findings: Findings) {
    this.classification = classification;
    this.findings = findings;
  }

  checkInput(node: Node | undefined, { kind, level = "类", items }: InputSpec): void {
    if (kind === "texts" && node?.kind === "map") for (const { key } of node.entries) this.checkTextKey(key, level);
    for (const field of items?.fields ?? []) if (node !== undefined && isCategoryField(field)) this.checkField(node, field);
  }

  /** The reader of the text has already told of a wrong level. */
  private checkTextKey(key: ScalarNode, level: NonNullable<InputSpec["level"]>): void {
    if (levelOf(partsOf(key.text).code) === level) checkMention(key, { level, lastYear: true }, this.classification, this.findings);
  }

  /** A term may be a 科目 of either classification, or any word that begins with a number. */
  checkTerm(key: ScalarNode): boolean {
    if (!/^\d{3}(?:\d\d){0,2}(?:\s|$)/.test(key.text.trim())) return true;
    const before = this.findings.diagnostics.length;
    if (axisOf(key.text.trim()) === "经济科目") this.checkEconomic(key);
    else if (axisOf(key.text.trim()) === "功能科目") checkMention(key, { lastYear: true }, this.classification, this.findings);
    return this.findings.diagnostics.length === before;
  }

  private checkEconomic(key: ScalarNode): void {
    const { code, name } = partsOf(key.text);
    const known = this.classification.economic.get(code);
    if (known === undefined) this.findings.error("unknown-category", `没有经济科目“${code}”`, key.span, "写经济科目的编码，后面可以跟名称；或者只写名称");
    else if (name !== "" && !sameName(name, known.name)) checkCategoryName(key, known, name, this.classification, this.findings);
  }

  private checkField(node: Node, field: FieldSpec): void {
    if (node.kind === "list") for (const item of node.items) this.checkField(item, field);
    if (node.kind !== "map") return;
    for (const { key, value } of node.entries) {
      if (key.text === field.name && value.kind === "scalar") this.checkWords(value, field.refersTo === "经济科目");
      else this.checkField(value, field);
    }
  }

  private checkWords(value: ScalarNode, economic: boolean): void {
    const { code } = partsOf(value.text);
    if (code === "") this.checkName(value, economic);
    else if (economic) this.checkEconomic(value);
    else checkMention(value, {}, this.classification, this.findings);
  }

  /** Words that are almost the name of a 科目, or its old one. */
  private checkName(value: ScalarNode, economic: boolean): void {
    const { economic: all, functional, renames } = this.classification;
    const categories = economic ? all : functional;
    const names = new Set([...categories.keys()].map((code) => categories.get(code)?.name ?? ""));
    const text = comparable(value.text);
    if (text === "" || names.has(text)) return;
    const rename = economic ? undefined : renames.find(({ old, name }) => name !== undefined && names.has(name) && sameName(old, text));
    const meant = rename?.name ?? nearest(text, names);
    if (meant === undefined) return;
    const message = rename === undefined ? `没有叫“${value.text}”的${economic ? "经济" : "功能"}科目` : `“${value.text}”是旧名，现在是“${meant}”`;
    this.findings.diagnostics.push(warning("category-name", message, value.span, { hint: `是不是想写“${meant}”？` }));
  }
}

function isCategoryField({ refersTo }: FieldSpec): boolean {
  return refersTo === "功能科目" || refersTo === "经济科目";
}
