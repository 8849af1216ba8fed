import type { PdfObjects } from "./pdf-objects.ts";

/** On which page, counted from 1, each link target of the document lies. */
export function readDestinations(pdf: PdfObjects): Map<string, number> {
  const pages = new Map(pageNumbers(pdf).map((object, index) => [object, index + 1]));
  const destinations = pdf.reference(pdf.catalog, "Dests");
  const found = new Map<string, number>();
  if (destinations === undefined) return found;
  for (const [, name = "", object] of pdf.object(destinations).matchAll(/\/([^\s/[\]<>()]+) \[(\d+) 0 R \/XYZ/g)) {
    const page = pages.get(Number(object));
    if (page !== undefined) found.set(decodeName(name), page);
  }
  return found;
}

/** The objects of the pages, in their order. */
export function pageNumbers(pdf: PdfObjects): number[] {
  const visit = (number: number): number[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(pdf.object(number))?.[1];
    return kids === undefined ? [number] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => visit(Number(kid[1])));
  };
  const root = pdf.reference(pdf.catalog, "Pages");
  return root === undefined ? [] : visit(root);
}

/** A PDF name spells unusual bytes as #XX; and the name that Chromium puts there is the link's own %XX. */
function decodeName(name: string): string {
  const fragment = name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeFragment(fragment);
}

/** The id that a link's fragment stands for. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
