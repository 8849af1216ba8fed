import { createHash } from "node:crypto";
import type { PdfObjects } from "./pdf-objects.ts";

/** What the document says of itself. */
export interface PdfInformation {
  readonly title: string;
  readonly author?: string | undefined;
  /** Left out when absent: the hour of printing would make every run's bytes differ. */
  readonly date?: Date | undefined;
}

const NODE = /\(node(\d{8})\)/g;

/**
 * Makes the bytes depend on the document and the browser's build alone, and says who wrote it.
 * Chromium puts the hour into the information dictionary and, as names of table cells, its count
 * of every node that the page ever had. The cells are renumbered in place. The dictionary is
 * written anew behind the last object; where it was there are blanks, which PDF allows, so that
 * no other object moves. Chromium knows no author.
 */
export function normalise(pdf: PdfObjects, information: PdfInformation): Buffer {
  const infoNumber = pdf.reference(pdf.trailer, "Info");
  if (infoNumber === undefined) throw new Error("PDF 没有文档信息");
  const [start, end] = pdf.extent(infoNumber);
  const producer = /\/Producer (\([^)]*\))/.exec(pdf.object(infoNumber))?.[1] ?? "(Skia/PDF)";
  const body = Buffer.from(pdf.bytes.subarray(0, pdf.xrefStart));
  body.fill(" ", start, end);
  renumberNodes(pdf.text.slice(0, pdf.xrefStart), body);
  const info = Buffer.from(`${infoNumber} 0 obj\n${infoDictionary(information, producer)}\nendobj\n`, "latin1");
  const table = Buffer.from(pdf.bytes.subarray(pdf.xrefStart, pdf.text.lastIndexOf("trailer")));
  table.write(String(body.length).padStart(10, "0"), pdf.entryAt(infoNumber) - pdf.xrefStart, "latin1");
  return Buffer.concat([body, info, table, trailer(pdf, body, info)]);
}

function trailer(pdf: PdfObjects, body: Buffer, info: Buffer): Buffer {
  const id = createHash("sha256").update(body).update(info).digest("hex").slice(0, 32).toUpperCase();
  const entries = pdf.trailer.slice(pdf.trailer.indexOf("<<"), pdf.trailer.lastIndexOf(">>")).replace(/\n\/ID \[.*?\]/s, "");
  return Buffer.from(`trailer\n${entries}\n/ID [<${id}> <${id}>]>>\nstartxref\n${body.length + info.length}\n%%EOF\n`, "latin1");
}

/** Ranks keep the order, and so the sorting of the tree that finds the cells by name. */
function renumberNodes(text: string, body: Buffer): void {
  const found = [...text.matchAll(NODE)];
  const names = [...new Set(found.map((match) => match[1] ?? ""))].sort();
  const ranks = new Map(names.map((name, index) => [name, String(index + 1).padStart(8, "0")]));
  for (const match of found) body.write(ranks.get(match[1] ?? "") ?? "", match.index + "(node".length, "latin1");
}

function infoDictionary({ title, author, date }: PdfInformation, producer: string): string {
  const stamp = date && `(D:${date.toISOString().replace(/\D/g, "").slice(0, 14)}Z)`;
  const entries = [
    `/Title ${textString(title)}`,
    ...(author ? [`/Author ${textString(author)}`] : []),
    "/Creator (budgetgen)",
    `/Producer ${producer}`,
    ...(stamp ? [`/CreationDate ${stamp}`, `/ModDate ${stamp}`] : []),
  ];
  return `<<${entries.join("\n")}>>`;
}

/** UTF-16 with its mark, in hexadecimal: the one spelling that needs no escapes. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
