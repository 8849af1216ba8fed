import type { FormRowSpec } from "../../model/form.ts";
import { MEMBER_WORDS, PROJECT_WORDS } from "../../model/list.ts";
import type { ContentSpec, RepeatedContent, Standard } from "../../model/standard.ts";
import { fieldNames, type ItemsSpec } from "../../model/stated.ts";
import type { TextTemplate } from "../../model/template.ts";

/** A template with the words that it may use where it stands, beside those of the document. */
export interface ScopedTemplate {
  readonly template: TextTemplate;
  readonly words: readonly string[];
}

/** Every template of a standard but the phrases of change, each where it stands: a sentence as often as the document uses it. */
export function scopedTemplates(standard: Standard): ScopedTemplate[] {
  const fixed = fixedTemplates(standard).map((template): ScopedTemplate => ({ template, words: [] }));
  return [...fixed, ...repeatedTemplates(standard), ...listItems(standard)];
}

function fixedTemplates(standard: Standard): TextTemplate[] {
  const { document, phrases, terms, definitions } = standard;
  const contents = contentsOf(document.parts);
  const noted = [...standard.tables.values(), ...standard.forms.values()];
  const placed = new Set(contents.flatMap((content) => (content.kind === "sentence" ? [content.key] : [])));
  return [
    document.title,
    ...document.cover.map(({ text }) => text),
    ...terms.flatMap((term) => (term.kind === "fixed" ? [term.definition] : [])),
    ...definitions.功能科目.values(),
    ...definitions.经济科目.values(),
    ...phrases.defaultReasons.map(({ text }) => text),
    ...(phrases.unchanged ? [phrases.unchanged] : []),
    ...noted.flatMap(({ notes }) => notes.map(({ text }) => text)),
    ...contents.flatMap((content) => (content.kind === "section" ? [content.heading] : [])),
    ...[...standard.sentences].flatMap(([key, sentence]) => (placed.has(key) ? [] : [sentence])),
  ];
}

/** Everything that a document is made of, sections and what stands in them. */
export function contentsOf(content: readonly ContentSpec[]): ContentSpec[] {
  return content.flatMap((each) => (each.kind === "section" ? [each, ...contentsOf(each.content)] : [each]));
}

function repeatedTemplates(standard: Standard): ScopedTemplate[] {
  return contentsOf(standard.document.parts).flatMap((content) =>
    content.kind === "sentence" || content.kind === "form" ? templatesIn(content, standard) : [],
  );
}

function templatesIn({ kind, key, each }: RepeatedContent, standard: Standard): ScopedTemplate[] {
  const words = each === undefined ? [] : memberWords(each, standard);
  if (kind === "form") return rowTemplates(standard.forms.get(key)?.rows ?? [], words, standard);
  const template = standard.sentences.get(key);
  return template ? [{ template, words }] : [];
}

/** Words of a list's members. */
function memberWords(list: string, standard: Standard): string[] {
  const axis = standard.lists.get(list)?.axis;
  if (axis !== "项目") return [...MEMBER_WORDS];
  const plain = [...standard.projectInputs.values()].filter(({ kind }) => kind !== "items").map(({ key }) => key);
  return [...MEMBER_WORDS, ...PROJECT_WORDS, ...plain];
}

function rowTemplates(rows: readonly FormRowSpec[], words: readonly string[], standard: Standard): ScopedTemplate[] {
  return rows.flatMap((row): ScopedTemplate[] => {
    if (row.kind === "cells") return row.cells.map(({ text }) => ({ template: text, words }));
    if (row.kind === "beside") return [{ template: row.label, words }, ...rowTemplates(row.rows, words, standard)];
    const own = [...row.where.values()].map((template) => ({ template, words }));
    return [...own, ...rowTemplates(row.rows, [...words, ...wordsOver(row.over, standard)], standard)];
  });
}

function wordsOver(name: string, standard: Standard): string[] {
  const items = itemsNamed(name, standard);
  return items === undefined ? memberWords(name, standard) : ["序号", ...fieldNames(items)];
}

/** The 明细 of a name, of the document or of each project. */
export function itemsNamed(name: string, standard: Standard): ItemsSpec | undefined {
  return standard.projectInputs.get(name)?.items ?? standard.inputs.get(name)?.items;
}

function listItems(standard: Standard): ScopedTemplate[] {
  return [...standard.lists.values()].flatMap(({ name, item }) => (item ? [{ template: item, words: memberWords(name, standard) }] : []));
}
