import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareBudgets } from "../../src/compare/compare.ts";
import { correctionNote, isPrintedOtherwise, markedDocument } from "../../src/correct/correct.ts";
import type { Browser } from "../../src/print/browser.ts";
import { startBrowser } from "../../src/print/browser.ts";
import { printPdf } from "../../src/print/print-pdf.ts";
import { plainTitle, renderCorrectionPage, renderCorrectionPrint } from "../../src/render/correction.ts";
import { expectGolden } from "../support/golden.ts";
import { type Pdf, readPdf, squeezed, tableRows, withoutSpace } from "../support/pdf.ts";
import { compared, difference, file } from "./support.ts";

const after = compared("second.yaml");
const note = correctionNote(difference("first.yaml", "second.yaml"), after, {
  reason: "编报时“三公”经费科目选择有误",
  date: "2024年3月5日",
  published: "2024年2月8日",
});
const PLAIN = { page: "", print: "", difference: "", correction: "" };

describe("the 更正说明", () => {
  it("is as reviewed on a page", () => {
    expectGolden(file("correction.html"), renderCorrectionPage(note, PLAIN));
  });

  it("numbers what is corrected, tells how much it is, and names where each stands", () => {
    const rows = note.table.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(rows.map(([number]) => number)).toEqual(rows.map((_, index) => String(index + 1)));
    expect(note.opening).toContain(`有${rows.length}处需要更正`);
    expect(rows).toContainEqual([expect.any(String), "表1 收支总体情况表（单位：万元）", "支出总计，支出 / 预算", "465.58", "453.31"]);
    expect(rows).toContainEqual([
      expect.any(String),
      "表6 一般公共预算基本支出情况表（按经济分类科目）（单位：万元）",
      "[30211]差旅费（整行）",
      "预算：2.00",
      "—",
    ]);
    const sentence = rows.find(([, place]) => place?.includes("收支增减变化情况"));
    expect(sentence?.[1]).toBe("第三部分 2024年部门预算情况说明，一、部门预算收支增减变化情况");
    expect(sentence?.[3]).toMatch(/^2024年本部门收入预算465\.58万元.*减少；$/);
    expect(sentence?.[4]).toMatch(/^2024年本部门收入预算453\.31万元.*减少；$/);
  });

  it("tells all that prints otherwise and nothing that prints the same", () => {
    const { tables } = difference("first.yaml", "second.yaml");
    const places = new Set(note.table.rows.map(({ cells }) => cells[1]?.text ?? ""));
    for (const { label } of tables) expect([...places].some((place) => place.startsWith(`${label} `))).toBe(true);
    for (const { cells } of note.table.rows) expect(cells[3]?.text).not.toBe(cells[4]?.text);
  });

  it("is not made where nothing prints otherwise", () => {
    expect(isPrintedOtherwise(compareBudgets(after, after))).toBe(false);
  });
});

it("marks a document wherever its title stands, and nothing else of it", () => {
  const marked = markedDocument(after);
  expect(marked.title).toBe(`${after.document.title}（更正）`);
  expect(marked.cover.map(({ role, text }) => [role, text.endsWith("（更正）")])).toEqual(after.document.cover.map(({ role }) => [role, role === "title"]));
  expect({ ...marked, title: "", cover: [] }).toEqual({ ...after.document, title: "", cover: [] });
});

describe("the 更正说明 as PDF", () => {
  let browser: Browser;
  let pdf: Pdf;
  let bytes: Uint8Array;
  const print = async (): Promise<Uint8Array> => {
    const html = renderCorrectionPrint(note, after.standard.styles);
    const { value, diagnostics } = await printPdf(browser, { html, title: plainTitle(note), author: note.author, language: note.language });
    expect(diagnostics).toEqual([]);
    return value?.bytes ?? new Uint8Array();
  };
  beforeAll(async () => {
    browser = startBrowser();
    bytes = await print();
    pdf = await readPdf(bytes);
  });
  afterAll(() => browser.close());

  it("says all that the page says, in order", async () => {
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => squeezed(pdf, index + 1)));
    expect(pages[0]).toContain(withoutSpace(plainTitle(note)));
    expect(pages[0]).toContain(withoutSpace(note.opening));
    expect(pages.at(-1)).toContain(`${note.signature.unit}${note.signature.date}`);
    expect(pages.join("")).toContain(withoutSpace(note.closing[0] ?? ""));
  });

  it("has every row whole, and the table's head on each of its pages", async () => {
    const found = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => tableRows(pdf, index + 1)));
    // The tags of a table name all its rows on each of its pages.
    const rows = found.flat().filter(({ cells }) => cells.some((text) => text !== ""));
    const told = rows.filter(({ header }) => !header).map(({ cells }) => cells);
    expect(told).toEqual(note.table.rows.map(({ cells }) => cells.map(({ text }) => withoutSpace(text))));
    const pages = [...new Set(rows.map(({ page }) => page))];
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(await squeezed(pdf, page)).toContain("序号位置更正的内容更正前更正后");
  });

  it("has the same bytes when it is printed again", async () => {
    expect(Buffer.compare(await print(), bytes)).toBe(0);
  });
});
