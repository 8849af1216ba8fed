import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeEnvironment } from "../../src/print/describe-environment.ts";
import { temporaryDirectory } from "./support.ts";

it("names the browser, its version and the fonts", async () => {
  const { browser, fonts, diagnostics } = await describeEnvironment();
  expect(diagnostics).toEqual([]);
  expect(browser?.version).toMatch(/\/\d+\./);
  expect(fonts.faces.length).toBeGreaterThan(4);
  expect(fonts.faces.every(({ present }) => present)).toBe(true);
});

it("gives one line of mending for each thing that is missing", async () => {
  const fonts = temporaryDirectory();
  writeFileSync(join(fonts, "coverage.json"), '{"faces":[{"file":"A.ttf","family":"A","sets":[]}],"sets":[]}');
  const report = await describeEnvironment({ fonts, browser: "/nowhere/chrome" });
  expect(report.browser).toBeUndefined();
  expect(report.fonts.faces).toEqual([{ file: "A.ttf", family: "A", present: false }]);
  expect(report.diagnostics.map(({ code }) => code)).toEqual(["fonts-missing", "browser-missing"]);
  for (const { hint, message } of report.diagnostics) {
    expect(hint).toMatch(/。$/);
    expect(message).toMatch(/。$|：/);
  }
});
