import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BudgetDocument } from "../../src/model/document.ts";
import { budgets, type PlainBudget, type PlainFact } from "../arbitrary/budget.ts";
import { filesOf, type PlainFile } from "../arbitrary/stated-yaml.ts";
import { formsOf } from "../support/tiny-standard.ts";
import { hundredths, sumOf } from "./oracle.ts";
import {
  compilation,
  grainOf,
  leafCells,
  type PrintedRow,
  type PrintedSide,
  plainGrainOf,
  printedOf,
  sidesOf,
  type TableOfFacts,
  takes,
} from "./siping-suizhou-support.ts";
import { amountsOf, comparable, fenOf } from "./support.ts";

/** One seed for all: each random file is compiled once, and every property is of it. More of them by hand: RUNS=1000. */
const RUNS = { seed: 20230801, numRuns: Number(process.env.RUNS ?? 60) };

const FILES = { 四平: filesOf("四平", budgets("四平")), 随州: filesOf("随州", budgets("随州")) } as const;
const STANDARDS = ["四平", "随州"] as const;

function forAll(standard: (typeof STANDARDS)[number], property: (file: PlainFile, document: BudgetDocument, tables: readonly TableOfFacts[]) => void): void {
  fc.assert(
    fc.property(FILES[standard], (file) => {
      const { document, tables } = printedOf(file);
      property(file, document, tables);
    }),
    RUNS,
  );
}

/** 分 of the facts that a test takes. */
const fenWhere = ({ facts }: PlainBudget, test: (fact: PlainFact) => boolean): bigint => sumOf(facts.filter(test));

const sumOfCells = (rows: readonly PrintedRow[], column: number): bigint => rows.reduce((total, { cells }) => total + cellFen(cells[column]), 0n);

const cellFen = (cell: PrintedRow["cells"][number] | undefined): bigint => (cell?.kind === "amount" ? fenOf(cell) : 0n);

/** The leaf rows that a total row sums: those of its own section for 本年…合计, which comes first, else all of its side. */
function summedBy(total: PrintedRow, { rows }: PrintedSide): PrintedRow[] {
  const until = total.label.startsWith("本年") ? rows.indexOf(total) : rows.length;
  return rows.slice(0, until).filter(({ leaf }) => leaf);
}

describe.each(STANDARDS)("the tables of %s", (standard) => {
  test("take each fact that they claim to cover once on each side, and no other", () => {
    forAll(standard, ({ plain }, _, tables) => {
      for (const table of tables) {
        if (!table.spec.partition) continue;
        const claimed = plain.facts.filter((fact) => takes(table.spec.where, fact, plain)).map((fact) => plainGrainOf(fact, plain));
        for (const side of sidesOf(table, plain)) {
          const held = side.rows.filter(({ leaf }) => leaf).flatMap((row) => leafCells(side, row).flatMap(({ facts }) => facts.map(grainOf)));
          expect(held.sort(), table.spec.key).toEqual([...claimed].sort());
        }
      }
    });
  });

  test("hold in every cell the exact sum of its facts", () => {
    forAll(standard, ({ plain }, _, tables) => {
      const fenBy = new Map(plain.facts.map((fact) => [plainGrainOf(fact, plain), fact.fen]));
      for (const { block, spec } of tables) {
        if (spec.items !== undefined) continue;
        const cells = block.table.rows.flatMap((row) => amountsOf(row.cells));
        const wrong = cells.filter((cell) => fenOf(cell) !== cell.facts.reduce((total, fact) => total + (fenBy.get(grainOf(fact)) ?? -1n), 0n));
        expect(wrong, spec.key).toEqual([]);
      }
    });
  });

  test("have in every total row the sum of the leaf rows that it is of, column by column", () => {
    let totals = 0;
    forAll(standard, ({ plain }, _, tables) => {
      for (const table of tables) {
        if (!table.spec.partition) continue;
        for (const side of sidesOf(table, plain)) {
          for (const total of side.rows.filter(({ kind }) => kind === "total")) {
            const expected = total.cells.map((_cell, column) => sumOfCells(summedBy(total, side), column));
            expect(total.cells.map(cellFen), `${table.spec.key} ${total.label}`).toEqual(expected);
            totals += 1;
          }
        }
      }
    });
    expect(totals).toBeGreaterThan(RUNS.numRuns * 5);
  });

  test("have in every total column the sum of the columns that it is of", () => {
    forAll(standard, ({ plain }, _, tables) => {
      for (const table of tables) {
        for (const side of sidesOf(table, plain)) {
          if (!table.spec.partition || side.columns.every((column) => column?.role !== "total")) continue;
          const first = side.columns.findIndex((column) => column?.role === "total");
          for (const row of side.rows) {
            const sum = leafCells(side, row).reduce((all, cell) => all + fenOf(cell), 0n);
            expect(cellFen(row.cells[first]), `${table.spec.key} ${row.label}`).toBe(sum);
          }
        }
      }
    });
  });

  test("收入总计 is 支出总计, and 收入总计 is all the money", () => {
    forAll(standard, ({ plain }, _, tables) => {
      const grand = (key: string): bigint[] => {
        const table = tables.find(({ spec }) => spec.key === key);
        return table === undefined
          ? []
          : sidesOf(table, plain)
              .map(({ rows }) => rows.at(-1))
              .map((row) => (row?.cells ?? []).reduce((all, cell) => all + cellFen(cell), 0n));
      };
      const all = fenWhere(plain, () => true);
      const appropriated = fenWhere(plain, ({ source }) => ["一般公共预算", "政府性基金预算", "国有资本经营预算"].includes(source));
      expect(grand("01")).toEqual([all, all]);
      expect(grand("04")).toEqual([appropriated, appropriated]);
    });
  });

  test("the same file gives the same document twice", () => {
    fc.assert(
      fc.property(FILES[standard], (file) => {
        const again = compilation(file).value?.document;
        expect(again && comparable(again)).toBe(comparable(printedOf(file).document));
      }),
      { seed: RUNS.seed, numRuns: 25 },
    );
  });

  test("every row of every form fills its columns", () => {
    let forms = 0;
    forAll(standard, (_, document) => {
      for (const { form } of formsOf(document)) {
        forms += 1;
        const filled = form.rows.map(() => 0);
        for (const [row, cells] of form.rows.entries()) {
          for (const { rowSpan, columnSpan } of cells) for (let each = row; each < row + rowSpan; each += 1) filled[each] = (filled[each] ?? 0) + columnSpan;
        }
        expect(filled).toEqual(form.rows.map(() => form.columns.length));
      }
    });
    expect(forms).toBeGreaterThan(RUNS.numRuns);
  });
});

/** What the reader with a calculator reads: 12.5 → 1250 hundredths. */
function numberRead(text: string): bigint {
  const [whole = "", decimals = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
}

/** `part` of `whole` in hundredths of a percent, half up; of nothing it is 0. */
const rateOf = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (2n * 10_000n * part + whole) / (2n * whole));

/** Both forms print two decimals of a percentage, but whole ones without: 16.40%, 100%. */
function percentRead(text: string): bigint {
  const value = numberRead(text);
  const expected = value % 100n === 0n ? String(value / 100n) : `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
  expect(text).toBe(expected);
  return value;
}

/** All paragraphs under each heading; below one that has headings of its own, theirs. */
function sectionsOf({ parts }: BudgetDocument): ReadonlyMap<string, string[]> {
  const sections = new Map<string, string[]>();
  let heading = "";
  for (const { blocks } of parts) {
    for (const block of blocks) {
      if (block.kind === "heading") heading = block.heading.text.replace(/^[（(]?[一二三四五六七八九十]+[)）、]/, "");
      if (block.kind === "paragraph") sections.set(heading, [...(sections.get(heading) ?? []), block.text]);
    }
  }
  return sections;
}

const NUMBER = "(\\d+(?:\\.\\d+)?)";

interface Share {
  readonly part: bigint;
  readonly share: bigint;
}

/** Every “…12.5万元，占34.5%” of a text. */
function sharesIn(text: string): Share[] {
  return [...text.matchAll(new RegExp(`${NUMBER}万元，占(?:预算总额的|政府采购)?${NUMBER}%`, "g"))].map(([, part = "", share = ""]) => ({
    part: numberRead(part),
    share: percentRead(share),
  }));
}

/** Each share of a text recomputes from the amount beside it and the whole; how many there were. */
function expectShares(text: string, whole: bigint): number {
  const shares = sharesIn(text);
  expect(
    shares.map(({ share }) => share),
    text,
  ).toEqual(shares.map(({ part }) => rateOf(part, whole)));
  return shares.length;
}

const amountAfter = (words: string, text: string): bigint => {
  const match = new RegExp(`${words}${NUMBER}万元`).exec(text);
  if (match?.[1] === undefined) throw new Error(`no ${words} in ${text}`);
  return numberRead(match[1]);
};

const GENERAL = "一般公共预算";

describe("the sentences of 四平", () => {
  const section = (document: BudgetDocument, name: string): string[] => sectionsOf(document).get(name) ?? [];

  test("every share recomputes from the amounts that stand in the same section", () => {
    let read = 0;
    forAll("四平", ({ plain: { year } }, document) => {
      const [revenue = ""] = section(document, `${year}年收入预算情况`);
      const [whole = "", composition = ""] = revenue.split("本年收入中，");
      read += expectShares(whole, amountAfter("收入预算", whole));
      read += expectShares(composition, amountAfter("本年收入", whole));
      const [expenditure = ""] = section(document, `${year}年支出预算情况`);
      read += expectShares(expenditure, amountAfter("支出预算", expenditure));
      const [general = "", ...classes] = section(document, `${year}年一般公共预算支出情况`);
      if (!general.includes("没有一般公共预算")) {
        const [parts = "", basic = ""] = general.split("基本支出中，");
        const base = amountAfter("一般公共预算拨款", parts);
        read += expectShares(parts, base);
        if (basic !== "") read += expectShares(basic, amountAfter("其中：基本支出", parts));
        for (const paragraph of classes) read += expectShares(paragraph, base);
      }
    });
    expect(read).toBeGreaterThan(RUNS.numRuns * 6);
  });

  test("the amounts in them are the sums of the facts", () => {
    forAll("四平", ({ plain }, document) => {
      const { year } = plain;
      const all = [...sectionsOf(document).values()].flat().join("\n");
      const expectAmount = (words: string, test: (fact: PlainFact) => boolean): void =>
        expect(amountAfter(words, all), words).toBe(hundredths(fenWhere(plain, test)));
      expectAmount(`${year}年收支总预算`, () => true);
      expectAmount(`${year}年收入预算`, () => true);
      expectAmount("其中：基本支出", ({ nature }) => nature === "基本支出");
      const own = (fact: PlainFact): boolean => fact.source === GENERAL && fact.moneyYear === "本年";
      const codes =
        (...wanted: string[]) =>
        (fact: PlainFact): boolean =>
          own(fact) && fact.economic !== undefined && wanted.includes(fact.economic);
      expectAmount(`${year}年“三公”经费预算数为`, codes("30212", "31013", "30913", "30231", "30217"));
      expectAmount("1、因公出国（境）费", codes("30212"));
      expectAmount("2、公务接待费", codes("30217"));
      expectAmount("3、公务用车购置及运行费", codes("31013", "30913", "30231"));
    });
  });

  test("one paragraph a 类 that has money, in the order of codes, with the text that the file gives it", () => {
    forAll("四平", ({ plain }, document) => {
      const [, ...classes] = section(document, `${plain.year}年一般公共预算支出情况`);
      const own = plain.facts.filter(
        ({ source, moneyYear, nature }) => source === GENERAL && moneyYear === "本年" && ["基本支出", "项目支出"].includes(nature),
      );
      const codes = [...new Set(own.map(({ functional }) => functional.slice(0, 3)))].sort();
      const filled = codes.filter((code) => hundredths(sumOf(own.filter(({ functional }) => functional.startsWith(code)))) > 0n);
      expect(classes.map((paragraph) => /主要用于测试(\d+)。$/.exec(paragraph)?.[1])).toEqual(filled);
    });
  });

  test("a change is the difference of the two displayed amounts", () => {
    const kinds = new Set<string>();
    forAll("四平", ({ plain, lastYear }, document) => {
      const [sentence = ""] = section(document, `${plain.year}年收支预算总体情况`);
      const now = hundredths(fenWhere(plain, () => true));
      const before = hundredths(lastYear.get("收入总计") ?? 0n);
      const match = new RegExp(`。(?:与${plain.year - 1}年预算数(持平)|比${plain.year - 1}年预算数(增加|减少)${NUMBER}万元。主要原因是业务需要)。$`).exec(
        sentence,
      );
      const [, still, verb = still, difference = "0"] = match ?? [];
      expect(verb, sentence).toBe(now === before ? "持平" : now > before ? "增加" : "减少");
      expect(numberRead(difference)).toBe(now > before ? now - before : before - now);
      kinds.add(verb ?? "");
    });
    expect(kinds.size).toBeGreaterThan(1);
  });
});

describe("the sentences of 随州", () => {
  const paragraph = (document: BudgetDocument, name: string): string => (sectionsOf(document).get(name) ?? []).join("\n");

  test("every share recomputes from the amounts that stand in the same sentence", () => {
    let read = 0;
    forAll("随州", (_, document) => {
      const expenditure = paragraph(document, "支出预算情况");
      read += expectShares(expenditure, amountAfter("支出预算总额", expenditure));
      const procurement = paragraph(document, "政府采购情况");
      if (procurement.includes("政府采购预算总额为")) read += expectShares(procurement, amountAfter("政府采购预算总额为", procurement));
    });
    expect(read).toBeGreaterThan(RUNS.numRuns * 2);
  });

  test("the shares of 部门整体绩效目标表 recompute from the amounts beside them, without decimals", () => {
    forAll("随州", ({ plain }, document) => {
      const [overall] = formsOf(document).filter(({ caption }) => caption.title === "部门整体绩效目标表");
      const rows = (overall?.form.rows ?? []).map((cells) => cells.map(({ text }) => text)).filter((texts) => texts.some((text) => /^\d+%$/.test(text)));
      const shares = rows.map((texts) => {
        const at = texts.findIndex((text) => /^\d+%$/.test(text));
        return { part: numberRead(texts[at - 1] ?? ""), share: BigInt((texts[at] ?? "").replace("%", "")) };
      });
      const whole = hundredths(fenWhere(plain, () => true));
      const rounded = (part: bigint): bigint => (whole === 0n ? 0n : (2n * 100n * part + whole) / (2n * whole));
      expect(shares.length).toBeGreaterThanOrEqual(6);
      expect(shares.map(({ share }) => share)).toEqual(shares.map(({ part }) => rounded(part)));
    });
  });

  const PUBLIC = ["302", "310"];
  const COMPARISONS: readonly (readonly [figure: string, heading: string, pattern: string, test: (fact: PlainFact) => boolean])[] = [
    ["支出总计", "支出预算情况", "较上年支出预算安排", () => true],
    ["财政拨款", "财政拨款支出情况", "较上年财政拨款支出预算安排", ({ source }) => ["一般公共预算", "政府性基金预算", "国有资本经营预算"].includes(source)],
    [
      "公用经费",
      "机关运行经费等重要事项的说明",
      "较上年公用经费预算安排",
      ({ nature, economic }) => nature === "基本支出" && PUBLIC.some((code) => economic?.startsWith(code)),
    ],
  ];
  const CHANGE = `(持平|(增加|减少)${NUMBER}万元(?:，(?:增加|减少|同比减少)${NUMBER}%|（(上年基数为0，不可比)）)，(?:增加|减少)原因[是为]业务需要)。$`;

  test("every change and its percentage recompute from this year's and last year's displayed amounts", () => {
    const kinds = new Set<string>();
    forAll("随州", ({ plain, lastYear }, document) => {
      for (const [figure, heading, words, takesFact] of COMPARISONS) {
        const text = paragraph(document, heading);
        const now = hundredths(fenWhere(plain, takesFact));
        const before = hundredths(lastYear.get(figure) ?? 0n);
        const [, all, verb = all, difference = "0", rate, incomparable] = new RegExp(words + CHANGE, "m").exec(text) ?? [];
        const moved = now > before ? now - before : before - now;
        expect(verb, text).toBe(now === before ? "持平" : now > before ? "增加" : "减少");
        expect(numberRead(difference), text).toBe(moved);
        expect(incomparable !== undefined, text).toBe(before === 0n && now !== 0n);
        if (rate !== undefined) expect(percentRead(rate), text).toBe(rateOf(moved, before));
        kinds.add(incomparable ?? verb ?? "");
      }
    });
    expect([...kinds].sort()).toEqual(["上年基数为0，不可比", "减少", "增加", "持平"].sort());
  });

  test("政府采购 is the sum of its items, in the table, in the sentence and by kind", () => {
    forAll("随州", ({ procured }, document, tables) => {
      const fenOfItems = (test: (item: (typeof procured)[number]) => boolean): bigint =>
        procured.filter(test).reduce((all, { count, price }) => all + count * price, 0n);
      const rows = tables.find(({ spec }) => spec.items !== undefined)?.block.table.rows ?? [];
      const column = rows.map(({ cells }) => cells[cells.length - 3]?.text ?? "");
      expect(column).toEqual(procured.map(({ count, price }) => `${(count * price) / 100n}.${String((count * price) % 100n).padStart(2, "0")}`));
      const text = paragraph(document, "政府采购情况");
      const whole = hundredths(fenOfItems(() => true));
      expect(text.includes("没有安排政府采购预算")).toBe(whole === 0n);
      if (whole > 0n) expect(amountAfter("政府采购预算总额为", text)).toBe(whole);
      const kinds = (["货物", "工程", "服务"] as const).filter((kind) => hundredths(fenOfItems((item) => item.kind === kind)) > 0n);
      if (kinds.length > 1)
        for (const kind of kinds) expect(amountAfter(`${kind}政府采购预算`, text)).toBe(hundredths(fenOfItems((item) => item.kind === kind)));
    });
  });
});

test("the random files are not vacuous", () => {
  for (const standard of STANDARDS) {
    const facts = fc.sample(FILES[standard], RUNS).flatMap(({ plain }) => plain.facts);
    expect(new Set(facts.map(({ nature }) => nature)).size).toBe(6);
    expect(new Set(facts.map(({ source }) => source)).size).toBe(11);
    expect(new Set(facts.map(({ functional }) => functional.slice(0, 3))).size).toBeGreaterThan(15);
  }
});
