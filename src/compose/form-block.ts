import type { FormBlock, TableCaption } from "../model/document.ts";
import { documentWords, fillLabel } from "../model/document-words.ts";
import type { Form, FormSpec } from "../model/form.ts";
import { blankForm, composeForm } from "./form.ts";
import { labelled } from "./notes.ts";
import type { Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import { reportUnprinted } from "./unprinted.ts";
import type { Wording } from "./wording.ts";

/** A form where it stands, with its title and notes: filled in, or blank where it repeats over nothing. */
export function formBlock(spec: FormSpec, anchor: string, setting: Setting, filled: boolean, sources: Sources, words: Wording): FormBlock {
  const { standard, budget } = sources;
  const rows = filled ? filledRows(spec, setting, sources, words) : blankForm(spec, setting, sources, words);
  const form: Form = { key: spec.key, orientation: spec.orientation, columns: spec.columns, rows };
  const notes = spec.notes.filter(({ when }) => when === "always" || (when === "filled") === filled).map(({ text }) => words.fill(text, setting));
  return {
    kind: "form",
    form,
    caption: captionOf(spec, anchor, setting, sources),
    notes: labelled(notes, fillLabel(standard.labels.note, documentWords(budget, standard, setting.format.amount.unit))),
  };
}

function captionOf(spec: FormSpec, anchor: string, { format }: Setting, { standard, budget }: Sources): TableCaption {
  const { unit } = format.amount;
  const words = documentWords(budget, standard, unit);
  return {
    anchor,
    label: fillLabel(spec.label ?? "", words),
    title: fillLabel(spec.title, words),
    ...(spec.amountUnit && { amountUnit: fillLabel(standard.labels.amountUnit, words) + unit }),
  };
}

function filledRows(spec: FormSpec, setting: Setting, sources: Sources, words: Wording): Form["rows"] {
  const { rows, printed } = composeForm(spec, setting, sources, words);
  const project = setting.scope?.member?.project;
  if (project !== undefined) reportUnprinted(spec, project, printed, sources);
  return rows;
}
