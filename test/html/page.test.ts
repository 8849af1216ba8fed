/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderFragment, renderPage } from "../../src/render/document.ts";
import { openBrowser } from "../support/chromium.ts";
import { compiled, ROOT } from "../support/compile.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { document: composed, standard } = compiled(join(ROOT, "budgets", "lianzhou.yaml"));
const HTML = renderPage(composed, standard.styles);

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

describe("the HTML edition in a browser", () => {
  let browser: Browser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ browser, close } = await openBrowser());
  });
  afterAll(() => close());

  async function open(html: string, viewport: Parameters<Page["setViewport"]>[0]): Promise<{ page: Page; requests: string[] }> {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    // The reader's policy forbids scripts; the inspector's are let in for the test alone.
    await page.setBypassCSP(true);
    await page.setViewport(viewport);
    await page.setContent(html, { waitUntil: "load" });
    return { page, requests };
  }

  it.each([
    ["a desktop", DESKTOP],
    ["a phone", PHONE],
  ])("has nothing that axe finds on %s", async (_name, viewport) => {
    const { page } = await open(HTML, viewport);
    await page.evaluate(AXE);
    const results = (await page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })")) as AxeResults;
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(results.passes.length).toBeGreaterThan(20);
    await page.close();
  });

  it("asks for nothing from anywhere", async () => {
    const { page, requests } = await open(HTML, DESKTOP);
    expect(requests.filter((url) => !url.startsWith("about:"))).toEqual([]);
    expect(HTML).not.toMatch(/<(?:script|link|img|iframe)\b|url\(|@import/i);
    await page.close();
  });

  it("never scrolls sideways as a whole on a phone; wide tables do so in their own box with the first column held", async () => {
    const { page } = await open(HTML, PHONE);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".scroll")]
        .filter((box) => box.scrollWidth > box.clientWidth)
        .map((box) => {
          const left = box.getBoundingClientRect().left;
          box.scrollLeft = 120;
          const held = box.querySelector("tbody tr:last-child > :first-child")?.getBoundingClientRect().left ?? Number.NaN;
          const moved = box.querySelector("tbody tr:last-child > :last-child")?.getBoundingClientRect().left ?? Number.NaN;
          box.scrollLeft = 0;
          const before = box.querySelector("tbody tr:last-child > :last-child")?.getBoundingClientRect().left ?? Number.NaN;
          return { held: Math.abs(held - left) < 3, scrolls: before - moved > 20, focusable: box.tabIndex === 0 };
        }),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(4);
    expect(boxes).toEqual(boxes.map(() => ({ held: true, scrolls: true, focusable: true })));
    await page.close();
  });

  it("leads from the contents to what they name", async () => {
    const { page } = await open(HTML, DESKTOP);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll(".contents a")].map(
        (link) => [link.textContent, document.querySelector(link.getAttribute("href") ?? "")?.textContent] as const,
      ),
    );
    expect(links.length).toBe(composed.contents.length);
    for (const [text, target] of links) expect(text).toContain(target?.replace(/^第.部分 /, "") ?? "?");
    await page.close();
  });
});

describe("the fragment", () => {
  const fragment = renderFragment(composed);

  it("has no head, style sheet, script, id or class", () => {
    expect(fragment).not.toMatch(/<(?:!doctype|html|head|body|style|script|link|meta|title)\b|\s(?:id|class)=/i);
  });

  it("says the same as the page", () => {
    const text = (html: string): string => html.replace(/<(style|title|caption)[\s\S]*?<\/\1>|<a class="skip"[\s\S]*?<\/a>|<[^>]+>/g, "").replace(/\s/g, "");
    expect(text(fragment)).toBe(text(HTML));
  });
});
