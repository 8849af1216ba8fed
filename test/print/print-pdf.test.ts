import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, startBrowser } from "../../src/print/browser.ts";
import type { BrowserOptions } from "../../src/print/launch.ts";
import { type PageNumbers, type PrintRequest, printPdf } from "../../src/print/print-pdf.ts";
import { demand, openPdf, page, temporaryDirectory, textOf } from "./support.ts";

const STYLE = `
  @page upright{size:A4;@bottom-center{content:"— " counter(page) " —"}}
  @page wide{size:A4 landscape;@bottom-center{content:"— " counter(page) " —"}}
  @media screen{body{display:none}}
  section{page:upright;break-before:page}.wide{page:wide}`;

/** A cover, contents, and chapters on upright and wide pages, each of as many pages as its text says. */
function report(pages: PageNumbers): string {
  const chapters = [
    ["part-1", "第一部分 概况", "", 1],
    ["part-2", "第二部分 预算表", "wide", 3],
    ["第三部分", "第三部分 情况说明", "", 2],
    ["part-4", "第四部分 名词解释", "wide", 1],
  ] as const;
  const contents = chapters.map(([id, title]) => `<p><a href="#${id}">${title}……${pages.get(id) ?? "00"}</a></p>`);
  const body = chapters.map(([id, title, kind, length]) => {
    const rest = '<p style="break-before:page">续页：镕㐂囧，收入总计465.58万元。</p>'.repeat(length - 1);
    const table = "<table><thead><tr><th>科目</th><th>金额</th></tr></thead><tr><td>工资</td><td>831,200</td></tr></table>";
    return `<section class="${kind}"><h1 id="${id}">${title}</h1>${table}${rest}</section>`;
  });
  return page("部门预算", STYLE, `<h2>封面</h2><section><h2>目录</h2>${contents.join("")}</section>${body.join("")}`);
}

const REQUEST: PrintRequest = { html: report, title: "部门预算", author: "连州市（甲）𠮷", language: "zh-CN" };

async function printAlone(options: BrowserOptions, request: PrintRequest = REQUEST): Promise<Buffer> {
  const browser = startBrowser(options);
  try {
    return Buffer.from(demand(await printPdf(browser, request)).bytes);
  } finally {
    await browser.close();
  }
}

describe("a printed document", () => {
  let browser: Browser;
  beforeAll(() => {
    browser = startBrowser();
  });
  afterAll(() => browser.close());

  it("has contents whose numbers are those of the pages, upright and wide", async () => {
    const { bytes, pages, pageCount } = demand(await printPdf(browser, REQUEST));
    expect([...pages].sort()).toEqual([
      ["part-1", 3],
      ["part-2", 4],
      ["part-4", 9],
      ["第三部分", 7],
    ]);
    const pdf = await openPdf(bytes);
    expect(pdf.numPages).toBe(pageCount);
    const contents = await textOf(pdf, 2);
    for (const [id, number] of pages) {
      const [target] = (await pdf.getDestination(encodeURIComponent(id))) ?? [];
      expect(await pdf.getPageIndex(target)).toBe(number - 1);
      expect(contents).toContain(`……${number}`);
      expect(await textOf(pdf, number)).toContain(`— ${number} —`);
    }
    const [, , width = 0, height = 0] = (await pdf.getPage(4)).view;
    expect(width).toBeGreaterThan(height);
  });

  it("has extractable Chinese, also from the fallback face", async () => {
    const pdf = await openPdf(demand(await printPdf(browser, REQUEST)).bytes);
    expect(await textOf(pdf, 5)).toContain("续页：镕㐂囧，收入总计465.58万元。");
  });

  it("says what it is and who wrote it", async () => {
    const pdf = await openPdf(demand(await printPdf(browser, REQUEST)).bytes);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "部门预算", Author: "连州市（甲）𠮷", Creator: "budgetgen", Language: "zh-CN" });
    expect(info.CreationDate).toBeUndefined();
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect((await pdf.getOutline()).map(({ title }) => title)).toContain("第二部分 预算表");
    expect(JSON.stringify(await (await pdf.getPage(4)).getStructTree())).toContain('"role":"TH"');
  });

  it("bears a date when one is given", async () => {
    const { bytes } = demand(await printPdf(browser, { ...REQUEST, date: new Date(1_700_000_000_000) }));
    const { info } = (await (await openPdf(bytes)).getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info.CreationDate).toBe("D:20231114221320Z");
  });

  it("is sound in the eyes of qpdf, where there is one", async ({ skip }) => {
    const path = join(temporaryDirectory(), "out.pdf");
    writeFileSync(path, demand(await printPdf(browser, REQUEST)).bytes);
    try {
      expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain("No syntax or stream encoding errors");
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === "ENOENT") skip();
      throw thrown;
    }
  });

  it("is a diagnostic when its contents lead nowhere", async () => {
    const html = page("x", "", '<p><a href="#nowhere">去</a></p>');
    const { diagnostics } = await printPdf(browser, { html, title: "x", language: "zh-CN" });
    expect(diagnostics).toMatchObject([{ code: "print-anchor", message: expect.stringContaining("nowhere") }]);
  });

  it("is a diagnostic when its pages never settle", async () => {
    const html = (pages: PageNumbers): string =>
      page("x", "", `<a href="#a">去</a>${"<p style='break-after:page'>页</p>".repeat((pages.get("a") ?? 0) % 7)}<h1 id="a">题</h1>`);
    const { diagnostics } = await printPdf(browser, { html, title: "x", language: "zh-CN" });
    expect(diagnostics[0]?.code).toBe("print-unstable");
  });

  it("is a diagnostic when it is not the document that was asked for", async () => {
    const { diagnostics } = await printPdf(browser, { ...REQUEST, title: "决算" });
    expect(diagnostics[0]?.code).toBe("print-incomplete");
  });
});

describe("the bytes", () => {
  it("are the same from two launches, from a used page, and from one process or several", async () => {
    const first = await printAlone({});
    expect((await printAlone({})).equals(first)).toBe(true);
    expect((await printAlone({ load: "many" })).equals(first)).toBe(true);
    const browser = startBrowser();
    await printPdf(browser, { ...REQUEST, html: page("部门预算", "", "<h1>先印一份别的</h1>") });
    const used = demand(await printPdf(browser, REQUEST)).bytes;
    await browser.close();
    expect(Buffer.from(used).equals(first)).toBe(true);
  });

  it("are each document's own when several are printed at a time", async () => {
    const browser = startBrowser({ load: "many" });
    const titled = (title: string) => ({ html: page(title, "", `<h1>${title}</h1>`), title, language: "zh-CN" });
    const printed = await Promise.all(["甲", "丁", "丙"].map((title) => printPdf(browser, titled(title))));
    await browser.close();
    const texts = await Promise.all(printed.map(async (one) => textOf(await openPdf(demand(one).bytes), 1)));
    expect(texts).toEqual(["甲", "丁", "丙"]);
  });
});
