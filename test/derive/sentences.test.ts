import fc from "fast-check";
import { expect, test } from "vitest";
import { composeDocument } from "../../src/compose/document.ts";
import { budgets, fen, type PlainBudget, type StandardName } from "../arbitrary/budget.ts";
import { CHANGED_FIGURES, modelOf } from "../arbitrary/model.ts";
import { figureTest, hundredths, sumOf, trimmed } from "./oracle.ts";
import { cleanValue, composed, paragraphsBy, sourcesOf } from "./support.ts";

/** Last year's amounts: what this year's facts sum to, near it, nothing, nearly nothing, or anything. */
const lastYearAmount: fc.Arbitrary<(now: bigint) => bigint> = fc.oneof(
  fc.constant((now: bigint) => now),
  fc.bigInt(-20_000n, 20_000n).map((step) => (now: bigint) => (now + step < 0n ? 0n : now + step)),
  fc.constant(() => 0n),
  fc.bigInt(0n, 5_001n).map((few) => () => few),
  fen.map((any) => () => any),
  fc.bigInt(1n, 4n).map((times) => (now: bigint) => now / times),
);

/** 三公经费 and 公车 are stated too, or left to be summed from their parts. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  公务用车购置及运行维护费: ["公务用车购置费", "公务用车运行维护费"],
  三公经费: ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"],
};

interface Case {
  readonly plain: PlainBudget;
  /** 分, by figure; wholes always here, so that the reader knows the base. */
  readonly lastYear: ReadonlyMap<string, bigint>;
  /** What the file states. */
  readonly stated: ReadonlyMap<string, bigint>;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    plain: fc.constantFrom<StandardName>("清远", "清远县区").chain(budgets),
    amounts: fc.array(lastYearAmount, { minLength: CHANGED_FIGURES.length, maxLength: CHANGED_FIGURES.length }),
    wholes: fc.boolean(),
  })
  .map(({ plain, amounts, wholes }) => {
    const lastYear = new Map<string, bigint>();
    CHANGED_FIGURES.forEach((name, index) => void lastYear.set(name, amounts[index]?.(now(name, plain)) ?? 0n));
    const parts = new Map(lastYear);
    for (const [name, of] of Object.entries(WHOLES))
      lastYear.set(
        name,
        of.reduce((total, part) => total + (lastYear.get(part) ?? 0n), 0n),
      );
    return { plain, lastYear, stated: wholes ? lastYear : parts };
  });

function now(name: string, plain: PlainBudget): bigint {
  return sumOf(plain.facts.filter(figureTest(name, plain)));
}

const AMOUNT = "([\\d,]+(?:\\.\\d+)?)万元";
const CHANGE = `比上年(增加|减少)${AMOUNT}(?:，(增长|下降)(不足)?(\\d+(?:\\.\\d+)?)%|，增长(--（基数为0，不可比）))`;
const PLAIN_CHANGE = `比上年(增加|减少)${AMOUNT}`;
const INSIDE = "（公务用车购置费[^）]*。）";

/** Where each figure's change is worded: its heading, and what stands around it. */
const PLACES: readonly (readonly [figure: string, heading: string, pattern: string])[] = [
  ["收入总计", "一、部门预算收支增减变化情况", `收入预算${AMOUNT}，${CHANGE}，主要原因是业务需要；`],
  ["支出总计", "一、部门预算收支增减变化情况", `；支出预算${AMOUNT}，${CHANGE}，主要原因是业务需要。$`],
  ["三公经费", "二、“三公”经费安排情况", `财政拨款安排“三公”经费${AMOUNT}，${CHANGE}，主要原因是业务需要。其中：`],
  ["因公出国（境）费", "二、“三公”经费安排情况", `其中：因公出国（境）费${AMOUNT}，${CHANGE}，主要原因是业务需要；`],
  ["公务用车购置及运行维护费", "二、“三公”经费安排情况", `；公务用车购置及运行维护费${AMOUNT}${INSIDE}${CHANGE}，主要原因是业务需要；`],
  ["公务用车购置费", "二、“三公”经费安排情况", `（公务用车购置费${AMOUNT}，${PLAIN_CHANGE}；`],
  ["公务用车运行维护费", "二、“三公”经费安排情况", `；公务用车运行维护费${AMOUNT}，${PLAIN_CHANGE}。）`],
  ["公务接待费", "二、“三公”经费安排情况", `；公务接待费${AMOUNT}，${CHANGE}，主要原因是业务需要。$`],
  ["机关运行经费", "三、机关运行经费安排情况", `机关运行经费安排${AMOUNT}，${CHANGE}，主要原因是业务需要。$`],
];

interface Read {
  readonly current: bigint;
  readonly verb: string;
  readonly difference: bigint;
  readonly rateVerb?: string;
  readonly rate?: bigint;
  /** 不足0.01%: less than what is written. */
  readonly less?: true;
  readonly incomparable: boolean;
}

/** 1,234.5 as hundredths; what is not written as the form writes it does not read back the same. */
function numberRead(text: string, separators: boolean): bigint {
  const [whole = "", decimals = ""] = text.replaceAll(",", "").split(".");
  const value = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
  expect(text).toBe(separators ? trimmed(value) : trimmed(value).replaceAll(",", ""));
  return value;
}

function read(paragraph: string, pattern: string): Read {
  const match = new RegExp(pattern, "u").exec(paragraph);
  if (match === null) throw new Error(`${pattern} does not match ${paragraph}`);
  const [, current = "", verb = "", difference = "", rateVerb, less, rate, incomparable] = match;
  return {
    current: numberRead(current, true),
    verb,
    difference: numberRead(difference, true),
    ...(rateVerb !== undefined && { rateVerb }),
    ...(rate !== undefined && { rate: numberRead(rate, false) }),
    ...(less !== undefined && { less: true }),
    incomparable: incomparable !== undefined,
  };
}

/** `part` of `whole` in hundredths of a percent, half up. */
const rateOf = (part: bigint, whole: bigint): bigint => (2n * 10_000n * part + whole) / (2n * whole);

/** What a reader with a calculator works out of the two displayed amounts. */
function expectedChange(current: bigint, base: bigint, rated: boolean): Read {
  const fewer = current < base;
  const difference = fewer ? base - current : current - base;
  const common = { current, verb: fewer ? "减少" : "增加", difference };
  if (!rated) return { ...common, incomparable: false };
  if (base === 0n) return { ...common, incomparable: true };
  const rate = rateOf(difference, base);
  const rateVerb = fewer ? "下降" : "增长";
  // A change whose rate rounds to 0% is worded as less than the least rate that is printed.
  return { ...common, incomparable: false, rateVerb, ...(rate === 0n && difference > 0n ? { rate: 1n, less: true } : { rate }) };
}

function kindOf(current: bigint, base: bigint): string {
  if (base === 0n) return current === 0n ? "base 0, now 0" : "base 0";
  if (current === base) return "same";
  return current > base ? "more" : current === 0n ? "less, now 0" : "less";
}

test("every change and percentage recomputes from what is displayed", () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(cases, ({ plain, lastYear, stated }) => {
      const paragraphs = paragraphsBy(composed(modelOf(plain, stated), plain.standard), 2);
      for (const [figure, heading, pattern] of PLACES) {
        const current = hundredths(now(figure, plain));
        const base = hundredths(lastYear.get(figure) ?? 0n);
        expect(read(paragraphs.get(heading) ?? "", pattern), figure).toEqual(expectedChange(current, base, pattern.includes(CHANGE)));
        kinds.add(kindOf(current, base));
      }
    }),
    { seed: 21, numRuns: 100 },
  );
  expect([...kinds].sort()).toEqual(["base 0", "base 0, now 0", "less", "less, now 0", "more", "same"]);
});

/** Whether a figure or a part of it moves, as displayed. */
function moves(name: string, { plain, lastYear }: Case): boolean {
  if (hundredths(now(name, plain)) !== hundredths(lastYear.get(name) ?? 0n)) return true;
  return (WHOLES[name] ?? []).some((part) => moves(part, { plain, lastYear, stated: lastYear }));
}

test("a reason is asked for exactly where something moves, and where nothing does the form has its own", () => {
  const asked = ["收入总计", "支出总计", "三公经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费", "机关运行经费"];
  fc.assert(
    fc.property(cases, (each) => {
      const { plain, stated } = each;
      const budget = { ...modelOf(plain, stated), reasons: new Map<string, never>() };
      const { value, diagnostics } = composeDocument(sourcesOf(budget, plain.standard));
      const none = plain.units.every(({ nature }) => nature === "事业单位") && hundredths(now("机关运行经费", plain)) === 0n;
      const expected = asked.filter((name) => moves(name, each) && !(name === "机关运行经费" && none));
      expect(diagnostics.map(({ code, message }) => `${code} ${/“(.+?)”/.exec(message)?.[1]}`).sort()).toEqual(
        expected.map((name) => `missing-reason ${name}`).sort(),
      );
      const text = cleanValue({ ...(value && { value }), diagnostics: [] }).parts.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "paragraph" ? block.text : [])),
      );
      const still = text.join("").split("主要原因是与上年持平，无增减变化").length - 1;
      expect(still).toBe(asked.filter((name) => !moves(name, each) && !(name === "机关运行经费" && none)).length);
    }),
    { seed: 22, numRuns: 60 },
  );
});
