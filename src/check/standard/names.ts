import type { ContentSpec, Standard } from "../../model/standard.ts";
import type { TextTemplate } from "../../model/template.ts";
import { CHANGE_WORDS, DOCUMENT_WORDS, FIGURE_FLAGS, helperArguments, LISTS } from "../../model/template-names.ts";
import type { Findings } from "../reader.ts";
import { checkTemplate, type TemplateNames } from "./template.ts";

/** Every name in every template and figure of a standard must be defined, taken branch or not. */
export function checkNames(standard: Standard, findings: Findings): void {
  const words = new Set<string>([...DOCUMENT_WORDS, ...standard.words.keys(), ...standard.constants.keys()]);
  const names: TemplateNames = {
    words,
    helpers: helperArguments(standard),
    flags: new Set(FIGURE_FLAGS),
    figures: new Set([...standard.figures.keys(), ...amountInputs(standard), ...LISTS]),
  };
  for (const template of plainTemplates(standard)) checkTemplate(template, names, findings);
  const changeNames: TemplateNames = { ...names, words: new Set([...words, ...CHANGE_WORDS]) };
  for (const wording of standard.phrases.changes.values()) {
    for (const template of Object.values(wording)) checkTemplate(template, changeNames, findings);
  }
  checkFigures(standard, findings);
}

function amountInputs(standard: Standard): string[] {
  return [...standard.inputs.values()].filter(({ kind }) => kind === "amount").map(({ name }) => name);
}

/** Every template of a standard. */
export function templatesOf(standard: Standard): TextTemplate[] {
  return [...plainTemplates(standard), ...[...standard.phrases.changes.values()].flatMap((wording) => Object.values(wording))];
}

function* plainTemplates(standard: Standard): Generator<TextTemplate> {
  yield* standard.sentences.values();
  yield standard.document.title;
  for (const { text } of standard.document.cover) yield text;
  for (const { definition } of standard.terms) yield definition;
  for (const { text } of standard.phrases.defaultReasons) yield text;
  if (standard.phrases.unchanged) yield standard.phrases.unchanged;
  for (const table of standard.tables.values()) for (const { text } of table.notes) yield text;
  for (const part of standard.document.parts) yield* headingsOf(part);
}

function* headingsOf(content: ContentSpec): Generator<TextTemplate> {
  if (content.kind !== "section") return;
  yield content.heading;
  for (const inner of content.content) yield* headingsOf(inner);
}

function checkFigures(standard: Standard, findings: Findings): void {
  for (const figure of standard.figures.values()) {
    const named = [...figure.parts, ...(figure.kind === "sum" ? figure.of : [])];
    for (const name of named) {
      if (standard.figures.has(name) || standard.inputs.get(name)?.kind === "amount") continue;
      findings.error("unknown-figure", `“${figure.name}”里的“${name}”没有定义`, figure.span);
    }
  }
}
