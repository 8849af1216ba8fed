import type { Form, FormCell, FormCellSpec, FormEachSpec, FormRowSpec, FormSpec } from "../model/form.ts";
import { formatNamed } from "../model/standard.ts";
import { type Item, wordsOf } from "../model/stated.ts";
import type { TextTemplate } from "../model/template.ts";
import { type DraftCell, mergeCells } from "./form-cells.ts";
import { membersIn } from "./members.ts";
import type { Scope, Setting } from "./setting.ts";
import type { Sources } from "./sources.ts";
import type { Wording } from "./wording.ts";

/** What was filled into a form: its cells, and which items of a 明细 have a place in it. */
export interface FilledForm {
  readonly rows: Form["rows"];
  readonly printed: ReadonlySet<Item>;
}

/** Fills a form: its labels, its texts, and the rows that repeat over a 明细 or a list. */
export function composeForm(spec: FormSpec, setting: Setting, sources: Sources, words: Wording): FilledForm {
  const filler = new FormFiller(sources, words);
  const rows = spec.rows.flatMap((row) => filler.rows(row, { ...setting, whole: true }));
  return { rows: mergeCells(rows), printed: filler.printed };
}

/** The form with its labels alone. */
export function blankForm(spec: FormSpec, setting: Setting, sources: Sources, words: Wording): Form["rows"] {
  const filler = new FormFiller(sources, words);
  return mergeCells(spec.rows.flatMap((row) => filler.blank(row, setting)));
}

class FormFiller {
  readonly printed = new Set<Item>();
  private readonly sources: Sources;
  private readonly words: Wording;

  constructor(sources: Sources, words: Wording) {
    this.sources = sources;
    this.words = words;
  }

  rows(row: FormRowSpec, setting: Setting): DraftCell[][] {
    if (row.kind === "cells") return [row.cells.map((cell) => this.cell(cell, setting))];
    if (row.kind === "each") return this.repeated(row, setting);
    return this.beside(
      row.label,
      row.columnSpan,
      row.rows.flatMap((each) => this.rows(each, setting)),
      setting,
    );
  }

  /** Rows with their labels and without their texts, where there is nothing to fill in. */
  blank(row: FormRowSpec, setting: Setting): DraftCell[][] {
    if (row.kind === "cells") return [row.cells.map((cell) => (cell.kind === "label" ? this.cell(cell, setting) : { ...emptyCell(cell), merge: false }))];
    const inner = row.rows.flatMap((each) => this.blank(each, setting));
    return row.kind === "beside" ? this.beside(row.label, row.columnSpan, inner, setting) : inner;
  }

  /** A label at the left of rows, as high as all of them. */
  private beside(label: TextTemplate, columnSpan: number, inner: readonly DraftCell[][], setting: Setting): DraftCell[][] {
    const [first, ...others] = inner;
    if (first === undefined) return [];
    const text = this.words.fill(label, setting).trim();
    return [[{ kind: "label", text, columnSpan, rowSpan: inner.length, align: "center", merge: false }, ...first], ...others];
  }

  private repeated(spec: FormEachSpec, setting: Setting): DraftCell[][] {
    const settings = this.settings(spec, setting);
    if (settings.length === 0 && spec.blank) return spec.rows.flatMap((row) => this.blank(row, setting));
    return settings.flatMap((each) => spec.rows.flatMap((row) => this.rows(row, each)));
  }

  /** One setting for each item or member that the rows repeat over. */
  private settings(spec: FormEachSpec, setting: Setting): Setting[] {
    const { standard, budget } = this.sources;
    if (standard.lists.has(spec.over)) {
      return membersIn(spec.over, setting, this.sources).map((member, index) => ({ ...setting, scope: { member, number: index + 1 } }));
    }
    const ofProject = standard.projectInputs.get(spec.over);
    const items = ofProject?.items ?? standard.inputs.get(spec.over)?.items;
    const stated = ofProject === undefined ? budget.inputs.get(spec.over) : setting.scope?.member?.project?.inputs.get(spec.over);
    if (items === undefined || stated?.kind !== "items") return [];
    const base: Scope = setting.scope ?? { number: 0 };
    const taken = stated.items.filter((item) => this.holds(item, spec, setting));
    for (const item of taken) this.printed.add(item);
    return taken.map((item, index) => ({ ...setting, scope: { ...base, item, items, itemNumber: index + 1 } }));
  }

  /** Whether an item's fields read as the form wants them, which may be words of the project at hand. */
  private holds(item: Item, { where }: FormEachSpec, outer: Setting): boolean {
    return [...where].every(([field, template]) => wordsOf(item.fields.get(field)) === this.words.fill(template, outer));
  }

  private cell(spec: FormCellSpec, setting: Setting): DraftCell {
    const own = spec.format === undefined ? setting : { ...setting, format: formatNamed(this.sources.standard.formats, spec.format) };
    return { ...emptyCell(spec), text: this.words.fill(spec.text, own).trim(), merge: spec.merge };
  }
}

function emptyCell({ kind, align, columnSpan }: FormCellSpec): FormCell {
  return { kind, text: "", columnSpan, rowSpan: 1, align };
}
