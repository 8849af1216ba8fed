import { html, type Markup, NOTHING } from "./markup.ts";

/**
 * How one document is marked up for its uses: `page` is the HTML edition, `print` what the browser
 * prints, `fragment` what is pasted into a web site's editor (no ids, no style sheet, styles inline).
 */
export type EditionName = "page" | "print" | "fragment";

export interface Edition {
  readonly name: EditionName;
  /** The attribute that gives an element its looks. */
  look(role: Look): Markup;
  /** The attribute that makes an element the target of a link. */
  anchor(id: string): Markup;
}

export type Look = keyof typeof FRAGMENT_LOOKS;

const BORDER = "border:1px solid #000;padding:4px 6px;";

/** Looks of a fragment, element by element: an editor keeps inline styles and drops style sheets. */
const FRAGMENT_LOOKS = {
  cover: "text-align:center;margin:2em 0;",
  "cover-line": "font-size:24px;font-weight:bold;margin:0.5em 0;text-indent:0;",
  contents: "margin:1em 0;",
  "contents-list": "list-style:none;padding-left:1em;",
  part: "font-size:22px;text-align:center;margin:2em 0 1em;",
  heading: "font-size:18px;margin:1.2em 0 0.6em;",
  paragraph: "text-indent:2em;line-height:2;margin:0 0 0.5em;",
  "table-title": "font-size:18px;text-align:center;margin:1.5em 0 0.5em;",
  "table-label": "text-align:left;margin:1em 0 0;",
  "table-line": "margin:0.3em 0;overflow:hidden;",
  "unit-name": "float:left;",
  "amount-unit": "float:right;",
  scroll: "overflow-x:auto;",
  table: "border-collapse:collapse;width:100%;font-size:14px;",
  head: `${BORDER}text-align:center;background:#f2f2f2;`,
  text: `${BORDER}text-align:left;`,
  amount: `${BORDER}text-align:right;white-space:nowrap;`,
  total: "font-weight:bold;",
  note: "font-size:14px;margin:0.4em 0;",
  term: "font-weight:bold;",
} as const;

export const EDITIONS: Readonly<Record<EditionName, Edition>> = {
  page: { name: "page", look: byClass, anchor: byId },
  print: { name: "print", look: byClass, anchor: byId },
  fragment: { name: "fragment", look: (role) => html` style="${FRAGMENT_LOOKS[role]}"`, anchor: () => NOTHING },
};

function byClass(role: Look): Markup {
  return html` class="${role}"`;
}

function byId(id: string): Markup {
  return html` id="${id}"`;
}
