import { html, type Markup } from "./markup.ts";

/** Text whose line ends stand as they are. */
export function lines(text: string): Markup {
  return html`${text.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`;
}
