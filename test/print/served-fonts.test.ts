import { expect, it } from "vitest";
import { startBrowser } from "../../src/print/browser.ts";
import { packageFonts } from "../../src/print/font-directory.ts";
import { FontServer, fontSheet } from "../../src/print/font-sheet.ts";
import { readFaces } from "../../src/print/fonts.ts";
import { printPdf } from "../../src/print/print-pdf.ts";
import { demand, openPdf, page, systemWithFonts, textOf } from "./support.ts";

const REQUEST = {
  html: page(
    "预算",
    '@page{@bottom-center{content:"— " counter(page) " —";font-family:"BudgetGen Kai"}}@media screen{body{display:none}}',
    "<h1>预算</h1><p>镕㐂囧</p>",
  ),
  title: "预算",
  language: "zh-CN",
};

it("show the same as installed ones, rare characters and margins included", async () => {
  const [served, installed] = await Promise.all(
    (["served", "installed"] as const).map(async (delivery) => {
      const browser = startBrowser({ delivery, env: systemWithFonts() });
      const printed = await printPdf(browser, REQUEST);
      await browser.close();
      return demand(printed).bytes;
    }),
  );
  const text = await textOf(await openPdf(served ?? new Uint8Array()), 1);
  expect(text).toContain("镕㐂囧");
  expect(text).toContain("— 1 —");
  expect(text).toBe(await textOf(await openPdf(installed ?? new Uint8Array()), 1));
  const families = (bytes: Uint8Array | undefined): string[] =>
    [
      ...Buffer.from(bytes ?? [])
        .toString("latin1")
        .matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g),
    ]
      .map((match) => match[1] ?? "")
      .sort();
  expect(families(served)).toEqual(families(installed));
});

it("are all that a document may use", async () => {
  const browser = startBrowser({ delivery: "served", env: systemWithFonts() });
  const html = page("预算", "p{font-family:serif}", "<p>预算</p>");
  const { diagnostics } = await printPdf(browser, { html, title: "预算", language: "zh-CN" });
  await browser.close();
  expect(diagnostics).toMatchObject([{ code: "print-incomplete", message: expect.stringContaining("字体") }]);
});

it("are given out by their exact address only", async () => {
  const directory = packageFonts();
  const faces = readFaces(directory);
  const server = new FontServer(directory, faces);
  const [url = ""] = /https:[^"]+/.exec(fontSheet(faces)) ?? [];
  expect(Buffer.from((await server.body(url)) ?? "", "base64").length).toBeGreaterThan(1_000_000);
  for (const other of [`${url}?x`, `${url}#x`, "https://budgetgen.invalid/fonts/../package.json", "https://budgetgen.invalid/"]) {
    expect(server.body(other)).toBeUndefined();
  }
});
