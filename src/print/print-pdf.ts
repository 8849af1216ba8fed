import type { Outcome } from "../base/outcome.ts";
import type { Browser } from "./browser.ts";
import { decodeFragment, pageNumbers, readDestinations } from "./destinations.ts";
import { normalise, type PdfInformation, textString } from "./normalise.ts";
import { PdfObjects } from "./pdf-objects.ts";
import { policyFault } from "./policy.ts";
import type { PrintPage } from "./print-page.ts";
import { anchorsMissing, PrintProblem, pagesUnstable, policyMissing, printIncomplete } from "./problems.ts";

/** On which page, counted from 1, the element of each id lies that a link of the document leads to. */
export type PageNumbers = ReadonlyMap<string, number>;

export interface PrintRequest extends PdfInformation {
  /**
   * The page, or how to make it from the numbers of pages. It is called with an empty map first and
   * must then put placeholders as wide as numbers are. A document without contents is a mere string.
   */
  readonly html: string | ((pages: PageNumbers) => string);
  /** What `<html lang>` says; it must be found again in the PDF. */
  readonly language: string;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: PageNumbers;
  readonly pageCount: number;
}

/** Page numbers that go from two digits to three may move a line once; more is a fault of the template. */
const MOST_PRINTS = 3;

/** Hidden text is laid out and not painted, which makes the print that only counts pages a third cheaper. */
const HIDDEN = "<style>*,::before,::after{visibility:hidden!important}</style>";

/**
 * Prints a document as tagged PDF with bookmarks. The same HTML and the same build of the browser
 * give the same bytes. Nothing is written to disk, and nothing outside the HTML can be reached.
 */
export async function printPdf(browser: Browser, request: PrintRequest): Promise<Outcome<PrintedPdf>> {
  try {
    return { value: await browser.use((page) => print(page, request)), diagnostics: [] };
  } catch (thrown) {
    if (thrown instanceof PrintProblem) return { diagnostics: [thrown.diagnostic] };
    throw thrown;
  }
}

async function print(page: PrintPage, request: PrintRequest): Promise<PrintedPdf> {
  const { html } = request;
  if (typeof html === "string") return finish(await printOnce(page, html, true), html, request);
  let pages: PageNumbers = new Map();
  pages = readDestinations(await printOnce(page, html(pages), false));
  for (let prints = 0; prints < MOST_PRINTS; prints++) {
    const text = html(pages);
    const pdf = await printOnce(page, text, true);
    const found = readDestinations(pdf);
    if (sameNumbers(found, pages)) return finish(pdf, text, request);
    pages = found;
  }
  throw new PrintProblem(pagesUnstable(MOST_PRINTS));
}

async function printOnce(page: PrintPage, html: string, complete: boolean): Promise<PdfObjects> {
  const fault = policyFault(html);
  if (fault !== undefined) throw new PrintProblem(policyMissing(fault));
  await page.setContent(complete ? html : html.replace("</head>", `${HIDDEN}</head>`));
  return new PdfObjects(await page.print(complete));
}

function finish(pdf: PdfObjects, html: string, request: PrintRequest): PrintedPdf {
  const pages = readDestinations(pdf);
  const lost = linkedAnchors(html).filter((anchor) => !pages.has(anchor));
  if (lost.length > 0) throw new PrintProblem(anchorsMissing(lost));
  const flaw = findFlaw(pdf, html, request);
  if (flaw !== undefined) throw new PrintProblem(printIncomplete(flaw), true);
  return { bytes: normalise(pdf, request), pages, pageCount: pageNumbers(pdf).length };
}

/** What was asked for and is not in the PDF: an unknown option of print is ignored without a word. */
function findFlaw(pdf: PdfObjects, html: string, { title, language }: PrintRequest): string | undefined {
  const { catalog } = pdf;
  const info = pdf.reference(pdf.trailer, "Info");
  const plain = /^[\x20-\x7e]*$/.test(title);
  if (!plain && !(info !== undefined && pdf.object(info).includes(textString(title)))) return "标题不是所要的标题";
  if (!catalog.includes(`/Lang (${language})`)) return "没有注明语言";
  if (!(catalog.includes("/StructTreeRoot") && catalog.includes("/MarkInfo"))) return "没有结构标签";
  if (/<h[1-6][\s>]/i.test(html) && !catalog.includes("/Outlines")) return "没有书签";
  const foreign = /\/BaseFont \/(?!(?:[A-Z]{6}\+)?BudgetGen)([^\s/<>[\]]+)/.exec(pdf.text)?.[1];
  return foreign && `用了本程序以外的字体 ${foreign}`;
}

function linkedAnchors(html: string): string[] {
  const anchors = [...html.matchAll(/<a\s[^<>]*?href="#([^"]+)"/gi)].map((match) => decodeFragment(match[1] ?? ""));
  return [...new Set(anchors)];
}

function sameNumbers(one: PageNumbers, other: PageNumbers): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
