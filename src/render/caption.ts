import type { TableCaption } from "../model/document.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** The number, the title and the unit line over a table or form, on a screen. */
export function captionHeading(caption: TableCaption, edition: Edition): Markup {
  const label = caption.label === "" ? NOTHING : html`<p${edition.look("table-label")}>${caption.label}</p>\n`;
  return html`${label}<h3${edition.anchor(caption.anchor)}${edition.look("table-title")}>${caption.title}</h3>
${unitLine(caption, edition)}`;
}

function unitLine({ unitName, amountUnit }: TableCaption, edition: Edition): Markup {
  if (unitName === undefined && amountUnit === undefined) return NOTHING;
  const left = unitName === undefined ? html`<div></div>` : html`<div${edition.look("unit-name")}>${unitName}</div>`;
  const right = amountUnit === undefined ? NOTHING : html`<div${edition.look("amount-unit")}>${amountUnit}</div>`;
  return html`<div${edition.look("table-line")}>${left}${right}</div>\n`;
}

/** The same as rows of a table's header, which repeat on every printed page. */
export function captionRows({ anchor, label, title, unitName, amountUnit }: TableCaption, widths: readonly number[]): Markup {
  const width = widths.length;
  const right = unitColumns(widths, amountUnit ?? "");
  const labelRow = label === "" ? NOTHING : html`<tr class="over"><td colspan="${width}">${label}</td></tr>\n`;
  const titleRow = html`<tr class="over"><td colspan="${width}"><h3 id="${anchor}" class="table-title">${title}</h3></td></tr>\n`;
  if (unitName === undefined && amountUnit === undefined) return html`${labelRow}${titleRow}`;
  const unitRow =
    right === width
      ? html`<tr class="over line"><td class="right" colspan="${width}">${amountUnit ?? ""}</td></tr>\n`
      : html`<tr class="over line"><td colspan="${width - right}">${unitName ?? ""}</td><td class="right" colspan="${right}">${amountUnit ?? ""}</td></tr>\n`;
  return html`${labelRow}${titleRow}${unitRow}`;
}

/** Share of a table's width that one character of 单位：万元 needs at the right of the unit's name. */
const CHARACTER_SHARE = 0.03;

/** How many columns from the right are wide enough for 单位：万元; the name of the unit has the rest. */
function unitColumns(widths: readonly number[], text: string): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  let share = 0;
  let count = 0;
  while (share < text.length * CHARACTER_SHARE && count < widths.length - 1) {
    count += 1;
    share += (widths[widths.length - count] ?? 0) / total;
  }
  return Math.max(count, widths.length === 1 ? 1 : 0);
}

/** Column widths as shares of the whole: the declared ones are relative. */
export function columnGroup(widths: readonly number[]): Markup {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => html`<col style="width:${((width / total) * 100).toFixed(2)}%">`);
  return html`<colgroup>${columns}</colgroup>\n`;
}
