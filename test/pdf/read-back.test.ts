import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { TableBlock } from "../../src/model/document.ts";
import { compiled, ROOT } from "../support/compile.ts";
import { type Bookmark, bookmarksOf, type Pdf, type PdfRow, readPdf, squeezed, tableRows, withoutSpace } from "../support/pdf.ts";
import { printed, withBrowser } from "../support/print.ts";

const budget = compiled(join(ROOT, "budgets", "lianzhou.yaml"));
const { document } = budget;
const tables = document.parts.flatMap(({ blocks }) =>
  blocks.flatMap((block) => (block.kind === "table" && block.caption ? [{ ...block, caption: block.caption }] : [])),
);

describe("the PDF, read back", () => {
  let bytes: Uint8Array;
  let pdf: Pdf;
  let bookmarks: Bookmark[];
  let pages: string[];
  let rows: PdfRow[];
  beforeAll(async () => {
    bytes = await withBrowser((browser) => printed(budget, browser));
    pdf = await readPdf(bytes);
    bookmarks = await bookmarksOf(pdf);
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    pages = [];
    rows = [];
    for (const number of numbers) {
      pages.push(await squeezed(pdf, number));
      rows.push(...(await tableRows(pdf, number)));
    }
  });

  const pageOf = (title: string): number => bookmarks.find((bookmark) => bookmark.title === title)?.page ?? 0;
  const withoutNumber = (page: string): string => page.replace(/^—\d+—|—\d+—$/, "");

  it("says whose it is, in which language, and that it is tagged", async () => {
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: document.title, Author: document.author, Language: document.language });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it("has A4 pages, upright and lying", async () => {
    const sizes = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const [, , width = 0, height = 0] = (await pdf.getPage(number)).view;
      sizes.add(`${Math.round(width / 2.8346)}×${Math.round(height / 2.8346)}`);
    }
    expect([...sizes].sort()).toEqual(["210×297", "297×210"]);
  });

  it("has bookmarks for every part, section and table", () => {
    const sections = document.parts.flatMap(({ heading, blocks }) => [
      heading.text,
      ...blocks.flatMap((block) => (block.kind === "heading" ? [block.heading.text] : block.kind === "table" && block.caption ? [block.caption.title] : [])),
    ]);
    expect(bookmarks.filter(({ level }) => level > 1 && pageOf(document.contentsHeading) !== 0).map(({ title }) => title)).toEqual([
      document.contentsHeading,
      ...sections,
    ]);
  });

  it("has contents whose page numbers are right", () => {
    const contents = pages[pageOf(document.contentsHeading) - 1] ?? "";
    let from = 0;
    for (const { text, level } of document.contents) {
      const title = level === 1 ? text : text.replace(/^[一二三四五六七八九十]+、/, "");
      const page = bookmarks.find((bookmark) => bookmark.title === text || bookmark.title === title)?.page;
      const at = contents.indexOf(withoutSpace(text) + page, from);
      expect(at, `${text} … ${page}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it("numbers its pages at the outer edge, all but the cover", async () => {
    expect(pages[0]).not.toMatch(/—1—/);
    for (let number = 2; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [, , width = 0] = page.view;
      const text = items.flatMap((item) => ("str" in item && item.transform[5] < 110 ? [{ text: item.str, x: item.transform[4] as number }] : []));
      const digits = text.filter((item) => item.text.includes(String(number))).at(-1);
      expect(digits, `page ${number}`).toBeDefined();
      expect((digits?.x ?? 0) > width / 2, `page ${number}`).toBe(number % 2 === 1);
    }
  });

  it.each(tables.map((block) => [block.caption.label, block] as const))("has every cell of %s, its header on each of its pages", (_label, block) => {
    expectTable(block, rows);
  });

  function expectTable({ table, caption }: TableBlock & { caption: NonNullable<TableBlock["caption"]> }, all: readonly PdfRow[]): void {
    const from = pageOf(caption.title);
    const next = tables[tables.findIndex((each) => each.caption === caption) + 1];
    const to =
      next === undefined
        ? from + (all.filter(({ page, cells }) => page > from && cells[0] === caption.label).length > 0 ? 1 : 0)
        : pageOf(next.caption.title) - 1;
    const own = all.filter(({ page }) => page >= from && page <= Math.max(from, to));
    const body = own.filter(({ header, cells }) => !header && !isOver(cells));
    expect(body.map(({ cells }) => cells)).toEqual(table.rows.map(({ cells }) => cells.map(({ text }) => withoutSpace(text)).filter((text) => text !== "")));
    for (let page = from; page <= Math.max(from, to); page += 1) {
      const text = pages[page - 1] ?? "";
      for (const words of [caption.label, caption.title, caption.unitName ?? "", caption.amountUnit ?? ""]) expect(text).toContain(withoutSpace(words));
      for (const { text: heading } of table.header.flat()) expect(text).toContain(withoutSpace(heading));
    }
    function isOver(cells: readonly string[]): boolean {
      const words = [caption.label, caption.title, caption.unitName ?? "", caption.amountUnit ?? ""].map(withoutSpace);
      return cells.every((cell) => words.includes(cell));
    }
  }

  it("has every paragraph, heading, term and note", () => {
    const text = pages.map(withoutNumber).join("");
    const words = document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === "paragraph") return [block.text];
        if (block.kind === "heading") return [block.heading.text];
        return block.kind === "term" ? [block.ordinal + block.term + block.separator + block.definition] : block.notes;
      }),
    );
    expect(words.length).toBeGreaterThan(40);
    expect(words.filter((each) => !text.includes(withoutSpace(each)))).toEqual([]);
  });

  it("leaves no heading, table title or note by itself", () => {
    const headings = document.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "heading" ? [withoutSpace(block.heading.text)] : [])));
    const notes = document.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? block.notes.map(withoutSpace) : [])));
    for (const page of pages) {
      const text = withoutNumber(page);
      expect(headings.filter((heading) => text.endsWith(heading))).toEqual([]);
      expect(notes.filter((note) => text.startsWith(note))).toEqual([]);
    }
  });

  it("embeds every face as TrueType, and no other", () => {
    const source = Buffer.from(bytes).toString("latin1");
    const faces = [...source.matchAll(/\/BaseFont \/([A-Z]{6}\+)?([\w-]+)/g)].map((match) => match[2] ?? "");
    expect(faces.length).toBeGreaterThan(2);
    expect(faces.filter((face) => !face.startsWith("BudgetGen"))).toEqual([]);
    expect(source).not.toContain("/Type3");
    expect(source).toContain("/FontFile2");
  });

  it("has the same bytes from another browser process", async () => {
    const again = await withBrowser((browser) => printed(budget, browser));
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
});
