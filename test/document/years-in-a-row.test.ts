import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { afterAll, describe, expect, it } from "vitest";
import { type Compiled, compileBudget } from "../../src/compile.ts";
import { compiled, RESOURCES } from "../support/compile.ts";
import { putThreeYears } from "../support/lianzhou-2025.ts";
import { readableText } from "../support/readable.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-years-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One unit's documents, a year after the other, each of which links to the one before; the last is rolled forward and filled in. */
const YEARS: readonly Compiled[] = (await putThreeYears(folder)).map(compiled);
const PAIRS = YEARS.slice(1).map((now, index) => ({ last: YEARS[index] as Compiled, now, year: now.budget.year }));

/** What a sentence says of one figure: what it is now, and what the change that it prints makes it last year (万元). */
interface Compared {
  readonly name: string;
  readonly now: string;
  readonly lastYear: string;
  readonly difference: string;
  /** The printed rate with its sign, or nothing where none is printed. */
  readonly rate: string | undefined;
}

const CHANGE = /^(.*?)([\d,.]+)万元，?比上年(增加|减少)([\d,.]+)万元(?:，(?:增长|下降)(?:([\d,.]+)%|--))?/;
/** Money that stands in brackets between a figure and its change. */
const WITHIN = /（[^（）]*(?:（[^（）]*）[^（）]*)*比上年[^（）]*）/g;
const LEAD = /^(?:其中：)?(?:\d{4}年，?)?(?:本部门)?(?:财政拨款安排)?/;

/** The changes that a document's text words, read as a reader does who knows only the words. */
function comparedIn(text: string): Compared[] {
  return text.split("\n").flatMap((line) => {
    const inner = [...line.matchAll(WITHIN)].flatMap(([words]) => words.slice(1, -1).split(/[；。]/));
    const clauses = line.replaceAll(WITHIN, "").split(/[；。]/);
    return [...clauses, ...inner].flatMap((clause) => {
      const [, name = "", now = "", direction, difference = "", rate] = CHANGE.exec(clause) ?? [];
      if (direction === undefined) return [];
      const moved = new Decimal(plain(difference)).times(direction === "增加" ? 1 : -1);
      return [{ name: name.replace(LEAD, ""), now: plain(now), lastYear: new Decimal(plain(now)).minus(moved).toFixed(), difference: moved.toFixed(), rate }];
    });
  });
}

const plain = (amount: string): string => amount.replaceAll(",", "");
const sentencesOf = ({ document }: Compiled): Compared[] => comparedIn(readableText(document));

/** Every figure that the form of 清远 compares with last year, in the order of its sentences, and the row of a table that prints it. */
const FIGURES: readonly (readonly [name: string, table: string, label: string])[] = [
  ["收入预算", "01", "收入总计"],
  ["支出预算", "01", "支出总计"],
  ["“三公”经费", "08", "“三公”经费"],
  ["因公出国（境）费", "08", "其中：（一）因公出国（境）支出"],
  ["公务用车购置及运行维护费", "08", "（二）公务用车购置及运行维护支出"],
  ["公务接待费", "08", "（三）公务接待费支出"],
  ["公务用车购置费", "08", "1. 公务用车购置费"],
  ["公务用车运行维护费", "08", "2. 公务用车运行维护费"],
  ["机关运行经费安排", "08", "行政经费"],
];
const NAMES = FIGURES.map(([name]) => name);

/** The amount that a table prints beside a label. */
function beside({ derived }: Compiled, key: string, label: string): string {
  const texts = derived.tables.get(key)?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? [];
  return plain(texts[texts.indexOf(label) + 1] ?? "");
}

describe.each(PAIRS)("the document of $year and the one before it", ({ last, now }) => {
  const compared = sentencesOf(now);

  it("each compare every figure of the form", () => {
    expect(sentencesOf(last).map(({ name }) => name)).toEqual(NAMES);
    expect(compared.map(({ name }) => name)).toEqual(NAMES);
  });

  it("agree on every figure of last year: what one counts from is what the other printed", () => {
    const printed = sentencesOf(last).map(({ name, now: amount }) => [name, new Decimal(amount).toFixed()]);
    expect(compared.map(({ name, lastYear }) => [name, lastYear])).toEqual(printed);
  });

  it("agree with the tables of the one before", () => {
    const inTables = FIGURES.map(([name, key, label]) => [name, beside(last, key, label)]);
    expect(compared.map(({ name, lastYear }) => [name, new Decimal(lastYear).toFixed(2)])).toEqual(inTables);
  });

  it("print rates that follow from the two documents", () => {
    const rates = compared.flatMap(({ lastYear, difference, rate }) => (rate === undefined || lastYear === "0" ? [] : [{ lastYear, difference, rate }]));
    expect(rates.length).toBeGreaterThanOrEqual(4);
    for (const { lastYear, difference, rate } of rates) {
      expect(plain(rate)).toBe(new Decimal(difference).abs().dividedBy(lastYear).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed());
    }
  });

  it("have to the 分 the same amounts of every figure that is a sum of money", () => {
    const from = [...now.derived.lastYearFigures.values()];
    expect(from.length).toBeGreaterThanOrEqual(20);
    const amounts = from.map(({ name, amount }) => [name, amount.toFixed()]);
    expect(amounts).toEqual(from.map(({ name }) => [name, last.derived.figures.get(name)?.amount.toFixed()]));
  });

  it("state nothing of last year by hand", () => {
    expect([...now.budget.lastYear.keys()]).toEqual([]);
    expect(now.budget.lastYearFile?.file.path).toBe(last.file.path);
  });
});

it("the rolled-forward document says what the officer made of it", () => {
  const text = readableText((YEARS.at(-1) as Compiled).document);
  expect(text).toContain(
    "2025年本部门收入预算480.08万元，比上年增加14.5万元，增长3.11%，主要原因是在职人员正常晋级晋档，话务服务改为购买服务，新增政务服务热线话务服务项目；",
  );
  expect(text).toContain("公务接待费1.5万元，比上年减少0.5万元，下降25%，主要原因是厉行节约，压减接待批次和人数。");
  expect(text).toContain("主要原因是公务接待费用减少0.5万元。");
  expect(text).not.toContain("2024年本部门");
});

it("the three files have no finding but the one of the published purchases, carried along", () => {
  const found = YEARS.flatMap(({ file }) =>
    compileBudget(file.path, RESOURCES).diagnostics.map(({ code, severity }) => `${file.path.split("/").at(-1)} ${severity} ${code}`),
  );
  expect(found).toEqual(["lianzhou-2023.yaml", "lianzhou.yaml", "lianzhou-2025.yaml"].map((name) => `${name} note purchases-differ`));
});
