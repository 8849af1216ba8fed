import type { Diagnostic } from "../base/diagnostic.ts";
import { type Compiled, printability } from "../compile.ts";
import type { Browser } from "../print/browser.ts";
import { renderPrint } from "../render/document.ts";
import type { PageHead } from "../render/whole.ts";
import type { Terminal } from "./exit.ts";
import type { Built } from "./written.ts";

/** What became of a print: the file, or why there is none; and the characters that no face has. */
export interface Printed {
  readonly pdf: Built | undefined;
  readonly faults: readonly Diagnostic[];
  readonly unprintable: readonly Diagnostic[];
}

/** The print stage, loaded only where a PDF is wanted; its browser boots while documents are compiled. */
export class Printer {
  private readonly browser: Browser;
  private readonly stage: typeof import("../print/print-pdf.ts");

  private constructor(browser: Browser, stage: typeof import("../print/print-pdf.ts")) {
    this.browser = browser;
    this.stage = stage;
  }

  static async start(options: { readonly browser?: string }, terminal: Terminal): Promise<Printer> {
    const { startBrowser } = await import("../print/browser.ts");
    const browser = startBrowser({ env: terminal.env, ...(options.browser !== undefined && { browser: options.browser }) });
    return new Printer(browser, await import("../print/print-pdf.ts"));
  }

  /** Prints a compiled document. */
  print(path: string, compiled: Compiled): Promise<Printed> {
    const { document, standard } = compiled;
    return this.printPages(path, compiled, document, (pages) => renderPrint(document, standard.styles, pages));
  }

  /** Prints pages that are made of a compiled budget; characters that no face has are told at their places in its file. */
  async printPages(
    path: string,
    compiled: Compiled,
    { title, author, language }: PageHead,
    pagesOf: (pages: ReadonlyMap<string, number>) => string,
  ): Promise<Printed> {
    let unprintable: readonly Diagnostic[] | undefined;
    const html = (pages: ReadonlyMap<string, number>): string => {
      const text = pagesOf(pages);
      // The browser is busy with the first print meanwhile.
      if (pages.size === 0) setImmediate(() => (unprintable = printability(compiled, text)));
      return text;
    };
    const { value, diagnostics } = await this.stage.printPdf(this.browser, { html, title, author, language });
    return {
      pdf: value && { path, bytes: value.bytes, remark: `，${value.pageCount} 页` },
      faults: diagnostics,
      unprintable: unprintable ?? printability(compiled, pagesOf(new Map())),
    };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
