import type { CategoryLevel } from "../../model/classification.ts";
import type { FormRowSpec } from "../../model/form.ts";
import { MEMBER_WORDS, PROJECT_WORDS } from "../../model/list.ts";
import type { ContentSpec, RepeatedContent, Standard } from "../../model/standard.ts";
import { fieldNames, type ItemsSpec } from "../../model/stated.ts";
import type { TextTemplate } from "../../model/template.ts";

/** What a template may say where it stands, beside what it may say anywhere. */
export interface PlaceOfTemplate {
  /** Words of the member or item at hand. */
  readonly words: readonly string[];
  /** Whether there is a member, whose money is 本项. */
  readonly member: boolean;
  /** Whether that member is a project. */
  readonly project: boolean;
  /** The level of the 功能科目 that the member is. */
  readonly level?: CategoryLevel;
}

export interface ScopedTemplate {
  readonly template: TextTemplate;
  readonly place: PlaceOfTemplate;
}

const ANYWHERE: PlaceOfTemplate = { words: [], member: false, project: false };

/** Every template of a standard but the phrases of change, each where it stands: a sentence as often as the document uses it. */
export function scopedTemplates(standard: Standard): ScopedTemplate[] {
  const fixed = fixedTemplates(standard).map((template): ScopedTemplate => ({ template, place: ANYWHERE }));
  return [...fixed, ...placedTemplates(standard.document.parts, ANYWHERE, standard), ...listItems(standard), ...termNames(standard)];
}

function fixedTemplates(standard: Standard): TextTemplate[] {
  const { document, phrases, terms, definitions } = standard;
  const noted = [...standard.tables.values(), ...standard.forms.values()];
  const placed = new Set(contentsOf(document.parts).flatMap((content) => (content.kind === "sentence" ? [content.key] : [])));
  return [
    document.title,
    ...document.cover.map(({ text }) => text),
    ...terms.flatMap((term) => (term.kind === "fixed" ? [term.definition] : [])),
    ...definitions.功能科目.values(),
    ...definitions.经济科目.values(),
    ...phrases.defaultReasons.map(({ text }) => text),
    ...(phrases.unchanged ? [phrases.unchanged] : []),
    ...noted.flatMap(({ notes }) => notes.map(({ text }) => text)),
    ...[...standard.sentences].flatMap(([key, sentence]) => (placed.has(key) ? [] : [sentence])),
  ];
}

/** Everything that a document is made of, sections and what stands in them. */
export function contentsOf(content: readonly ContentSpec[]): ContentSpec[] {
  return content.flatMap((each) => (each.kind === "section" ? [each, ...contentsOf(each.content)] : [each]));
}

/** Headings, sentences and forms, each where a section or it itself repeats over a list. */
function placedTemplates(contents: readonly ContentSpec[], outer: PlaceOfTemplate, standard: Standard): ScopedTemplate[] {
  return contents.flatMap((content): ScopedTemplate[] => {
    if (content.kind === "section") {
      const place = content.each === undefined ? outer : memberPlace(content.each, standard);
      return [{ template: content.heading, place }, ...placedTemplates(content.content, place, standard)];
    }
    if (content.kind !== "sentence" && content.kind !== "form") return [];
    return templatesIn(content, content.each === undefined ? outer : memberPlace(content.each, standard), standard);
  });
}

function templatesIn({ kind, key }: RepeatedContent, place: PlaceOfTemplate, standard: Standard): ScopedTemplate[] {
  if (kind === "form") return rowTemplates(standard.forms.get(key)?.rows ?? [], place, standard);
  const template = standard.sentences.get(key);
  return template ? [{ template, place }] : [];
}

/** What is known in the place of a list's member. */
export function memberPlace(list: string, standard: Standard): PlaceOfTemplate {
  const { axis, level } = standard.lists.get(list) ?? {};
  const project = axis === "项目";
  const plain = project ? [...standard.projectInputs.values()].filter(({ kind }) => kind !== "items").map(({ key }) => key) : [];
  const words = [...MEMBER_WORDS, ...(project ? PROJECT_WORDS : []), ...plain];
  return { words, member: true, project, ...(axis === "功能科目" && { level: level ?? "项" }) };
}

function rowTemplates(rows: readonly FormRowSpec[], place: PlaceOfTemplate, standard: Standard): ScopedTemplate[] {
  return rows.flatMap((row): ScopedTemplate[] => {
    if (row.kind === "cells") return row.cells.map(({ text }) => ({ template: text, place }));
    if (row.kind === "beside") return [{ template: row.label, place }, ...rowTemplates(row.rows, place, standard)];
    const own = [...row.where.values()].map((template) => ({ template, place }));
    return [...own, ...rowTemplates(row.rows, placeOver(row.over, place, standard), standard)];
  });
}

/** Inside rows that repeat: over a list its members, over a 明细 its fields beside what was known. */
function placeOver(name: string, place: PlaceOfTemplate, standard: Standard): PlaceOfTemplate {
  const items = itemsNamed(name, standard);
  return items === undefined ? memberPlace(name, standard) : { ...place, words: [...place.words, "序号", ...fieldNames(items)] };
}

/** The 明细 of a name, of the document or of each project. */
export function itemsNamed(name: string, standard: Standard): ItemsSpec | undefined {
  return standard.projectInputs.get(name)?.items ?? standard.inputs.get(name)?.items;
}

function listItems(standard: Standard): ScopedTemplate[] {
  return [...standard.lists.values()].flatMap(({ name, item }) => (item ? [{ template: item, place: memberPlace(name, standard) }] : []));
}

/** How terms chosen by 科目 are named: with the words of a 科目, and no money. */
function termNames(standard: Standard): ScopedTemplate[] {
  const place: PlaceOfTemplate = { ...ANYWHERE, words: MEMBER_WORDS };
  return standard.terms.flatMap((term) => (term.kind === "axis" && term.term ? [{ template: term.term, place }] : []));
}
