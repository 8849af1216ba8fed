import type { Diagnostic } from "../base/diagnostic.ts";
import { startBrowser } from "./browser.ts";
import type { BrowserSource } from "./find-browser.ts";
import { packageFonts } from "./font-directory.ts";
import { type Face, listFonts, readFaces } from "./fonts.ts";
import { type BrowserOptions, defaultDelivery, type FontDelivery } from "./launch.ts";
import { PRINT_POLICY } from "./policy.ts";
import { printPdf } from "./print-pdf.ts";
import { fontsMissing, PrintProblem } from "./problems.ts";

/** What doctor has to say about printing on this machine. */
export interface EnvironmentReport {
  /** The browser that is used; absent when none could be started. */
  readonly browser?: { readonly path: string; readonly version: string; readonly source: BrowserSource };
  readonly fonts: {
    readonly directory: string;
    readonly delivery: FontDelivery;
    readonly faces: readonly (Face & { readonly present: boolean })[];
  };
  /** What is missing or broken, each with one line on how to mend it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at the fonts, starts the browser and prints a trial page: what works here works in earnest. */
export async function describeEnvironment(options: BrowserOptions = {}): Promise<EnvironmentReport> {
  const directory = options.fonts ?? packageFonts();
  const { files } = listFonts(directory);
  const faces = readFaces(directory).map((face) => ({ ...face, present: files.includes(face.file) }));
  const missing = faces.filter(({ present }) => !present).map(({ file }) => file);
  const fontFaults = faces.length === 0 || missing.length > 0 ? [fontsMissing(directory, missing)] : [];
  const trial = await tryBrowser(options);
  return {
    ...(trial.browser && { browser: trial.browser }),
    fonts: { directory, delivery: options.delivery ?? defaultDelivery(), faces },
    diagnostics: [...fontFaults, ...trial.diagnostics.filter(({ code }) => fontFaults.every((fault) => fault.code !== code))],
  };
}

async function tryBrowser(options: BrowserOptions): Promise<Pick<EnvironmentReport, "browser" | "diagnostics">> {
  const browser = startBrowser(options);
  try {
    const { diagnostics } = await printPdf(browser, { html: trialPage(), title: "试印", language: "zh-CN" });
    if (diagnostics.length > 0) return { diagnostics };
    const { path, version, source } = await browser.identify();
    return { browser: { path, version, source }, diagnostics };
  } catch (thrown) {
    if (thrown instanceof PrintProblem) return { diagnostics: [thrown.diagnostic] };
    throw thrown;
  } finally {
    await browser.close();
  }
}

function trialPage(): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}"><title>试印</title></head><body><h1>试印</h1></body></html>`;
}
