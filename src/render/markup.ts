/** A piece of HTML whose text is already escaped. */
export interface Markup {
  readonly html: string;
}

type Piece = string | number | Markup | readonly Markup[];

/** HTML from a literal: everything put into it is escaped, here and nowhere else, unless it is markup itself. */
export function html(literal: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let text = literal[0] ?? "";
  pieces.forEach((piece, index) => {
    text += printed(piece) + (literal[index + 1] ?? "");
  });
  return { html: text };
}

function printed(piece: Piece): string {
  if (typeof piece === "number") return String(piece);
  if (typeof piece === "string") return escapeText(piece);
  return "html" in piece ? piece.html : piece.map((each) => each.html).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text in which a zero-width space says where a line may break; the character itself is not passed on. */
export function breakable(text: string): Markup {
  return { html: text.split("\u200b").map(escapeText).join("<wbr>") };
}

/** Text of our own folders that is no text of a budget: a style sheet. It may not close its element. */
export function styleSheet(css: string): Markup {
  return { html: css.replaceAll("</", "<\\/") };
}

export const NOTHING: Markup = { html: "" };
