import type { CorrectionNote } from "../model/correction.ts";
import type { StandardStyles } from "../model/standard.ts";
import { EDITIONS, type Edition } from "./edition.ts";
import { breakable, html } from "./markup.ts";
import { renderTable } from "./table.ts";
import { wholePage } from "./whole.ts";

/** The HTML edition of a 更正说明: one file. */
export function renderCorrectionPage(note: CorrectionNote, styles: StandardStyles): string {
  return whole(note, styles.page + styles.correction, EDITIONS.page);
}

/** What the browser prints of it. */
export function renderCorrectionPrint(note: CorrectionNote, styles: StandardStyles): string {
  return whole(note, styles.print + styles.correction, EDITIONS.print);
}

/** The title as the file has it: where it may break is no part of it. */
export function plainTitle({ title }: Pick<CorrectionNote, "title">): string {
  return title.replaceAll("\u200b", "");
}

function whole(note: CorrectionNote, css: string, edition: Edition): string {
  const { title, opening, table, closing, signature } = note;
  const body = html`<main class="notice">
<h1>${breakable(title)}</h1>
<p class="paragraph">${opening}</p>
${renderTable({ kind: "table", table, notes: [] }, edition)}${closing.map((text) => html`<p class="paragraph">${text}</p>\n`)}<p class="signature signature-unit">${signature.unit}</p>
<p class="signature">${signature.date}</p>
</main>
`;
  return wholePage({ ...note, title: plainTitle(note) }, css, body);
}
