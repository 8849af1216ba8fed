import { styleText } from "node:util";
import stringWidth from "string-width";
import { LAYERS, levelsOf, type Page } from "./pages.ts";

/** A page for a terminal: headings plain, code indented, no marks of Markdown. */
export function pageText(page: Page, colour: boolean): string {
  const title = `${page.code}  ${page.title}`;
  const heading = (text: string): string => (colour ? styleText("bold", text, { validateStream: false }) : text);
  return [heading(title), "─".repeat(stringWidth(title)), `级别：${levelsOf(page)}　层：${page.layer}`, "", ...linesOf(page.body.trim(), heading)].join("\n");
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

/** A line without marks: `code`, **strong** and [links](…) as their words. */
function plain(line: string): string {
  return line
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/`+([^`]+)`+/g, "$1");
}

/** All codes by layer, with their level and what they are about. */
export function listOfPages(pages: readonly Page[]): string {
  const wide = (texts: readonly string[]): number => Math.max(...texts.map((text) => stringWidth(text)));
  const codes = wide(pages.map(({ code }) => code));
  const levels = wide(pages.map(levelsOf));
  const pad = (text: string, width: number): string => text + " ".repeat(width - stringWidth(text));
  const groups = LAYERS.map((layer) => {
    const own = pages.filter((page) => page.layer === layer);
    return own.length === 0 ? "" : [layer, ...own.map((page) => `  ${pad(page.code, codes)}  ${pad(levelsOf(page), levels)}  ${page.title}`)].join("\n");
  });
  return [...groups.filter((group) => group !== ""), "看一条的说明和例子：budgetgen explain 代号"].join("\n\n");
}
