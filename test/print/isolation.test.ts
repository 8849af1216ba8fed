import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, startBrowser } from "../../src/print/browser.ts";
import { printPdf } from "../../src/print/print-pdf.ts";
import { demand, openPdf, page, systemWithFonts, temporaryDirectory, textOf } from "./support.ts";

let server: Server;
let origin: string;
const seen: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? "");
    response.end("FETCHED");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const LEAKS = /SECRET|FETCHED|SCRIPTED/;

/** Every way that a page has to fetch something, aimed at our server and at a file. */
function hostile(file: string): { style: string; body: string } {
  const targets = [origin, file];
  const each = (make: (url: string) => string): string => targets.map(make).join("");
  return {
    style: `${each((url) => `@import url("${url}/import.css");`)}${each((url) => `@font-face{font-family:F;src:url("${url}/font.ttf")}`)}
      *{font-family:F,"BudgetGen FangSong"!important} video,audio{display:none} .a{background:url("${origin}/bg.png");list-style-image:url("${origin}/list.png");border-image:url("${origin}/border.png") 1;cursor:url("${origin}/cursor.png"),auto}
      .a::before{content:url("${origin}/content.png")} @page{background:url("${origin}/page.png")}`,
    body: `<h1>预算</h1><div class="a">甲</div>${each(
      (url) => `<img src="${url}/a.png" srcset="${url}/b.png 2x"><iframe src="${url}"></iframe><iframe srcdoc="<img src='${url}/srcdoc.png'>"></iframe>
      <link rel="stylesheet" href="${url}/s.css"><link rel="prefetch" href="${url}/p"><link rel="preload" as="image" href="${url}/pre"><link rel="prerender" href="${url}/r">
      <link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}"><link rel="icon" href="${url}/i.ico"><link rel="manifest" href="${url}/m.json"><link rel="modulepreload" href="${url}/m.js">
      <object data="${url}/o"></object><embed src="${url}/e"><svg width="9" height="9"><use href="${url}/u.svg#a"/><image href="${url}/i.svg"/></svg>
      <script src="${url}/s.js"></script><video src="${url}/v" poster="${url}/poster" autoplay></video><audio src="${url}/au" autoplay></audio><track src="${url}/t">
      <input type="image" src="${url}/input.png"><body background="${url}/body.png"><base href="${url}/">
      <picture><source srcset="${url}/pic.png"><img src="${url}/pic2.png"></picture>`,
    )}<script>document.body.textContent="SCRIPTED";fetch("${origin}/fetch");new WebSocket("${origin.replace("http", "ws")}/ws");location="${origin}/location"</script>
      <img src="x" onerror="document.body.textContent='SCRIPTED'"><form action="${origin}/form" id="f"></form><a href="${origin}/ping" ping="${origin}/pinged">乙</a>`,
  };
}

describe.each(["served", "installed"] as const)("a hostile page, fonts %s", (delivery) => {
  async function withBrowser(work: (browser: Browser) => Promise<Uint8Array>): Promise<string> {
    const browser = startBrowser({ delivery, env: systemWithFonts() });
    try {
      const pdf = await openPdf(await work(browser));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const pages = Array.from({ length: pdf.numPages }, (_, index) => textOf(pdf, index + 1));
      return (await Promise.all(pages)).join("");
    } finally {
      await browser.close();
    }
  }

  function secretFile(): string {
    const path = join(temporaryDirectory(), "secret.html");
    writeFileSync(path, "SECRET");
    return pathToFileURL(path).href;
  }

  it("reaches neither network nor disk", async () => {
    const { style, body } = hostile(secretFile());
    const request = { html: page("敌", style, body), title: "敌", language: "zh-CN" };
    const text = await withBrowser(async (browser) => demand(await printPdf(browser, request)).bytes);
    expect(text).toContain("预算");
    expect(text).not.toMatch(LEAKS);
    expect(seen).toEqual([]);
  });

  it("reaches nothing even with the policy taken out, since the other three walls stand", async () => {
    const { style, body } = hostile(secretFile());
    const refresh = `<meta http-equiv="refresh" content="0;url=${origin}/refresh">`;
    const open = page("敌", style, refresh + body).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    const print = (browser: Browser) =>
      browser.use(async (lent) => {
        await lent.setContent(open);
        return await lent.print(true);
      });
    expect(await withBrowser(print)).not.toMatch(LEAKS);
    expect(seen).toEqual([]);
  });

  it("is not printed at all without a policy", async () => {
    const browser = startBrowser({ delivery, env: systemWithFonts() });
    const { value, diagnostics } = await printPdf(browser, {
      html: "<!DOCTYPE html><html><head><title>x</title></head></html>",
      title: "x",
      language: "zh-CN",
    });
    await browser.close();
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe("print-policy");
  });
});
