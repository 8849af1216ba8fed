import { styleText } from "node:util";
import stringWidth from "string-width";
import { LAYERS, levelsOf, type Page } from "./pages.ts";

/** A page for a terminal: headings plain, code indented, no marks of Markdown. */
export function pageText(page: Page, colour: boolean): string {
  const heading = (text: string): string => (colour ? styleText("bold", text, { validateStream: false }) : text);
  const title = `${page.code}  ${page.title}`;
  return [heading(title), "─".repeat(stringWidth(title)), `级别：${levelsOf(page)}　层：${page.layer}`, "", bodyText(page, heading)].join("\n");
}

/** What stands behind a page's head, without the marks of Markdown. */
export function bodyText({ body }: Page, heading: (text: string) => string = (text) => text): string {
  return [...linesOf(body.trim(), heading)].join("\n");
}

function* linesOf(body: string, heading: (text: string) => string): Generator<string> {
  let inCode = false;
  for (const line of body.split("\n")) {
    if (line.startsWith("```")) inCode = !inCode;
    else if (inCode) yield `    ${line}`.trimEnd();
    else if (line.startsWith("#")) yield heading(`${line.replace(/^#+ /, "")}：`);
    else yield plain(line);
  }
}

/** A line without marks: `code` in quotation marks, **strong** and [links](…) as their words. */
function plain(line: string): string {
  return line
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/(`+) ?(.+?) ?\1(?!`)/g, "“$2”");
}

/** All codes by layer, with their level and what they are about. */
export function listOfPages(pages: readonly Page[]): string {
  const codes = widest(pages.map(({ code }) => code));
  const levels = widest(pages.map(levelsOf));
  const groups = LAYERS.flatMap((layer) => {
    const own = pages.filter((page) => page.layer === layer);
    const lines = own.map((page) => `  ${padded(page.code, codes)}  ${padded(levelsOf(page), levels)}  ${page.title}`);
    return own.length === 0 ? [] : [[layer, ...lines].join("\n")];
  });
  return [...groups, "看一条的说明和例子：budgetgen explain 代号"].join("\n\n");
}

/** Full-width characters count two. */
function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

function padded(text: string, width: number): string {
  return text + " ".repeat(width - stringWidth(text));
}
