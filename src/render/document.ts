import type { Block, BudgetDocument, ContentsEntry, Part } from "../model/document.ts";
import type { StandardStyles } from "../model/standard.ts";
import { EDITIONS, type Edition } from "./edition.ts";
import { renderForm } from "./form.ts";
import { breakable, html, type Markup, NOTHING } from "./markup.ts";
import { renderTable } from "./table.ts";
import { wholePage } from "./whole.ts";

/** The HTML edition: one file without any request to anywhere. */
export function renderPage(document: BudgetDocument, styles: StandardStyles): string {
  const body = html`<a class="skip" href="#${document.parts[0]?.heading.anchor ?? ""}">跳到正文</a>
${bodyOf(document, EDITIONS.page, undefined)}`;
  return wholePage(document, styles.page, body);
}

/** What the browser prints. `pages` gives each anchor's page; before it is known, a placeholder of the same width stands there. */
export function renderPrint(document: BudgetDocument, styles: StandardStyles, pages: ReadonlyMap<string, number>): string {
  return wholePage(document, styles.print, bodyOf(document, EDITIONS.print, pages));
}

/** The same text to be pasted into a web site's editor. */
export function renderFragment(document: BudgetDocument): string {
  return bodyOf(document, EDITIONS.fragment, undefined).html;
}

function bodyOf(document: BudgetDocument, edition: Edition, pages: ReadonlyMap<string, number> | undefined): Markup {
  const parts = document.parts.map((part) => renderPart(part, edition));
  return edition.name === "fragment"
    ? html`${renderCover(document, edition)}${renderContents(document, edition, pages)}${parts}`
    : html`<header class="cover">${renderCover(document, edition)}</header>
${renderContents(document, edition, pages)}<main>
${parts}</main>
`;
}

/** The cover's title is the document's heading; its other lines stand around it. */
function renderCover({ cover }: BudgetDocument, edition: Edition): Markup {
  const lines = cover.map(({ role, text }) => {
    const look = edition.name === "fragment" ? edition.look("cover-line") : html` class="cover-${role}"`;
    return role === "title" ? html`<h1${look}>${breakable(text)}</h1>` : html`<p${look}>${breakable(text)}</p>`;
  });
  return edition.name === "fragment" ? html`<div${edition.look("cover")}>${lines}</div>\n` : html`${lines}`;
}

function renderContents(document: BudgetDocument, edition: Edition, pages: ReadonlyMap<string, number> | undefined): Markup {
  const items = document.contents.map((entry) => contentsItem(entry, edition, pages));
  const list = html`<ul${edition.look("contents-list")}>\n${items}</ul>`;
  if (edition.name === "fragment") return html`<div${edition.look("contents")}><p${edition.look("part")}>${document.contentsHeading}</p>${list}</div>\n`;
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${document.contentsHeading}</h2>\n${list}\n</nav>\n`;
}

const UNKNOWN_PAGE = 88;

function contentsItem({ anchor, text, level }: ContentsEntry, edition: Edition, pages: ReadonlyMap<string, number> | undefined): Markup {
  if (edition.name === "fragment") return html`<li style="margin-left:${(level - 1) * 2}em">${text}</li>\n`;
  const page = pages === undefined ? NOTHING : html`<span class="dots"></span><span class="page">${pages.get(anchor) ?? UNKNOWN_PAGE}</span>`;
  return html`<li class="level-${level}"><a href="#${anchor}"><span>${text}</span>${page}</a></li>\n`;
}

/** A part begins a page; where its first block is a landscape table, so does its heading's page lie. */
function renderPart({ heading, blocks }: Part, edition: Edition): Markup {
  const [first] = blocks;
  const orientation = first?.kind === "table" ? first.table.orientation : first?.kind === "form" ? first.form.orientation : undefined;
  const lying = orientation === "landscape";
  const title = html`<h2${edition.anchor(heading.anchor)}${edition.look("part")}>${breakable(heading.text)}</h2>\n`;
  const inner = html`${title}${blocks.map((block) => renderBlock(block, edition))}`;
  if (edition.name === "fragment") return inner;
  return html`<section class="part${lying ? " lying" : ""}" aria-labelledby="${heading.anchor}">\n${inner}</section>\n`;
}

/** About four printed lines of 28 characters. */
const BRIEF = 110;

function paragraphLook(text: string, edition: Edition): Markup {
  return edition.name === "print" && text.length <= BRIEF ? html` class="paragraph brief"` : edition.look("paragraph");
}

function renderBlock(block: Block, edition: Edition): Markup {
  switch (block.kind) {
    case "heading":
      return block.heading.level > 2
        ? html`<h4${edition.anchor(block.heading.anchor)}${edition.look("heading")}>${block.heading.text}</h4>\n`
        : html`<h3${edition.anchor(block.heading.anchor)}${edition.look("heading")}>${block.heading.text}</h3>\n`;
    case "paragraph":
      return html`<p${paragraphLook(block.text, edition)}>${block.text}</p>\n`;
    case "table":
      return renderTable(block, edition);
    case "form":
      return renderForm(block, edition);
    case "term":
      return html`<p${paragraphLook(block.ordinal + block.term + block.separator + block.definition, edition)}>${block.ordinal}<span${edition.look("term")}>${block.term}</span>${block.separator}${block.definition}</p>\n`;
  }
}
