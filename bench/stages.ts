import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { checkBudget } from "../src/check/budget/budget.ts";
import { readHead } from "../src/check/budget/head.ts";
import { Findings } from "../src/check/reader.ts";
import { checkStandard } from "../src/check/standard/standard.ts";
import { writeWhole } from "../src/commands/output.ts";
import { printability, readyResources } from "../src/compile.ts";
import { composeDocument } from "../src/compose/document.ts";
import { derive } from "../src/derive/derive.ts";
import { readLastYear } from "../src/last-year/last-year.ts";
import { loadClassification } from "../src/load/classification.ts";
import { loadStandard } from "../src/load/standard.ts";
import { loadText } from "../src/load/text.ts";
import { parseYaml } from "../src/load/yaml/parse.ts";
import type { Browser } from "../src/print/browser.ts";
import type { PrintPage } from "../src/print/print-page.ts";
import { reconcileFigures } from "../src/reconcile/reconcile.ts";
import { renderPage, renderPrint } from "../src/render/document.ts";

/** node stages.js html|pdf ROOT BUDGET FOLDER: one cold build by stages, as [name, milliseconds] in JSON on standard output. */
const [format = "html", root = "", budgetPath = "", folder = ""] = process.argv.slice(2);

const stages: [string, number][] = [];
let last = 0;
function mark(name: string): void {
  const now = performance.now();
  stages.push([name, now - last]);
  last = now;
}

/** What a stage gave; a bench that fails has nothing to say. */
function must<Value>({ value }: { readonly value?: Value | undefined }): Value {
  if (value === undefined) throw new Error(`stage after ${stages.at(-1)?.[0]} failed`);
  return value;
}

/** Node's own start is over before anything of ours runs. */
stages.push(["node starts", performance.nodeTiming.bootstrapComplete]);
last = performance.nodeTiming.bootstrapComplete;
mark("load the bundle");
void run();

async function run(): Promise<void> {
  const browser = format === "pdf" ? (await import("../src/print/browser.ts")).startBrowser() : undefined;
  const stage = browser && (await import("../src/print/print-pdf.ts"));
  if (browser) mark("spawn browser");

  const resources = readyResources(root);
  mark("resources");
  const file = must(loadText(budgetPath));
  const tree = must(parseYaml(file, { flow: false }));
  mark("load: parse budget");
  const head = readHead(tree, new Findings());
  const sources = must(loadStandard(resources.standards, head.standard?.value ?? "", undefined, resources.trees));
  mark("load: standard");
  const ready = resources.ready(sources.folders[0]?.path ?? "");
  const standard = must(checkStandard(sources, new Set(ready && [ready.wording])));
  mark("check: standard");
  const classification = loadClassification(resources.classification, head.year?.value ?? 0);
  mark("load: classification");
  const stated = must(checkBudget(tree, standard, classification));
  mark("check: budget");
  const classificationOf = (year: number) => ({ value: loadClassification(resources.classification, year), diagnostics: [] });
  const { lastYear } = must(readLastYear({ tree, budget: stated, standard, classification }, { classificationOf, standardOf: () => standard }));
  const budget = { ...stated, lastYearFile: lastYear };
  mark("last year's file");
  const derived = must(derive(budget, standard, classification));
  mark("derive");
  reconcileFigures({ budget, derived, standard, classification });
  mark("reconcile");
  const document = must(composeDocument({ budget, standard, classification, derived, templates: ready?.templates ?? new Map() }));
  mark("compose");

  if (browser && stage) {
    printability({ file, document, standard, budget, derived, classification });
    mark("printability");
    const html = (pages: ReadonlyMap<string, number>): string => renderPrint(document, standard.styles, pages);
    const request = { html, title: document.title, author: document.author, language: document.language };
    const { bytes } = must(await stage.printPdf(timed(browser), request));
    mark("check print, normalise");
    writeOut("stages.pdf", bytes);
    await browser.close();
    mark("close browser");
  } else {
    const text = renderPage(document, standard.styles);
    mark("render");
    writeOut("stages.html", Buffer.from(text));
  }
  process.stdout.write(JSON.stringify(stages));
}

function writeOut(name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeWhole([{ path: join(folder, name), bytes }]);
  mark("write");
}

/** The browser with a page that marks what it does. */
function timed(real: Browser): Browser {
  let prints = 0;
  const lend = async (page: PrintPage): Promise<PrintPage> => {
    mark("wait for browser");
    const setContent = async (html: string): Promise<void> => {
      mark(prints === 0 ? "render" : "read pages, render again");
      await page.setContent(html);
      mark(`set content ${++prints}`);
    };
    const print = async (tagged: boolean): Promise<Buffer> => {
      const pdf = await page.print(tagged);
      mark(`print ${prints}`);
      return pdf;
    };
    return { setContent, print } as unknown as PrintPage;
  };
  return { use: <Result>(work: (page: PrintPage) => Promise<Result>) => real.use(async (page) => await work(await lend(page))) } as unknown as Browser;
}
