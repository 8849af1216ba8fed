import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { entryOf, type Node } from "../../../src/base/node.ts";
import type { Compilation } from "../../../src/compile.ts";
import { compileBudget } from "../../../src/compile.ts";
import { budgets } from "../../arbitrary/budget.ts";
import { yamlOf } from "../../arbitrary/yaml.ts";
import { commentsOf } from "../../support/comments.ts";
import { compiled, fixture, ROOT } from "../../support/compile.ts";
import { mutatedFile, seedFiles } from "../../support/mutations.ts";
import { QUICK_RESOURCES } from "../../support/quick.ts";
import { keysOf, rolled, treeOf, tryRolling } from "./rolling.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-roll-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sections at the top of a file that next year's has no more, by their lines alone: a comment at the margin belongs to what follows. */
const DROPPED = /^(?:上年数|前年数|同口径调整|科目对照)[ \t]*:/;

function withoutDropped(text: string): string {
  let dropping = false;
  const kept = text.split("\n").filter((line) => {
    const isComment = line.startsWith("#");
    if (line.trim() !== "" && !isComment && !/^[ \t]/.test(line)) dropping = DROPPED.test(line);
    return (!dropping || isComment) && !/^ +上年名称: /.test(line);
  });
  return kept.join("\n");
}

const MADE_BEHIND = /^# 上年 (?:\d[\d,.]*[\p{Script=Han}（）]{0,6}|无)(?:\s+(?=#)|$)/u;

/** Comments without those that roll-forward makes, confirmations alike before and after. */
function ownComments(text: string): string[] {
  return commentsOf(text).flatMap((comment) => {
    const own = comment.replace(MADE_BEHIND, "").replace(/(?<=^|\s)#\s*(?:上年)?已核对/g, "# 已核对");
    return own === "" || /^# 上年(?:：|的.*没有带过来)/.test(own) ? [] : [own];
  });
}

/** Years of budgets in a comment as one word: those at the top are shifted. */
function yearless(comments: readonly string[]): string[] {
  return comments.map((comment) => comment.replace(/\d{4}(?=\s*年)/g, "某"));
}

function errorsOf({ diagnostics }: Pick<Compilation, "diagnostics">): Set<string> {
  return new Set(diagnostics.flatMap(({ severity, code }) => (severity === "error" ? [code] : [])));
}

/** The keys of a file in order, but for the link; 科目 by code alone, as they are called after `renamed`. */
function keysIn(text: string, renamed: readonly string[]): string[] {
  const codes = new Map(renamed.map((words) => words.match(/\d+/g) as [string, string]));
  return keysOf(treeOf(text)).flatMap((key) => {
    const [, margin = "", code = ""] = /^( *)(\d{3,7}(?!\S))?/.exec(key) ?? [];
    if (key === "上年文件") return [];
    return code === "" ? [key] : [margin + (codes.get(code) ?? code)];
  });
}

/** The lines of all that a file says, but for those in which a quoted or a folded text is spelt otherwise than it reads. */
function wordsIn(node: Node): string[] {
  if (node.kind === "list") return node.items.flatMap(wordsIn);
  if (node.kind === "map") return node.entries.flatMap(({ key, value }) => [...wordsIn(key), ...wordsIn(value)]);
  const written = node.span.file.text.slice(node.span.start, node.span.end);
  const spelt = !node.block && (/^['"]/.test(written) || written.includes("\n"));
  return spelt ? [] : node.text.split("\n").flatMap((line) => line.trim() || []);
}

let count = 0;

/** A text and what becomes of it, as files beside each other. */
function beside(text: string, next: (link: string) => string): { readonly before: string; readonly after: string } {
  count += 1;
  const [before, after] = [join(folder, `${count}.yaml`), join(folder, `${count}-next.yaml`)];
  writeFileSync(before, text);
  writeFileSync(after, next(`${count}.yaml`));
  return { before, after };
}

/** A text whose own link leads where it did, from whatever folder. */
function textOf(path: string): string {
  const text = readFileSync(path, "utf8")
    .replace(/\r\n?/g, "\n")
    .replace(/^\ufeff/, "");
  return text.replace(/^上年文件: ([^\s/"]+)$/m, (line, name: string) =>
    existsSync(join(dirname(path), name)) ? `上年文件: ${join(dirname(path), name)}` : line,
  );
}

const BUDGETS = readdirSync(join(ROOT, "budgets"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, path: join(ROOT, "budgets", name) }));

const MUSEUM = readdirSync(fixture("museum"))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, path: fixture(`museum/${name}`) }))
  .filter(({ path }) => readFileSync(path, "utf8").includes("标准:"));

/** What only the link to a file with mistakes brings, and 科目 of a year. */
const OF_THE_LINK = ["to-fill", "last-year-file-unread", "year-before-last-missing", "category-year"];

/** Whether `check` says that a file of the museum has errors. */
function isBad(path: string): boolean {
  const golden = path.replace(/\.yaml$/, ".txt");
  return existsSync(golden) && /错误\[/.test(readFileSync(golden, "utf8"));
}

/** Of files with errors every eighth is compiled, of files without every fourth; all of them by hand: EVERY=1. */
const EVERY = Number(process.env.EVERY ?? 8);
const EVERY_FINE = Number(process.env.EVERY ?? 4);

describe("next year's file", () => {
  const files = [...BUDGETS, { name: "every-key.yaml", path: fixture("author/every-key.yaml") }, ...MUSEUM];
  const texts = files.map(({ name, path }) => ({ name, path, text: textOf(path) }));
  const all = texts.flatMap((each) => {
    const next = tryRolling(each.text);
    return next === undefined ? [] : [{ ...each, next }];
  });

  it("of any file that can be read has its comments and keys in order", () => {
    for (const { name, text, next } of all) {
      expect([name, yearless(ownComments(next.text))]).toEqual([name, yearless(ownComments(withoutDropped(text)))]);
      expect([name, keysIn(next.text, [])]).toEqual([name, keysIn(withoutDropped(text), next.renamed)]);
    }
    expect(all.length).toBeGreaterThan(250);
  });

  it("of any file that can be read has every word of it, but for what it leaves out, the year and the link", () => {
    for (const { name, text, next } of all) {
      const link = entryOf(treeOf(text), "上年文件")?.value;
      const seen = next.text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
      const lost = wordsIn(treeOf(withoutDropped(text))).filter((words) => !seen.includes(words) && words !== String(next.year - 1));
      const renamed = next.renamed.map((words) => words.split(" → ")[0]);
      const names = lost.filter((words) => !renamed.includes(words) && !(link && wordsIn(link).includes(words)));
      expect([name, names]).toEqual([name, []]);
    }
  });

  it("of a file without errors is only to be filled in", () => {
    const fine = all.filter(({ path, name }, index) => !isBad(path) && (index % EVERY_FINE === 0 || name === "every-key.yaml"));
    for (const { name, text, next } of fine) {
      const { before, after } = beside(text, (link) => next.text.replace("上年.yaml", link));
      const has = errorsOf(compileBudget(after, QUICK_RESOURCES));
      if (next.doubtful.length > 0) for (const code of ["category-name", "category-year"]) has.delete(code);
      if (name === "every-key.yaml") for (const code of errorsOf(compileBudget(before, QUICK_RESOURCES))) has.delete(code);
      expect([name, [...has]]).toEqual([name, next.toFill > 0 ? ["to-fill"] : []]);
    }
    expect(fine.length).toBeGreaterThan(30);
  });

  it("of a file with errors has no other errors than the file, and what follows from its link", () => {
    const bad = all.filter(({ path }) => isBad(path)).filter((_, index) => index % EVERY === 0);
    for (const { name, text, next } of bad) {
      const { before, after } = beside(text, (link) => next.text.replace("上年.yaml", link));
      const [had, has] = [before, after].map((path) => errorsOf(compileBudget(path, QUICK_RESOURCES)));
      expect([name, [...(has ?? [])].filter((code) => !had?.has(code) && !OF_THE_LINK.includes(code))]).toEqual([name, []]);
    }
    expect(bad.length).toBeGreaterThan(20);
  });
});

/** What an officer writes who changes nothing: last year's amounts, and some words. */
function filledIn(text: string): string {
  return text
    .replace(/待填 {2}# 上年 (\S+)/g, "$1")
    .replace(/^((?:\s*- )?\s*(?:原因|\S*?): )待填/gm, "$1按照工作安排")
    .replace(/- 待填/g, "- 按照工作安排");
}

const changesOf = (path: string): readonly string[] => [...compiled(path).derived.changes.values()].map(({ kind }) => kind);

/** Next year's file compiles, counts last year what this year's file counts, and nothing changes. */
function expectSame(text: string): string {
  const { before, after } = beside(text, (link) => filledIn(rolled(text, "keep", link).text));
  const [last, now] = [compiled(before), compiled(after)];
  for (const [name, figure] of last.derived.figures) {
    if (figure.stated === undefined) expect([name, now.derived.lastYear.get(name)?.toString()]).toEqual([name, figure.amount.toString()]);
  }
  expect(now.derived.changes.size).toBeGreaterThan(0);
  expect(changesOf(after).filter((kind) => kind !== "持平" && kind !== "均为零")).toEqual([]);
  return readFileSync(after, "utf8");
}

describe("a file that is kept and filled in", () => {
  it.each(BUDGETS)("$name counts as last year what it was, and the year after too", ({ path }) => {
    expectSame(expectSame(textOf(path)));
  });

  it.each(["清远", "清远县区"] as const)("as any budget of %s", (standard) => {
    fc.assert(
      fc.property(budgets(standard), (plain) => {
        expectSame(yamlOf(plain));
      }),
      { seed: 6, numRuns: 15 },
    );
  });
});

describe("rolling forward twice", () => {
  it.each(BUDGETS)("$name leaves nothing of the first time", ({ path }) => {
    const once = rolled(textOf(path));
    const twice = rolled(once.text);
    expect(twice.year).toBe(once.year + 1);
    expect(commentsOf(twice.text).filter((comment) => /^# 上年(?:：| )|没有带过来/.test(comment))).toEqual([]);
    // What is filled in with other words has these alone beside it.
    const filled = rolled(filledIn(once.text));
    expect(filled.text.match(/# 上年(?:：| ).*/g)?.length).toBeLessThanOrEqual(once.text.match(/# 上年(?:：| ).*/g)?.length ?? 0);
    expect(filled.text).not.toMatch(/# 上年 \S+ {2}# 上年 /);
  });
});

/** Files that are tried; more of them by hand: SEEDS=4000. */
const SEEDS = Number(process.env.SEEDS ?? 240);

describe("a file that somebody spoilt", () => {
  const seeds = seedFiles(ROOT);

  it("is refused, or rolled forward without a comment lost", () => {
    let done = 0;
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const { bytes } = mutatedFile(seed, seeds);
      const text = bytes
        .toString("utf8")
        .replace(/\r\n?/g, "\n")
        .replace(/^\ufeff/, "");
      const next = tryRolling(text, (["to fill", "zero", "keep"] as const)[seed % 3]);
      if (next === undefined) continue;
      done += 1;
      expect([seed, yearless(ownComments(next.text))]).toEqual([seed, yearless(ownComments(withoutDropped(text)))]);
    }
    expect(done).toBeGreaterThan(SEEDS / 6);
  });
});
