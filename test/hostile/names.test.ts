import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compileBudget } from "../../src/compile.ts";
import { renderPage, renderPrint } from "../../src/render/document.ts";
import { ROOT } from "../support/compile.ts";
import { HOSTILE_NAMES } from "../support/mutations.ts";
import { QUICK_RESOURCES } from "../support/quick.ts";
import { tried } from "../support/trial.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROJECT = "\n项目支出:\n  - 项目名称: 甲项目\n    支出:\n      2010350:\n        30201: 50,000\n原因:\n  收入总计: 乙\n  支出总计: 乙\n";
const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8").replace("概况:", `${PROJECT.trim()}\n概况:`);

function written(text: string): string {
  const path = join(folder, "x.yaml");
  writeFileSync(path, text);
  return path;
}

/** Line numbers of all keys: each stands where some reader looks a key up. */
const KEYED = FINE.split("\n").flatMap((line, index) => (/^\s*(?:- )?[^#\s][^:]*:/.test(line) ? [index] : []));

describe("names that a machine might take for its own", () => {
  test.each(HOSTILE_NAMES)("%s in the place of every key is a finding at most, never an exception", (name) => {
    const faults = KEYED.filter((_, index) => index % 4 === HOSTILE_NAMES.indexOf(name) % 4).flatMap((at) => {
      const lines = FINE.split("\n");
      lines[at] = (lines[at] ?? "").replace(/^(\s*(?:- )?)[^:]*:/, `$1${name}:`);
      const text = lines.join("\n");
      const { fault } = tried(written(text), QUICK_RESOURCES, text);
      return fault === undefined ? [] : [`line ${at + 1}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test("as the names of a unit and a project they are names", () => {
    for (const name of ["__proto__", "constructor", "toString"]) {
      const { value, diagnostics } = compileBudget(written(FINE.replace("某中心", name).replace("甲项目", name)), QUICK_RESOURCES);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(value && renderPage(value.document, value.standard.styles)).toContain(name);
    }
  });
});

describe("names of 300 characters", () => {
  test("of a unit and of a project are set as they are", () => {
    const [unit, project] = ["长名".repeat(150), "项目名".repeat(100)];
    const { value, diagnostics } = compileBudget(written(FINE.replace("某中心", unit).replace("甲项目", project)), QUICK_RESOURCES);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const html = value ? renderPrint(value.document, value.standard.styles, new Map()) : "";
    const text = html.replace(/<(?:wbr|br)[^>]*>|\u200b/g, "");
    expect(text).toContain(unit);
    expect(text).toContain(project);
  });
});

test("a standard's figure called __proto__ is a figure", () => {
  const standard = join(folder, "standard");
  const parent = join(ROOT, "templates", "qingyuan");
  const sentence = join("sentences", "composition.hbs");
  mkdirSync(join(standard, "sentences"), { recursive: true });
  writeFileSync(join(standard, "pack.yaml"), `name: 原型\nnorm: 测试\nextends: ${parent}\n`);
  writeFileSync(join(standard, "figures.yaml"), `__proto__:\n  where:\n    资金来源: 一般公共预算\n${readFileSync(join(parent, "figures.yaml"), "utf8")}`);
  writeFileSync(join(standard, sentence), `${readFileSync(join(parent, sentence), "utf8")}共{{金额 __proto__}}{{#if __proto__.有}}，有{{/if}}。\n`);
  const { value, diagnostics } = compileBudget(written(FINE.replace("清远县区", "原型")), { ...QUICK_RESOURCES, given: [standard] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(value && renderPage(value.document, value.standard.styles)).toMatch(/共6(?:\.00)?万元，有。/);
});
