import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/commands/exit.ts";
import { showDiagnostic } from "../../src/commands/report.ts";
import { checkStandards } from "../../src/commands/standards/check.ts";
import { loadText } from "../../src/load/text.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { DOCUMENT_WORDS } from "../../src/model/document-words.ts";
import { EXPENDITURE_NATURES, FUND_SOURCE_GROUPS, FUND_SOURCES, MONEY_YEARS, UNIT_NATURES } from "../../src/model/expenditure.ts";
import { MEMBER_WORDS, PROJECT_WORDS } from "../../src/model/list.ts";
import { SELECTION_KEYS } from "../../src/model/selection.ts";
import { ROW_ATTRIBUTES, ROW_AXES } from "../../src/model/table.ts";
import { CHANGE_FLAGS, CHANGE_WORDS, HELPERS, LIST_FLAGS, LISTS, SOME_FLAGS } from "../../src/model/template-names.ts";
import { RESOURCES, ROOT } from "../support/compile.ts";
import { expectGolden } from "../support/golden.ts";
import { readableTable, readableText } from "../support/readable.ts";
import { blocksOf, compileIn, followed, GUIDE, kindOf, printSentences, removeFolders, trialsOf, tryFragments } from "./guide.ts";

const text = readFileSync(GUIDE, "utf8");
const blocks = blocksOf(text);
const root = followed(blocks);
afterAll(removeFolders);
const GOLDEN = join(ROOT, "test", "golden", "linjiang");

describe("the standard that the guide builds", () => {
  const { value, diagnostics } = compileIn(root, "linjiang.yaml");

  it("has nothing to complain of", () => {
    const told = diagnostics.filter(({ severity }) => severity !== "note");
    expect(told.map((diagnostic) => showDiagnostic(diagnostic, false))).toEqual([]);
  });

  it("makes the document as reviewed", () => {
    expectGolden(join(GOLDEN, "document.txt"), value ? readableText(value.document) : "");
  });

  it("passes standards check, which says what the guide says", async () => {
    const said: string[] = [];
    const terminal = { out: (line: string) => said.push(line), error: (line: string) => said.push(line), colour: false, env: {} };
    const options = { action: "check" as const, targets: [join(root, "linjiang")], given: [], format: "text" as const };
    expect(await checkStandards(options, RESOURCES, terminal)).toBe(EXIT.fine);
    expect(text).toContain(`   ${said.join("\n")}\n`);
  });

  const tables = value?.document.parts.flatMap((part) => part.blocks.flatMap((block) => (block.kind === "table" ? [block] : []))) ?? [];
  it.each(tables.map((block) => [block.table.key, block] as const))("has table %s as reviewed", (key, block) => {
    expectGolden(join(GOLDEN, "tables", `${key}.txt`), readableTable(block));
  });
});

describe("the guide's fragments", () => {
  const trials = trialsOf(blocks);
  it.each(trials.map((trial) => [trial.fragments[0]?.line ?? 0, trial] as const))("are accepted and print what it says, line %i", (_line, trial) => {
    const printed = tryFragments(trial, root);
    if (trial.printed !== undefined) expect(`${printed}\n`).toBe(trial.printed.text);
  });

  it("are all of a kind that is tried", () => {
    const others = blocks.filter((block) => ["yaml", "hbs"].includes(block.language) && kindOf(block).kind === "other");
    expect(others.map(({ line, intro }) => `${line}: ${intro}`)).toEqual([]);
  });

  it.each(blocks.filter(({ language }) => language === "yaml").map((block) => [block.line, block] as const))("are YAML, line %i", (_line, block) => {
    const { value: file } = loadText(GUIDE);
    expect(file).toBeDefined();
    if (file === undefined) return;
    const lineStarts = [...block.text.matchAll(/^/gm)].map(({ index }) => index);
    expect(parseYaml({ ...file, text: block.text, lineStarts }, { flow: true }).diagnostics).toEqual([]);
  });
});

/** Rows of the tables whose first two columns are what is written and what it prints. */
function examples(): { readonly written: string; readonly printed: string }[] {
  let inside = false;
  return text.split("\n").flatMap((line) => {
    if (/^\| 写 \| 印出 \|/.test(line)) inside = true;
    else if (!line.startsWith("|")) inside = false;
    const [, written, printed] = inside ? (/^\| `([^`]+)` \| (.*?) \|/.exec(line) ?? []) : [];
    return written === undefined || printed === undefined ? [] : [{ written, printed: printed.replaceAll("`", "") }];
  });
}

it("says what each word of a sentence prints", () => {
  const rows = examples();
  const printed = printSentences(
    rows.map(({ written }) => written),
    root,
  );
  expect(printed).toEqual(rows.map((row) => row.printed));
});

describe("the guide names", () => {
  const named = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word));
  const missing = (words: Iterable<string>): string[] => [...words].filter((word) => !named.has(word) && !named.has(`{{${word}}}`));

  it.each([
    ["axes", ROW_AXES],
    ["attributes", ROW_ATTRIBUTES],
    ["words", [...DOCUMENT_WORDS, ...MEMBER_WORDS, ...PROJECT_WORDS, ...CHANGE_WORDS]],
    ["flags", [...SOME_FLAGS, ...CHANGE_FLAGS, ...LIST_FLAGS]],
    ["lists", LISTS],
    ["selection keys", SELECTION_KEYS],
    ["selection values", [...FUND_SOURCES, ...Object.keys(FUND_SOURCE_GROUPS), ...MONEY_YEARS, ...EXPENDITURE_NATURES, ...UNIT_NATURES]],
  ])("all %s", (_what, words) => {
    expect(missing(words)).toEqual([]);
  });

  it("all helpers", () => {
    expect(missing(HELPERS.filter((helper) => !text.includes(`{{${helper} `)))).toEqual([]);
  });

  it("all keys of a standard's files", () => {
    const readers = join(ROOT, "src", "check", "standard");
    const keys = readdirSync(readers)
      .filter((name) => /^(?:columns|document|figures|forms|input-specs|lists|pack|phrases|rows|tables|terms)\.ts$/.test(name))
      .flatMap((name) => keysIn(readFileSync(join(readers, name), "utf8")));
    expect(keys.length).toBeGreaterThan(80);
    expect(missing(new Set(keys))).toEqual([]);
  });

  it("all findings that a standard's author may meet", () => {
    const folders = ["check/standard", "load", "derive", "derive/table", "compose", "commands/standards"].map((folder) => join(ROOT, "src", folder));
    const sources = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".ts"))
        .map((name) => readFileSync(join(folder, name), "utf8")),
    );
    expect(missing(new Set(sources.flatMap(codesIn)))).toEqual([]);
  });
});

/** Names of keys as the readers list them: in the arrays of a Fields, and where one is asked for. */
function keysIn(source: string): string[] {
  const asked = [...source.matchAll(/\.(?:node|text|template|label|word|flag|count|words|entries|items|pairs|selection)\("([^"]+)"/g)];
  const listed = [...source.matchAll(/const [A-Z_]*(?:KEYS|REQUIRED|OPTIONAL|KINDS) = \[([^\]]+)\]/g)].flatMap(([, list = ""]) => quoted(list));
  return [...asked.map(([, key]) => key ?? ""), ...listed];
}

function quoted(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, word]) => word ?? "");
}

function codesIn(source: string): string[] {
  return [...source.matchAll(/(?:error|warning|refuse)\(\s*(?:\w+, )?"([a-z-]+)"/g)].map(([, code]) => code ?? "");
}
