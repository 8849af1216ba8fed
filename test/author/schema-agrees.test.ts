import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFile } from "../../src/base/span.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import { ROOT } from "../support/compile.ts";
import { type Mutant, mutantsOf, sampleOf, treeOf, yamlOf } from "./mutations.ts";
import { disagreement, SCHEMA, validatorOf, verdictOn } from "./verdicts.ts";

const validate = validatorOf(SCHEMA);

/** Files without mistakes, of all standards, and what of their changes is tried: all of them in the long form. */
const FILES = ["budgets/lianzhou.yaml", "budgets/siping.yaml", "budgets/suizhou.yaml", "test/museum/nothing-wrong.yaml", "test/author/every-key.yaml"];
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
