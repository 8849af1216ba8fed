import type { Compiled } from "../../src/compile.ts";
import { type Browser, startBrowser } from "../../src/print/browser.ts";
import { printPdf } from "../../src/print/print-pdf.ts";
import { renderPrint } from "../../src/render/document.ts";

/** Prints a compiled document as the build command does. */
export async function printed({ document, standard }: Compiled, browser: Browser): Promise<Uint8Array> {
  const { value, diagnostics } = await printPdf(browser, {
    html: (pages) => renderPrint(document, standard.styles, pages),
    title: document.title,
    author: document.author,
    language: document.language,
  });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value.bytes;
}

export async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = startBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
