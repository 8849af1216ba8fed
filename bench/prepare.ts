import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileBudget, packageResources } from "../src/compile.ts";
import { startBrowser } from "../src/print/browser.ts";
import { bundledLibraries } from "../src/print/bundled-browser.ts";
import { writeFontConfig } from "../src/print/font-config.ts";
import { listFonts } from "../src/print/fonts.ts";
import { printPdf } from "../src/print/print-pdf.ts";
import { renderPrint } from "../src/render/document.ts";
import { pdfmakeDefinition } from "./pdfmake.ts";
import { typstSource } from "./typst.ts";

/** What the peers are started with. */
export interface Prepared {
  readonly browser: string;
  readonly browserVersion: string;
  /** The variables with which a browser sees our faces and no others. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Makes one document into what each peer reads. The peers are given the page numbers of the 目录, which budgetgen must find out. */
export async function prepare(root: string, budget: string, folder: string): Promise<Prepared> {
  const { value } = compileBudget(budget, packageResources(root));
  if (value === undefined) throw new Error(`${budget} does not compile`);
  const { document, standard } = value;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "document.typ"), typstSource(document));
  writeFileSync(join(folder, "document.json"), JSON.stringify(pdfmakeDefinition(document)));
  const fonts = join(root, "fonts");
  const browser = startBrowser();
  try {
    const html = (pages: ReadonlyMap<string, number>): string => renderPrint(document, standard.styles, pages);
    const printed = await printPdf(browser, { html, title: document.title, author: document.author, language: document.language });
    if (printed.value === undefined) throw new Error(printed.diagnostics.map(({ message }) => message).join("\n"));
    writeFileSync(join(folder, "document.html"), html(printed.value.pages));
    const { path, source, version } = await browser.identify();
    const libraries = source === "bundled" ? bundledLibraries(path) : undefined;
    return {
      browser: path,
      browserVersion: version,
      variables: { FONTCONFIG_FILE: writeFontConfig(listFonts(fonts), folder), ...(libraries && { LD_LIBRARY_PATH: libraries }) },
    };
  } finally {
    await browser.close();
  }
}
