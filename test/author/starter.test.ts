import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { StarterAnswers } from "../../src/author/answers.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { type Compiled, compileBudget } from "../../src/compile.ts";
import { standardParser } from "../../src/load/standard.ts";
import { findStandards } from "../../src/load/standard-folders.ts";
import { DOCUMENT_KINDS, UNIT_NATURES } from "../../src/model/expenditure.ts";
import { renderPage } from "../../src/render/document.ts";
import { RESOURCES } from "../support/compile.ts";
import { type ReadFolder, readFolder } from "../support/starter.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-starter-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INSTALLED = findStandards(RESOURCES.standards, standardParser(new Map())).value ?? [];

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly value?: Compiled;
}

function compile(text: string, { resources }: ReadFolder): Outcome {
  const path = join(folder, "unit.yaml");
  writeFileSync(path, text);
  return compileBudget(path, resources);
}

function withoutComments(text: string): string {
  return text.replace(/(?:^|\s)#.*$/gm, "");
}

/** What an officer might write, by what the hint says belongs there. */
const VALUES: readonly (readonly [hint: RegExp, value: string])[] = [
  [/换成金额/, "20,000"],
  [/换成数量/, "3"],
  [/换成其中一个：([^、]+)/, "$1"],
  [/换成名称/, "办件"],
  [/换成(?:自己单位的内容|单位的|这个项目的|增减的原因)/, "照实写明"],
];

function valueFor({ hint = "" }: Diagnostic): string {
  const [pattern, value = ""] = VALUES.find(([each]) => each.test(hint)) ?? [/$/, `没有这种提示：${hint}`];
  return value.startsWith("$") ? (pattern.exec(hint)?.[1] ?? "") : value;
}

/** The file with every place filled in, from the last to the first. */
function filled(text: string, places: readonly Diagnostic[]): string {
  return [...places].reverse().reduce((before, place) => {
    const { start = 0, end = 0 } = place.span ?? {};
    return before.slice(0, start) + valueFor(place) + before.slice(end);
  }, text);
}

const ANSWERS = DOCUMENT_KINDS.flatMap((kind) => UNIT_NATURES.map((nature) => ({ name: "某市某局（某中心）", year: 2024, kind, nature })));

describe.each(INSTALLED)("a new file of $name", ({ folder: standard }) => {
  const read = readFolder(standard);
  it.each(ANSWERS)("lacks nothing but what is to be filled in: $nature $kind", (answers: StarterAnswers) => {
    const text = read.starter(answers);
    const { diagnostics } = compile(text, read);
    expect(diagnostics.map(({ code }) => code).filter((code) => code !== "to-fill")).toEqual([]);
    expect(diagnostics).toHaveLength(withoutComments(text).split("待填").length - 1);
    const done = compile(filled(text, diagnostics), read);
    expect(done.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    expect(done.value && renderPage(done.value.document, done.value.standard.styles)).toContain(answers.name);
  });

  it("can take up what stands as a remark", () => {
    const text = read.starter({ name: "某局", year: 2024, kind: "部门预算", nature: "行政单位" });
    const taken = text.replace(/^( *)# ?( *(?:- )?[^\s#：，]+:(?: 待填.*)?)$/gm, "$1$2");
    expect(taken).not.toBe(text);
    const { diagnostics } = compile(taken, read);
    expect(diagnostics.map(({ code, message }) => (code === "to-fill" ? code : message)).filter((code) => code !== "to-fill")).toEqual([]);
    expect(diagnostics).toHaveLength(withoutComments(taken).split("待填").length - 1);
  });
});

describe("a new file", () => {
  const [{ folder: first } = { folder: "" }] = INSTALLED;

  it("quotes a name in which YAML would see a mark", () => {
    const read = readFolder(first);
    const { diagnostics } = compile(read.starter({ name: "某局: '一' #2", year: 2024, kind: "部门预算", nature: "事业单位" }), read);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["to-fill"]));
  });

  it("follows the starter.yaml of a standard's own folder", () => {
    const own = join(folder, "own");
    cpSync(first, own, { recursive: true });
    writeFileSync(join(own, "starter.yaml"), '基本支出:\n  事业单位: { "2050101": ["30101"] }\n开头: |\n  本市的说明。\n');
    const text = readFolder(own).starter({ name: "某校", year: 2024, kind: "单位预算", nature: "事业单位" });
    expect(text).toContain("  2050101 行政运行:\n    30101 基本工资: 待填\n\n");
    expect(text).toContain("#\n# 本市的说明。\n\n标准");
  });

  it("does not have 科目 that the year does not have", () => {
    const own = join(folder, "years");
    cpSync(first, own, { recursive: true });
    writeFileSync(join(own, "starter.yaml"), '基本支出:\n  事业单位: { "2010350": ["30101", "30999999"], "9999999": ["30101"] }\n');
    const read = readFolder(own);
    const text = read.starter({ name: "某校", year: 2024, kind: "单位预算", nature: "事业单位" });
    expect(text).not.toMatch(/30999999|9999999/);
  });
});
