import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export type Pdf = PDFDocumentProxy;

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  return await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, isEvalSupported: false, verbosity: 0 }).promise;
}

/** The text of a page without any white space, in reading order. */
export async function squeezed(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  return withoutSpace(items.map((item) => ("str" in item ? item.str : "")).join(""));
}

export function withoutSpace(text: string): string {
  return text.replace(/\s/g, "");
}

export interface Bookmark {
  readonly title: string;
  readonly level: number;
  /** From 1. */
  readonly page: number;
}

export async function bookmarksOf(pdf: Pdf): Promise<Bookmark[]> {
  const read = async (items: Awaited<ReturnType<Pdf["getOutline"]>>, level: number): Promise<Bookmark[]> => {
    const found: Bookmark[] = [];
    for (const item of items ?? []) {
      const target = typeof item.dest === "string" ? await pdf.getDestination(item.dest) : item.dest;
      const page = target === null ? 0 : (await pdf.getPageIndex(target[0])) + 1;
      found.push({ title: item.title, level, page }, ...(await read(item.items, level + 1)));
    }
    return found;
  };
  return await read(await pdf.getOutline(), 1);
}

/** A row of a tagged table, as the text of its cells without white space. */
export interface PdfRow {
  readonly page: number;
  readonly header: boolean;
  readonly cells: readonly string[];
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** The rows of all tables of a page, read through the document's tags as a screen reader does. */
export async function tableRows(pdf: Pdf, number: number): Promise<PdfRow[]> {
  const page = await pdf.getPage(number);
  const texts = await textByTag(page);
  const tree = (await page.getStructTree()) as StructureNode | null;
  return tree === null ? [] : rowsIn(tree, texts).map((cells) => ({ page: number, ...cells }));
}

async function textByTag(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((each) => each !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + withoutSpace(item.str));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id);
  }
  return texts;
}

function rowsIn(node: StructureNode, texts: ReadonlyMap<string, string>): { header: boolean; cells: string[] }[] {
  if (node.role === "TR") {
    const cells = (node.children ?? []).filter(({ role }) => role === "TD" || role === "TH");
    return [{ header: cells.every(({ role }) => role === "TH"), cells: cells.map((cell) => textIn(cell, texts)) }];
  }
  return (node.children ?? []).flatMap((child) => rowsIn(child, texts));
}

function textIn(node: StructureNode, texts: ReadonlyMap<string, string>): string {
  if (node.type === "content") return texts.get(node.id ?? "") ?? "";
  return (node.children ?? []).map((child) => textIn(child, texts)).join("");
}
