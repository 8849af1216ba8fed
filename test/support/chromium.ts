import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser as ScriptedBrowser } from "puppeteer-core";
import { bundledLibraries } from "../../src/print/bundled-browser.ts";
import { findBrowser } from "../../src/print/find-browser.ts";
import { writeFontConfig } from "../../src/print/font-config.ts";
import { packageFonts } from "../../src/print/font-directory.ts";
import { listFonts } from "../../src/print/fonts.ts";

/** A browser as a reader has one, with scripts on, to look at the HTML edition. */
export async function openBrowser(): Promise<{ readonly browser: ScriptedBrowser; readonly close: () => Promise<void> }> {
  const { value: found } = await findBrowser({});
  if (found === undefined) throw new Error("no browser");
  const home = mkdtempSync(join(tmpdir(), "budgetgen-browser-"));
  const libraries = found.source === "bundled" ? bundledLibraries(found.path) : undefined;
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless: "shell",
    pipe: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    env: {
      ...process.env,
      HOME: home,
      FONTCONFIG_FILE: writeFontConfig(listFonts(packageFonts()), home),
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
    },
  });
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, close };
}
