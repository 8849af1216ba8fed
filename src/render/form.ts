import type { FormBlock } from "../model/document.ts";
import type { FormCell } from "../model/form.ts";
import { captionHeading, captionRows, columnGroup } from "./caption.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { lines } from "./text.ts";

/** A form with its title, unit line and notes: labels are head cells, texts are cells. */
export function renderForm(block: FormBlock, edition: Edition): Markup {
  const { form, caption } = block;
  const notes = block.notes.map((note) => html`<p${edition.look("note")}>${note}</p>\n`);
  const table = form.rows.length === 0 ? NOTHING : tableOf(block, edition);
  const title = edition.name === "print" && form.rows.length > 0 ? NOTHING : captionHeading(caption, edition);
  if (edition.name === "fragment") return html`<div>\n${title}${table}${notes}</div>\n`;
  return html`<section class="sheet ${form.orientation} form">\n${title}${table}${notes}</section>\n`;
}

function tableOf({ form, caption }: FormBlock, edition: Edition): Markup {
  const rows = form.rows.map((cells) => html`<tr>${cells.map((cell) => cellOf(cell, edition))}</tr>\n`);
  const body = html`<tbody>\n${rows}</tbody>\n`;
  if (edition.name === "print") {
    return html`<table class="table">\n${columnGroup(form.columns)}<thead>\n${captionRows(caption, form.columns)}</thead>\n${body}</table>\n`;
  }
  const group = edition.name === "fragment" ? NOTHING : columnGroup(form.columns);
  const table = html`<table${edition.look("table")}>\n${group}${body}</table>`;
  if (edition.name === "fragment") return html`<div${edition.look("scroll")}>${table}</div>\n`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption.title}">${table}</div>\n`;
}

function cellOf({ kind, text, columnSpan, rowSpan, align }: FormCell, edition: Edition): Markup {
  const spans = html`${span("rowspan", rowSpan)}${span("colspan", columnSpan)}`;
  if (kind === "label") return html`<th${edition.look("head")}${spans}>${lines(text)}</th>`;
  const look = edition.name === "fragment" ? edition.look("text") : html` class="text ${align}"`;
  return html`<td${look}${spans}>${lines(text)}</td>`;
}

function span(name: string, count: number): Markup {
  return count > 1 ? html` ${{ html: name }}="${count}"` : NOTHING;
}
