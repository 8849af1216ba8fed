import { didYouMean } from "../base/suggest.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { listOfPages, pageText } from "./page-text.ts";
import { allPages, codesOfPages, type Page, pageOf } from "./pages.ts";

/** explain CODE…: the page on each code; without a code, all there are, layer by layer. */
export async function runExplain(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (words.length === 0) {
    terminal.out(listOfPages(allPages()));
    return EXIT.fine;
  }
  const pages = words.map((word) => ({ word, page: pageOf(codeIn(word)) }));
  const unknown = pages.find(({ page }) => page === undefined);
  if (unknown !== undefined) {
    const hint = didYouMean(codeIn(unknown.word), codesOfPages()) ?? "用 budgetgen explain 看全部代号";
    terminal.error(`没有“${unknown.word}”这个代号；${hint}`);
    return EXIT.usage;
  }
  const known = pages.flatMap(({ page }): Page[] => (page === undefined ? [] : [page]));
  terminal.out(known.map((page) => pageText(page, terminal.colour)).join("\n\n"));
  return EXIT.fine;
}

/** Somebody copies the code with what stands around it: 错误[bad-amount]. */
function codeIn(word: string): string {
  return /\[([\w-]+)\]/.exec(word)?.[1] ?? word;
}
