import { didYouMean } from "../../base/suggest.ts";
import { CORRECTION_WORDS } from "../../model/correction.ts";
import { DOCUMENT_WORDS } from "../../model/document-words.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { FormEachSpec, FormRowSpec } from "../../model/form.ts";
import { type ContentSpec, DRAFT_WORDS, type SectionSpecification, type Standard } from "../../model/standard.ts";
import { fieldNames } from "../../model/stated.ts";
import type { TextTemplate } from "../../model/template.ts";
import { branchNames, CHANGE_WORDS, helperArguments, LISTS, SOME_FLAGS } from "../../model/template-names.ts";
import type { Findings } from "../reader.ts";
import { contentsOf, itemsNamed, memberPlace, type PlaceOfTemplate, scopedTemplates } from "./scopes.ts";
import { checkTemplate, type TemplateNames } from "./template.ts";

/** Every name in every template and figure of a standard must be defined, taken branch or not. */
export function checkNames(standard: Standard, findings: Findings): void {
  const words = new Set<string>([...DOCUMENT_WORDS, ...standard.words.keys(), ...standard.constants.keys()]);
  const names: TemplateNames = { words, helpers: helperArguments(standard, {}), branches: branchNames(standard, false) };
  for (const { template, place } of scopedTemplates(standard)) {
    checkTemplate(template, place.words.length === 0 ? names : namesAt(place, words, standard), findings);
  }
  const changeNames: TemplateNames = { ...names, words: new Set([...words, ...CHANGE_WORDS]) };
  for (const template of changeTemplates(standard)) checkTemplate(template, changeNames, findings);
  const draftNames: TemplateNames = { words: new Set(DRAFT_WORDS), helpers: new Map(), branches: new Map() };
  for (const template of Object.values(standard.phrases.drafts.words)) checkTemplate(template, draftNames, findings);
  const labelNames: TemplateNames = { words, helpers: new Map(), branches: new Map() };
  for (const label of standard.labelled) checkTemplate(label, labelNames, findings);
  const correctionNames: TemplateNames = { ...labelNames, words: new Set([...words, ...CORRECTION_WORDS]) };
  for (const phrase of Object.values(standard.correction)) checkTemplate(phrase, correctionNames, findings);
  for (const figure of standard.figures.values()) checkFigure(figure, standard, findings);
  checkFigureCircles(standard, findings);
  checkTotals(standard, findings);
  checkQuantities(standard, findings);
  checkLists(standard, findings);
  checkForms(standard, findings);
  checkSections(standard, findings);
  checkGroupedItems(standard, findings);
  checkTerms(standard, findings);
  checkRequired(standard, findings);
}

/** The names of a place where something more is known: its words, by which it may branch too, and its money. */
function namesAt(place: PlaceOfTemplate, words: ReadonlySet<string>, standard: Standard): TemplateNames {
  const some = new Set<string>(SOME_FLAGS);
  return {
    words: new Set([...words, ...place.words]),
    helpers: helperArguments(standard, place),
    branches: new Map([...branchNames(standard, place.member), ...place.words.map((word) => [word, some] as const)]),
  };
}

function changeTemplates(standard: Standard): Set<TextTemplate> {
  const { changes, adjusted } = standard.phrases;
  const templates = [...[...changes.values()].flatMap((wording) => Object.values(wording)), adjusted];
  return new Set(templates.filter((template) => template !== undefined));
}

/** Every template of a standard, once. */
export function templatesOf(standard: Standard): TextTemplate[] {
  return [...new Set([...scopedTemplates(standard).map(({ template }) => template), ...changeTemplates(standard)])];
}

function checkFigure(figure: FigureSpec, standard: Standard, findings: Findings): void {
  const named = [...figure.parts, ...(figure.kind === "sum" ? figure.of : [])];
  for (const name of named) {
    if (standard.figures.has(name) || standard.inputs.get(name)?.kind === "amount") continue;
    findings.error("unknown-figure", `“${figure.name}”里的“${name}”没有定义`, figure.span);
  }
  if (figure.kind !== "items") return;
  const items = standard.inputs.get(figure.items)?.items;
  if (items === undefined) {
    findings.error("unknown-name", `“${figure.name}”要汇总的明细“${figure.items}”没有定义`, figure.span);
    return;
  }
  for (const field of [figure.field, ...figure.where.keys()]) {
    if (!fieldNames(items).includes(field))
      findings.error("unknown-name", `明细“${figure.items}”没有“${field}”这一栏`, figure.span, didYouMean(field, fieldNames(items)));
  }
}

/** A figure that is made of itself, or is its own part, has no amount. */
function checkFigureCircles({ figures }: Standard, findings: Findings): void {
  const membersOf = (name: string): readonly string[] => {
    const figure = figures.get(name);
    return [...(figure?.parts ?? []), ...(figure?.kind === "sum" ? figure.of : [])];
  };
  const leadsTo = (target: string, from: string, seen: Set<string>): boolean =>
    membersOf(from).some((name) => name === target || (!seen.has(name) && leadsTo(target, name, seen.add(name))));
  for (const { name, span } of figures.values()) {
    if (leadsTo(name, name, new Set())) findings.error("figure-circle", `“${name}”绕了一圈，成了自己的一部分`, span, "改它的 sum 或 parts");
  }
}

/** A total sums sections of its own side. */
function checkTotals(standard: Standard, findings: Findings): void {
  for (const { sides, span } of standard.tables.values()) {
    for (const { sections } of sides) {
      const names = sections.map(({ name }) => name);
      const wanted = sections.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "total" ? row.of : [])));
      for (const name of wanted)
        if (!names.includes(name))
          findings.error("unknown-name", `合计的 of：没有叫“${name}”的一节`, span, didYouMean(name, names) ?? `写这一边的节名：${names.join("、")}`);
    }
  }
}

function checkQuantities(standard: Standard, findings: Findings): void {
  for (const { name, of, span } of standard.quantities.values()) {
    for (const each of of) {
      if (standard.inputs.get(each)?.kind !== "quantity") findings.error("unknown-name", `“${name}”里的“${each}”不是数量`, span);
    }
  }
}

function checkLists(standard: Standard, findings: Findings): void {
  for (const { name, figures, span } of standard.lists.values()) {
    if (standard.figures.has(name) || standard.inputs.has(name)) findings.error("duplicate-name", `“${name}”既是名单又是数`, span, "给名单换一个名称");
    for (const figure of figures?.keys() ?? []) {
      if (!standard.figures.has(figure) && standard.inputs.get(figure)?.kind !== "amount")
        findings.error("unknown-figure", `名单“${name}”里的“${figure}”没有定义`, span, didYouMean(figure, standard.figures.keys()));
    }
  }
}

/** What the rows of a form repeat over must be a 明细 or a list that is known there, and its conditions fields of it. */
function checkForms(standard: Standard, findings: Findings): void {
  for (const content of placedForms(standard.document.parts, false, standard)) {
    const form = standard.forms.get(content.key);
    for (const row of form?.rows ?? []) checkRow(row, content.project, standard, findings);
  }
}

interface PlacedForm {
  readonly key: string;
  readonly project: boolean;
}

function placedForms(contents: readonly ContentSpec[], project: boolean, standard: Standard): PlacedForm[] {
  return contents.flatMap((content): PlacedForm[] => {
    if (content.kind !== "section" && content.kind !== "form") return [];
    const here = content.each === undefined ? project : memberPlace(content.each, standard).project;
    return content.kind === "section" ? placedForms(content.content, here, standard) : [{ key: content.key, project: here }];
  });
}

function checkRow(row: FormRowSpec, project: boolean, standard: Standard, findings: Findings): void {
  if (row.kind === "cells") return;
  const inner = row.kind === "each" && standard.lists.has(row.over) ? memberPlace(row.over, standard).project : project;
  for (const each of row.rows) checkRow(each, inner, standard, findings);
  if (row.kind === "each") checkRepeated(row, project, standard, findings);
}

function checkRepeated(row: FormEachSpec, project: boolean, standard: Standard, findings: Findings): void {
  const items = itemsNamed(row.over, standard);
  if (items === undefined && !standard.lists.has(row.over)) {
    findings.error("unknown-name", `没有叫“${row.over}”的明细或名单`, row.span);
    return;
  }
  if (standard.projectInputs.has(row.over) && !project) {
    findings.error(
      "unknown-name",
      `“${row.over}”是各个项目的明细，这里没有项目`,
      row.span,
      "在 document.yaml 里给这个表单写上“each: 项目的名单”，或者在外面套一层 each",
    );
  }
  const fields = items === undefined ? [] : fieldNames(items);
  for (const field of row.where.keys()) {
    if (!fields.includes(field)) findings.error("unknown-name", `“${row.over}”没有“${field}”这一栏`, row.span, didYouMean(field, fields));
  }
}

/** Tables are derived of the whole document: inside a section that repeats, each member would print them all again. */
function refuseRepeatedTables(section: SectionSpecification, findings: Findings): void {
  if (section.each === undefined) return;
  for (const content of contentsOf(section.content)) {
    if (content.kind === "table")
      findings.error(
        "wrong-shape",
        `按“${section.each}”重复的一节里不能放表“${content.key}”`,
        content.span,
        "表是全文的表，放到这一节外面；每一项要列的数用表单",
      );
  }
}

/** Items are grouped by a field that they have. */
function checkGroupedItems(standard: Standard, findings: Findings): void {
  for (const { items: name, sides, span } of standard.tables.values()) {
    const items = name === undefined ? undefined : standard.inputs.get(name)?.items;
    const rows = sides.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
    for (const row of rows) {
      if (row.kind !== "items" || row.by === undefined || items === undefined || fieldNames(items).includes(row.by)) continue;
      findings.error("unknown-name", `明细“${name}”没有“${row.by}”这一栏`, span, didYouMean(row.by, fieldNames(items)));
    }
  }
}

/** What a section asks for in its `when` must be a name that can be there or not. */
function checkSections(standard: Standard, findings: Findings): void {
  const known = [...branchNames(standard, false).keys()];
  for (const content of contentsOf(standard.document.parts)) {
    if (content.kind !== "section") continue;
    refuseRepeatedTables(content, findings);
    if (content.when === undefined || known.includes(content.when)) continue;
    findings.error("unknown-name", `when：没有叫“${content.when}”的数、名单或事实`, content.heading.span, didYouMean(content.when, known));
  }
}

function checkTerms(standard: Standard, findings: Findings): void {
  const known = [...branchNames(standard, false).keys()];
  for (const term of standard.terms) {
    if (term.kind !== "fixed" || term.when === undefined || known.includes(term.when) || LISTS.includes(term.when as (typeof LISTS)[number])) continue;
    findings.error("unknown-name", `名词“${term.term}”的 when：没有叫“${term.when}”的数、名单或事实`, term.definition.span, didYouMean(term.when, known));
  }
}

function checkRequired(standard: Standard, findings: Findings): void {
  const known = [
    "单位/简称",
    "单位/编码",
    "项目支出/绩效目标",
    "项目支出/项目编码",
    "项目支出/项目类别",
    ...standard.inputs.keys(),
    ...[...standard.projectInputs.keys()].map((name) => `项目支出/${name}`),
  ];
  for (const { name, span } of standard.required) {
    if (!known.includes(name)) findings.error("unknown-name", `required 里的“${name}”没有在 inputs.yaml 里声明`, span, didYouMean(name, known));
  }
}
