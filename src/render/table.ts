import type { TableBlock } from "../model/document.ts";
import type { Cell, HeaderCell, Table, TableRow } from "../model/table.ts";
import { captionHeading, captionRows, columnGroup } from "./caption.ts";
import type { Edition } from "./edition.ts";
import { fittingSize } from "./fit.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { lines } from "./text.ts";

/** A table with its number, title, unit line and notes. */
export function renderTable(block: TableBlock, edition: Edition): Markup {
  const { table, caption } = block;
  const notes = block.notes.map((note) => html`<p${edition.look("note")}>${note}</p>\n`);
  const body = edition.name === "print" ? printTable(block, edition) : scrollTable(block, edition);
  if (caption === undefined) return html`${body}${notes}`;
  const opening = edition.name === "fragment" ? html`<div>` : html`<section class="sheet ${table.orientation}">`;
  const closing = edition.name === "fragment" ? html`</div>` : html`</section>`;
  const heading = edition.name === "print" ? NOTHING : captionHeading(caption, edition);
  return html`${opening}\n${heading}${body}${notes}${closing}\n`;
}

/** On a screen a wide table scrolls in a box of its own, which the keyboard can reach. */
function scrollTable({ table, caption }: TableBlock, edition: Edition): Markup {
  const name = caption?.title ?? "";
  const inner = html`<table${edition.look("table")}>
${caption === undefined || edition.name === "fragment" ? NOTHING : html`<caption>${caption.label === "" ? name : `${caption.label} ${name}`}</caption>\n`}<thead>
${table.header.map((row) => headerRow(row, edition))}</thead>
${bodyOf(table, edition)}</table>`;
  if (edition.name === "fragment") return html`<div${edition.look("scroll")}>${inner}</div>\n`;
  const label =
    name === ""
      ? table.header
          .flat()
          .map(({ text }) => text)
          .join("、")
      : name;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${inner}</div>\n`;
}

/** On paper the number, the title and the unit line stand in the header, which repeats on every page. */
function printTable({ table, caption }: TableBlock, edition: Edition): Markup {
  const widths = table.columns.map(({ width }) => width);
  const size = fittingSize(table);
  const style = size === undefined ? NOTHING : html` style="font-size:${size}pt;line-height:${(size * 1.28).toFixed(1)}pt"`;
  return html`<table class="table"${style}>
${columnGroup(widths)}<thead>
${caption === undefined ? NOTHING : captionRows(caption, widths)}${table.header.map((row) => headerRow(row, edition))}</thead>
${bodyOf(table, edition)}</table>
`;
}

function headerRow(cells: readonly HeaderCell[], edition: Edition): Markup {
  const row = cells.map(({ text, rowSpan, columnSpan }) => {
    const scope = columnSpan > 1 ? "colgroup" : "col";
    return html`<th${edition.look("head")} scope="${scope}"${span("rowspan", rowSpan)}${span("colspan", columnSpan)}>${text}</th>`;
  });
  return html`<tr>${row}</tr>\n`;
}

function span(name: string, count: number): Markup {
  return count > 1 ? html` ${{ html: name }}="${count}"` : NOTHING;
}

function bodyOf(table: Table, edition: Edition): Markup {
  return html`<tbody>\n${table.rows.map((row) => bodyRow(row, edition))}</tbody>\n`;
}

function bodyRow(row: TableRow, edition: Edition): Markup {
  const cells = row.cells.map((cell, index) => {
    if (cell.kind === "amount") return amountCell(cell.text, edition);
    return cell.covered ? NOTHING : textCell(cell, isHeader(row, index), edition);
  });
  return html`<tr${row.kind === "total" ? edition.look("total") : NOTHING}>${cells}</tr>\n`;
}

/** The last text cell before a row's amounts names the row. */
function isHeader({ cells }: TableRow, index: number): boolean {
  const cell = cells[index];
  return cell?.kind === "text" && cells[index + (cell.columnSpan ?? 1)]?.kind === "amount";
}

function amountCell(text: string, edition: Edition): Markup {
  return html`<td${edition.look("amount")}>${text}</td>`;
}

/** How deep a label stands, in characters; the style sheets say how wide a step is. A fragment has none. */
function indentOf(depth: number, edition: Edition): Markup {
  if (depth === 0 || edition.name === "fragment") return NOTHING;
  return html` style="--indent:${depth}"`;
}

function textCell(cell: Extract<Cell, { kind: "text" }>, header: boolean, edition: Edition): Markup {
  const look = html`${edition.look("text")}${indentOf(cell.indent, edition)}${span("colspan", cell.columnSpan ?? 1)}`;
  const padding = edition.name === "fragment" ? "　".repeat(cell.indent) : "";
  const text = html`${padding}${lines(cell.text)}`;
  return header && cell.text !== "" ? html`<th scope="row"${look}>${text}</th>` : html`<td${look}>${text}</td>`;
}
