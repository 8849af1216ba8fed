import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Severity } from "../../src/base/diagnostic.ts";
import { checkFile } from "../../src/commands/check.ts";
import { codesOfPages, pageOf, pagesFolder } from "../../src/commands/pages.ts";
import { SEVERITY_NAMES } from "../../src/commands/severity.ts";
import type { Resources } from "../../src/compile.ts";
import { loadStandardFolder } from "../../src/load/standard.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";
import { fileOfFragment } from "./fragments.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The standard that fragments are read by, loaded and checked once. */
const { value: sources } = loadStandardFolder(RESOURCES.standards, join(RESOURCES.standards, "qingyuan-county"), RESOURCES.trees);
const ONCE: Resources = { ...RESOURCES, ...(sources && { sources, ready: () => ({ wording: sources.wording, templates: new Map() }) }) };

/** What a check finds in the file that an example stands for: code and severity. */
function findingsIn(fragment: string): { readonly code: string; readonly severity: Severity }[] {
  const path = join(folder, "单位.yaml");
  writeFileSync(path, fileOfFragment(fragment));
  return [...checkFile(path, /^标准:/m.test(fragment) ? RESOURCES : ONCE).diagnostics];
}

/** The form of a page: its head, paragraphs, 怎么改, and a wrong and a right example, or some that cannot be built. */
const HEAD = /^# [a-z\d-]+ \S+.*\n\n级别：\S+\n层：\S+\n\n(?:[^#\n].*\n\n?)+## 怎么改\n\n(?:[^#\n].*\n\n?)+/;
const EXAMPLES = /^## 错的\n\n```yaml\n([\s\S]+?)```\n\n## 对的\n\n```yaml\n([\s\S]+?)```\n$/;
const OTHERS = /^## 例子\n\n```text\n[\s\S]+?```\n$/;

/** The wrong and the right example of a page; nothing where it has only some that cannot be built. */
function examplesOf(code: string): { readonly wrong: string; readonly right: string } | undefined {
  const text = readFileSync(join(pagesFolder(), `${code}.md`), "utf8");
  const rest = text.replace(HEAD, "");
  expect(rest, `docs/errors/${code}.md has not the form of a page`).not.toBe(text);
  const [, wrong, right] = EXAMPLES.exec(rest) ?? [];
  if (wrong === undefined || right === undefined) expect(rest, `the examples of docs/errors/${code}.md`).toMatch(OTHERS);
  return wrong === undefined || right === undefined ? undefined : { wrong, right };
}

const codes = codesOfPages();

describe("a page on a code", () => {
  test.each(codes)("%s has the form of a page; its wrong example gives the code, and its right one does not", (code) => {
    const page = pageOf(code);
    expect(page, "its head: # CODE 题目, 级别, 层 of the closed lists").toBeDefined();
    const examples = examplesOf(code);
    if (examples === undefined) return;
    const severities = findingsIn(examples.wrong)
      .filter((finding) => finding.code === code)
      .map(({ severity }) => severity);
    expect(severities, "错的 gives the code").not.toEqual([]);
    expect(page?.severities).toEqual(expect.arrayContaining(severities));
    expect(findingsIn(examples.right).filter((finding) => finding.code === code)).toEqual([]);
  });

  test("shows by an example what a budget file can bring about; what only other files or the machine can are few", () => {
    const ofBudget = codes.filter((code) => !["标准", "环境"].includes(pageOf(code)?.layer ?? ""));
    const without = ofBudget.filter((code) => examplesOf(code) === undefined);
    expect(without.length, without.join("、")).toBeLessThan(ofBudget.length / 4);
  });
});

/** What the museum's goldens and the sources show of each code's level. */
function shown(): Map<string, Set<string>> {
  const levels = new Map<string, Set<string>>();
  const add = (code: string, level: string): void => void levels.set(code, (levels.get(code) ?? new Set()).add(level));
  const museum = join(ROOT, "test", "museum");
  for (const file of readdirSync(museum).filter((name) => name.endsWith(".txt") && !name.endsWith("-changed.txt"))) {
    const golden = readFileSync(join(museum, file), "utf8");
    for (const [, level = "", code = ""] of golden.matchAll(/(错误|警告|提示)\[([a-z\d-]+)\] /g)) add(code, level);
  }
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  for (const file of sources) {
    const text = readFileSync(join(ROOT, "src", file), "utf8");
    for (const [, level, code = ""] of text.matchAll(/\b(error|warning|note)\(\s*"([a-z]+(?:-[a-z\d]+)*)"/g)) add(code, SEVERITY_NAMES[level as Severity]);
  }
  return levels;
}

test("a page names the levels that the museum and the sources show", () => {
  const levels = shown();
  const wrong = codes.flatMap((code) => {
    const named = new Set<string>(pageOf(code)?.severities.map((severity) => SEVERITY_NAMES[severity]));
    return [...(levels.get(code) ?? [])].filter((level) => !named.has(level)).map((level) => `${code}: ${level}`);
  });
  expect(wrong).toEqual([]);
});
