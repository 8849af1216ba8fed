import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sum } from "../../src/base/money.ts";
import { comparisonJson } from "../../src/commands/diff/json.ts";
import { differenceText } from "../../src/commands/diff/text.ts";
import { compareBudgets } from "../../src/compare/compare.ts";
import { compileBudget } from "../../src/compile.ts";
import { correctionNote, isPrintedOtherwise } from "../../src/correct/correct.ts";
import { isSame } from "../../src/model/difference.ts";
import { renderCorrectionPage } from "../../src/render/correction.ts";
import { renderDifference } from "../../src/render/difference.ts";
import { ROOT } from "../support/compile.ts";
import { QUICK_RESOURCES } from "../support/quick.ts";

const FOLDERS = [join(ROOT, "test", "museum"), join(ROOT, "budgets")];
const FILES = { before: "a.yaml", after: "b.yaml" };

it("every pair of files that compile, however unlike, is compared, told and set", () => {
  const paths = FOLDERS.flatMap((folder) => readdirSync(folder).flatMap((name) => (/\.(?:yaml|budget)$/.test(name) ? [join(folder, name)] : [])));
  // Files of which something is expected mostly do not compile.
  const fine = paths.filter((path) => !/^# expect: (?!nothing)/m.test(readFileSync(path, "utf8")));
  const right = fine.flatMap((path) => compileBudget(path, QUICK_RESOURCES).value ?? []);
  expect(right.length).toBeGreaterThan(20);
  right.forEach((after, index) => {
    const before = right[(index * 7 + 3) % right.length];
    if (before === undefined) return;
    const difference = compareBudgets(before, after);
    const total = sum(difference.facts.map((fact) => fact.difference));
    expect(total.equals(difference.after.total.minus(difference.before.total))).toBe(true);
    expect(differenceText(difference, FILES, false)).not.toContain("undefined");
    expect(JSON.stringify(comparisonJson(difference, FILES))).not.toContain('"NaN"');
    const note = correctionNote(difference, after, { reason: "编报有误", date: "2024年3月5日" });
    for (const page of [renderDifference(difference, FILES, after.standard.styles), renderCorrectionPage(note, after.standard.styles)]) {
      expect(page).not.toMatch(/<script|undefined|\[object|\{\{/);
    }
    expect(note.table.rows.length > 0).toBe(isPrintedOtherwise(difference));
    if (before === after) expect(isSame(difference)).toBe(true);
  });
});
