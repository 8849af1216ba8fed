import fc from "fast-check";
import { expect, test } from "vitest";
import { sum, ZERO } from "../../src/base/money.ts";
import { compareBudgets } from "../../src/compare/compare.ts";
import { align } from "../../src/compare/sequence.ts";
import { wordsBetween } from "../../src/compare/words.ts";
import { timelessOf } from "../../src/compare/years.ts";
import { CHANGES, type Compared, type Difference, isSame } from "../../src/model/difference.ts";
import { budgets, fen, type PlainBudget, type StandardName } from "../arbitrary/budget.ts";
import { LAST_YEAR, modelOf } from "../arbitrary/model.ts";
import { composed, derived, sourcesOf } from "../derive/support.ts";

/** A budget and another draft of it: other amounts, some facts gone, and what a third one adds. */
const drafts = fc.constantFrom<StandardName>("清远", "清远县区").chain((standard) =>
  fc
    .record({ first: budgets(standard), amounts: fc.array(fc.option(fen, { nil: undefined }), { maxLength: 6 }), gone: fc.nat(30) })
    .map(({ first, amounts, gone }): readonly [PlainBudget, PlainBudget] => [
      first,
      {
        ...first,
        facts: first.facts
          .filter((_, index) => index !== gone || first.facts.length === 1)
          .map((fact, index) => ({ ...fact, fen: amounts[index] ?? fact.fen })),
      },
    ]),
);

const strangers = fc.constantFrom<StandardName>("清远", "清远县区").chain((standard) => fc.tuple(budgets(standard), budgets(standard)));

function comparedOf(plain: PlainBudget): Compared {
  const budget = modelOf(plain, LAST_YEAR);
  const all = derived(budget, plain.standard);
  const { standard, classification } = sourcesOf(budget, plain.standard, all);
  return { document: composed(budget, plain.standard, all), standard, budget, derived: all, classification };
}

/** The same difference seen from the other side. */
function mirrored(difference: Difference): unknown {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== "object" || value === null || "toFixed" in value) return value;
    const { before, after, change, ...rest } = value as Record<string, unknown>;
    const turned = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, turn(each)]));
    const name = change === "added" ? "gone" : change === "gone" ? "added" : change;
    return {
      ...turned,
      ...(change !== undefined && { change: name }),
      ...(after !== undefined && { before: turn(after) }),
      ...(before !== undefined && { after: turn(before) }),
    };
  };
  return turn(difference);
}

/** What is compared both ways: each change with its amounts, in no order. */
function factsOf({ facts }: Pick<Difference, "facts">): string[] {
  return facts
    .map(({ change, functional, economic, nature, source, moneyYear, unit, project, before, after }) =>
      [change, functional.code, economic?.code, nature, source, moneyYear, unit, project, before?.toFixed(), after?.toFixed()].join("|"),
    )
    .sort();
}

function figuresOf({ figures }: Pick<Difference, "figures">): string[] {
  return figures.map(({ change, name, before, after }) => [change, name, before?.shown, after?.shown].join("|")).sort();
}

/** How many cells differ is no matter: rows of one name may be held together in more than one shortest way. */
function tablesOf({ tables }: Pick<Difference, "tables">): string[] {
  return tables.map(({ change, label, title }) => [change, label, title].join("|")).sort();
}

const both = fc.oneof({ weight: 3, arbitrary: drafts }, { weight: 1, arbitrary: strangers });

test("a budget is no different from itself", () => {
  fc.assert(
    fc.property(drafts, ([plain]) => {
      expect(isSame(compareBudgets(comparedOf(plain), comparedOf(plain)))).toBe(true);
    }),
    { seed: 41, numRuns: 25 },
  );
});

test("what the facts differ by is what 支出总计 and every figure of facts differ by", () => {
  fc.assert(
    fc.property(both, ([one, other]) => {
      const [before, after] = [comparedOf(one), comparedOf(other)];
      const found = compareBudgets(before, after);
      const by = sum(found.facts.map(({ difference }) => difference));
      expect(by.toFixed()).toBe(
        after.derived.figures
          .get("支出总计")
          ?.amount.minus(before.derived.figures.get("支出总计")?.amount ?? ZERO)
          .toFixed(),
      );
      for (const { before: old, after: now, difference } of found.facts) expect((now ?? ZERO).minus(old ?? ZERO).equals(difference)).toBe(true);
      const changed = new Set(found.figures.map(({ name }) => name));
      for (const [name, { amount }] of after.derived.figures) expect(changed.has(name)).toBe(!amount.equals(before.derived.figures.get(name)?.amount ?? ZERO));
    }),
    { seed: 42, numRuns: 40 },
  );
});

test("the way back is the mirror of the way there", () => {
  fc.assert(
    fc.property(both, ([one, other]) => {
      const [before, after] = [comparedOf(one), comparedOf(other)];
      const there = mirrored(compareBudgets(before, after)) as Difference;
      const back = compareBudgets(after, before);
      expect(factsOf(there)).toEqual(factsOf(back));
      expect(figuresOf(there)).toEqual(figuresOf(back));
      expect(tablesOf(there)).toEqual(tablesOf(back));
      expect(there.passages.length).toBe(back.passages.length);
      for (const { change } of back.facts) expect(CHANGES).toContain(change);
    }),
    { seed: 43, numRuns: 20 },
  );
});

test("every cell that is told prints otherwise, and something is told of every table that does", () => {
  const texts = ({ document }: Compared): Map<string, string> =>
    new Map(
      document.parts.flatMap(({ blocks }) =>
        blocks.flatMap((block): [string, string][] =>
          block.kind === "table"
            ? [[`${block.caption?.title}`, JSON.stringify(block.table.rows.map(({ cells }) => cells.map(({ text }) => text.replace(/^.{1,4}、/, ""))))]]
            : [],
        ),
      ),
    );
  fc.assert(
    fc.property(drafts, ([one, other]) => {
      const [before, after] = [comparedOf(one), comparedOf(other)];
      const { tables } = compareBudgets(before, after);
      for (const { cells } of tables) for (const { before: old, after: now } of cells) expect(old).not.toBe(now);
      const [old, now] = [texts(before), texts(after)];
      const told = new Set(tables.map(({ title }) => title));
      for (const [title, text] of now) if (title !== "undefined" && old.get(title) !== text) expect(told).toContain(title);
      for (const title of told) if (now.has(title) && old.has(title)) expect(old.get(title)).not.toBe(now.get(title));
    }),
    { seed: 44, numRuns: 30 },
  );
});

const word = fc.array(fc.constantFrom("甲", "乙", "丙", "1", "2", ",", ".", "，", "年", "<", "A"), { maxLength: 40 }).map((parts) => parts.join(""));

test("words that are marked give both wordings, whatever they are", () => {
  const timeless = { before: timelessOf(2023, false), after: timelessOf(2024, false) };
  fc.assert(
    fc.property(word, word, (before, after) => {
      const words = wordsBetween(before, after, timeless);
      const without = (kind: "gone" | "added"): string => words.flatMap((each) => (each.kind === kind ? [] : [each.text])).join("");
      expect(without("added")).toBe(before);
      expect(without("gone")).toBe(after);
    }),
    { seed: 45, numRuns: 500 },
  );
});

test("a sequence becomes another in the fewest steps", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 10 });
  const longest = (one: readonly string[], other: readonly string[]): number => {
    const [first, ...rest] = one;
    if (first === undefined || other.length === 0) return 0;
    const at = other.indexOf(first);
    const without = longest(rest, other);
    return at < 0 ? without : Math.max(without, 1 + longest(rest, other.slice(at + 1)));
  };
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const steps = align(one, other, (a, b) => a === b);
      expect(steps.flatMap((step) => (step.kind === "added" ? [] : [step.before]))).toEqual(one);
      expect(steps.flatMap((step) => (step.kind === "gone" ? [] : [step.after]))).toEqual(other);
      expect(steps.filter(({ kind }) => kind === "same")).toHaveLength(longest(one, other));
    }),
    { seed: 46, numRuns: 500 },
  );
});
