import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFile } from "../../src/base/span.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { ROOT } from "../support/compile.ts";
import { type Mutant, mutantsOf, sampleOf, treeOf, yamlOf } from "./mutations.ts";
import { asEditor, disagreement, findingsIn, SCHEMA, validatorOf, verdictOn } from "./verdicts.ts";

const validate = validatorOf(SCHEMA);

/** Files without mistakes, of all standards, and what of their changes is tried: all of them in the long form. */
const BUDGETS = ["lianzhou-2023", "lianzhou", "siping", "suizhou"].map((name) => `budgets/${name}.yaml`);
const FILES = [...BUDGETS, "test/museum/nothing-wrong.yaml", "test/author/every-key.yaml"];
const PER_FILE = process.env.BUDGETGEN_ALL_MUTANTS === undefined ? 170 : Number.POSITIVE_INFINITY;

function mutantsIn(path: string): { readonly path: string; readonly text: string; readonly mutants: readonly Mutant[] } {
  const text = readFileSync(join(ROOT, path), "utf8");
  const { value } = parseYaml(sourceFile(path, text), { flow: false });
  if (value === undefined) throw new Error(`cannot read ${path}`);
  return { path, text, mutants: sampleOf(mutantsOf(treeOf(value)), PER_FILE) };
}

const CORPUS = FILES.map(mutantsIn);
const SIZE = CORPUS.reduce((total, { mutants }) => total + mutants.length, 0);

describe(`schema and checker come to the same verdict on ${SIZE} files with one change`, () => {
  const counts = { fine: 0, wrong: 0, unreadable: 0 };
  const unseen = new Set<string>();

  it.each(CORPUS)(
    "$path",
    ({ text, mutants }) => {
      expect(disagreement(text, verdictOn(text), validate)).toBeUndefined();
      const wrong: string[] = [];
      for (const { name, tree } of mutants) {
        const changed = yamlOf(tree);
        const verdict = verdictOn(changed);
        counts[verdict.file] += 1;
        for (const kind of verdict.unseen) unseen.add(kind);
        const found = verdict.file === "unreadable" ? undefined : disagreement(changed, verdict, validate);
        if (found !== undefined) wrong.push(`${name}: ${found}`);
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );

  it("of which there are enough, right ones and wrong ones, and hardly any that nobody can read", () => {
    expect(SIZE).toBeGreaterThanOrEqual(500);
    expect(counts.fine).toBeGreaterThan(50);
    expect(counts.wrong).toBeGreaterThan(300);
    expect(counts.unreadable).toBeLessThan(SIZE / 50);
    expect([...unseen].sort()).toEqual([
      "a code of another classification",
      "a name that is not the code's",
      "a number whose spelling the editor does not tell",
      "a place to fill in",
      "a reason that refers to none",
    ]);
  });
});

/** A file's text; nothing where it is no UTF-8. */
function utf8(path: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

describe("schema and checker come to the same verdict on the museum of errors", () => {
  const museum = join(ROOT, "test", "museum");
  /** An editor follows an anchor that the checker refuses, and takes a character that nobody sees for a part of the word. */
  const OTHERWISE = ["anchor.yaml", "zero-width-in-values.yaml"];
  const files = readdirSync(museum).filter((name) => name.endsWith(".yaml") && !OTHERWISE.includes(name));

  it("wherever the checker comes to look at the shape", () => {
    const readable = files.flatMap((name) => {
      const text = utf8(join(museum, name));
      const verdict = text === undefined ? undefined : verdictOn(text);
      return text === undefined || verdict === undefined || verdict.file === "unreadable" ? [] : [{ name, text, verdict }];
    });
    const wrong = readable.flatMap(({ name, text, verdict }) => {
      // How a file is written is mended before its shape is read: there the two refuse it for reasons of their own.
      const refused = verdict.file === "wrong" && !validate(asEditor(text));
      const found = refused ? undefined : disagreement(text, verdict, validate);
      return found === undefined ? [] : [`${name}: ${found}`];
    });
    expect(readable.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});

const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");

/** What only the checker can know: [what was written, what is written instead, what the checker says]. */
const CHECKER_ONLY: Readonly<Record<string, readonly [was: string, is: string, code: string]>> = {
  "a 科目 that there is not": ["2010350 事业运行", "2019988", "unknown-category"],
  "a 科目 of another year": ["2010350 事业运行", "2010308 信访事务", "category-year"],
  "a name that is not the code's": ["30201 办公费", "30201 奖金", "category-name"],
  "a 科目 twice, in two ways": ["30211 差旅费", "30201", "duplicate-key"],
  "a key twice": ["  工程: 0", "  工程: 0\n  工程: 0", "duplicate-key"],
  "more decimals than a 分": ["10,000", "10000.125", "bad-amount"],
  "a number of two letters": ["10,000", "1e3", "bad-amount"],
  "a hexadecimal number": ["10,000", "0x1F", "bad-amount"],
  "a sign": ["10,000", "+500", "bad-amount"],
  "a year with decimals": ["2024", "2024.0", "bad-year"],
  "a name in 【】": ["承担测试", "承担【测试】", "unknown-figure"],
  "a reason that refers to none": ["概况:", "原因:\n  收入总计: 同支出总计\n概况:", "unknown-figure"],
  "a place to fill in": ["某中心", "待填", "to-fill"],
  "no money": ["基本支出:\n  2010350 事业运行:\n    30201 办公费: 10,000\n    30211 差旅费: 0\n", "", "no-money"],
  "a file that is not there": ["上年数:", "上年文件: 没有.yaml\n上年数:", "last-year-file-unread"],
  "a list in brackets": ["10,000", "[10]", "flow-collection"],
  "text behind a hash": ["承担测试。", "承担测试。 #1楼", "text-after-hash"],
};

describe("a schema accepts what it cannot know, and the checker refuses it", () => {
  it("a file without mistakes is accepted by both", () => {
    expect(validate(asEditor(FINE))).toBe(true);
    expect(findingsIn(FINE).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(Object.entries(CHECKER_ONLY))("%s", (name, [was, is, code]) => {
    const text = FINE.replace(was, is);
    expect(text).not.toBe(FINE);
    expect([name, validate(asEditor(text))]).toEqual([name, name !== "a list in brackets"]);
    expect(findingsIn(text).filter(({ severity }) => severity === "error")).toEqual(expect.arrayContaining([expect.objectContaining({ code })]));
  });
});
