import { didYouMean } from "../../base/suggest.ts";
import { DOCUMENT_WORDS } from "../../model/document-words.ts";
import type { FigureSpec } from "../../model/figure.ts";
import type { FormEachSpec, FormRowSpec } from "../../model/form.ts";
import { OWN_FIGURE } from "../../model/list.ts";
import type { Standard } from "../../model/standard.ts";
import { fieldNames } from "../../model/stated.ts";
import type { TextTemplate } from "../../model/template.ts";
import { branchNames, CHANGE_WORDS, helperArguments, LISTS, SOME_FLAGS } from "../../model/template-names.ts";
import type { Findings } from "../reader.ts";
import { itemsNamed, scopedTemplates } from "./scopes.ts";
import { checkTemplate, type TemplateNames } from "./template.ts";

/** Every name in every template and figure of a standard must be defined, taken branch or not. */
export function checkNames(standard: Standard, findings: Findings): void {
  const words = new Set<string>([...DOCUMENT_WORDS, ...standard.words.keys(), ...standard.constants.keys()]);
  const names: TemplateNames = { words, helpers: helperArguments(standard), branches: branchNames(standard) };
  for (const { template, words: more } of scopedTemplates(standard)) {
    checkTemplate(template, more.length === 0 ? names : scoped(names, more), findings);
  }
  const changeNames: TemplateNames = { ...names, words: new Set([...words, ...CHANGE_WORDS]) };
  for (const template of changeTemplates(standard)) checkTemplate(template, changeNames, findings);
  const labelNames: TemplateNames = { words, helpers: new Map(), branches: new Map() };
  for (const label of standard.labelled) checkTemplate(label, labelNames, findings);
  for (const figure of standard.figures.values()) checkFigure(figure, standard, findings);
  checkQuantities(standard, findings);
  checkLists(standard, findings);
  checkForms(standard, findings);
  checkTerms(standard, findings);
  checkRequired(standard, findings);
}

/** The names of a place where something more is known: its words, by which it may branch too. */
function scoped(names: TemplateNames, more: readonly string[]): TemplateNames {
  const some = new Set<string>(SOME_FLAGS);
  return { ...names, words: new Set([...names.words, ...more]), branches: new Map([...names.branches, ...more.map((word) => [word, some] as const)]) };
}

function changeTemplates(standard: Standard): Set<TextTemplate> {
  return new Set([...standard.phrases.changes.values()].flatMap((wording) => Object.values(wording)));
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

/** What the rows of a form repeat over must be a 明细 or a list, and its conditions fields of it. */
function checkForms(standard: Standard, findings: Findings): void {
  const visit = (row: FormRowSpec): void => {
    if (row.kind === "cells") return;
    for (const inner of row.rows) visit(inner);
    if (row.kind === "each") checkRepeated(row, standard, findings);
  };
  for (const form of standard.forms.values()) for (const row of form.rows) visit(row);
}

function checkRepeated(row: FormEachSpec, standard: Standard, findings: Findings): void {
  const items = itemsNamed(row.over, standard);
  if (items === undefined && !standard.lists.has(row.over)) {
    findings.error("unknown-name", `没有叫“${row.over}”的明细或名单`, row.span);
    return;
  }
  const fields = items === undefined ? [] : fieldNames(items);
  for (const field of row.where.keys()) {
    if (!fields.includes(field)) findings.error("unknown-name", `“${row.over}”没有“${field}”这一栏`, row.span, didYouMean(field, fields));
  }
}

function checkTerms(standard: Standard, findings: Findings): void {
  const known = [...branchNames(standard).keys()].filter((name) => name !== OWN_FIGURE);
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
