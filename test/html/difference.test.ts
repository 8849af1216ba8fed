import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { correctionNote } from "../../src/correct/correct.ts";
import { renderCorrectionPage } from "../../src/render/correction.ts";
import { renderDifference } from "../../src/render/difference.ts";
import { compared, difference } from "../compare/support.ts";
import { openBrowser } from "../support/chromium.ts";

const FILES = { before: "first.yaml", after: "second.yaml" };
const found = difference(FILES.before, FILES.after);
const after = compared(FILES.after);
const PAGES = {
  "the page of differences": renderDifference(found, FILES, after.standard.styles),
  更正说明: renderCorrectionPage(correctionNote(found, after, { reason: "编报有误", date: "2024年3月5日" }), after.standard.styles),
};

describe.each(Object.entries(PAGES))("%s", (_name, html) => {
  let browser: Browser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ browser, close } = await openBrowser());
  });
  afterAll(() => close());

  it.each([1280, 390])("fits a screen of %i pixels: only tables scroll, in boxes of their own", async (width) => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.setContent(html);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const cut = await page.evaluate(
      `[...document.querySelectorAll("h1, h2, h3, p, li")].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0).map((each) => each.textContent)`,
    );
    expect(cut).toEqual([]);
    await page.close();
  });

  it("has nothing that axe objects to", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    // The policy of the page lets no script in: axe comes from the browser's side, where the policy is left out.
    await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const violations = (await page.evaluate(
      `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))`,
    )) as string[];
    expect(violations).toEqual([]);
    await page.close();
  });
});

it("a 更正说明 has what was and what is side by side on a narrow screen, with nothing to scroll", async () => {
  const { browser, close } = await openBrowser();
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 900 });
  await page.setContent(PAGES.更正说明);
  expect(await page.evaluate(`[...document.querySelectorAll(".scroll")].map((each) => each.scrollWidth - each.clientWidth)`)).toEqual([0]);
  const cut = await page.evaluate(`[...document.querySelectorAll("td, th")].filter((each) => each.scrollWidth > each.clientWidth + 1).length`);
  expect(cut).toBe(0);
  await close();
});
