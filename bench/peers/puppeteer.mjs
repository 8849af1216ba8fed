// node puppeteer.mjs HTML OUTPUT BROWSER: puppeteer as its documentation shows it.
import { readFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [html, output, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, headless: "shell", args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.setContent(readFileSync(html, "utf8"), { waitUntil: "load" });
await page.pdf({ path: output, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
await browser.close();
