import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/model/table.ts";
import { budgets, type PlainBudget, type StandardName } from "../arbitrary/budget.ts";
import { LAST_YEAR, modelOf } from "../arbitrary/model.ts";
import { yamlOf } from "../arbitrary/yaml.ts";
import { expectedTables, sumOf } from "./oracle.ts";
import { amountsOf, cleanValue, comparable, compileText, composed, derived, fenOf, tableOf, textsOf } from "./support.ts";

const STANDARDS: readonly StandardName[] = ["清远", "清远县区"];
const RUNS = { seed: 20240101, numRuns: 100 };

const deriveOf = (plain: PlainBudget) => derived(modelOf(plain, LAST_YEAR), plain.standard);

describe.each(STANDARDS)("the tables of %s", (standard) => {
  test("print what an independent sum of the same facts prints, cell by cell", () => {
    fc.assert(
      fc.property(budgets(standard), (plain) => {
        const { tables } = deriveOf(plain);
        const printed = [...tables].map(([key, table]): [string, string[][]] => [key, textsOf(table)]);
        expect(new Map(printed)).toEqual(expectedTables(plain));
      }),
      RUNS,
    );
  });

  test("hold in every cell the exact sum of its facts, each fact once", () => {
    fc.assert(
      fc.property(budgets(standard), (plain) => {
        const budget = modelOf(plain, LAST_YEAR);
        const fenByFact = new Map(budget.facts.map((fact, index) => [fact, plain.facts[index]?.fen ?? 0n]));
        const cells = [...derived(budget, standard).tables.values()].flatMap(({ rows }) => rows.flatMap((row) => amountsOf(row.cells)));
        const wrong = cells.filter((cell) => {
          const facts = new Set(cell.facts);
          return facts.size !== cell.facts.length || fenOf(cell) !== [...facts].reduce((total, fact) => total + (fenByFact.get(fact) ?? 0n), 0n);
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** Tables whose rows are 科目, with the number of columns that their first amount column sums. */
const CODED: readonly (readonly [key: string, parts: number])[] = [
  ["02", 11],
  ["03", 6],
  ["05", 0],
  ["06", 0],
  ["07", 0],
  ["09", 0],
  ["10", 0],
];

/** The sums of some rows, column by column. */
function columnSums(rows: readonly { readonly amounts: readonly bigint[] }[], width: number): bigint[] {
  return Array.from({ length: width }, (_, column) => rows.reduce((total, { amounts }) => total + (amounts[column] ?? 0n), 0n));
}

test("科目 tables add up: 合计 = 类, 类 = its 款, 款 = its 项, and 合计 columns = the columns beside them", () => {
  fc.assert(
    fc.property(budgets("清远"), (plain) => {
      const all = deriveOf(plain);
      for (const [key, parts] of CODED) {
        const table = tableOf(all, key);
        const rows = table.rows.map(({ cells }) => ({ code: /\d+/.exec(cells[0]?.text ?? "")?.[0] ?? "", amounts: amountsOf(cells).map(fenOf) }));
        const children = (code: string) => rows.filter((row) => row.code.startsWith(code) && row.code.length === (code === "" ? 3 : code.length + 2));
        const parents = rows.filter(({ code }) => code === "" || children(code).length > 0);
        expect(parents.map(({ code, amounts }) => columnSums(children(code), amounts.length))).toEqual(parents.map(({ amounts }) => amounts));
        if (parts === 0) continue;
        expect(rows.map(({ amounts }) => amounts.slice(1, parts + 1).reduce((total, amount) => total + amount))).toEqual(rows.map(({ amounts }) => amounts[0]));
      }
    }),
    { seed: 7, numRuns: 80 },
  );
});

test("tables 11 and 12 add up: 合计 = units = their rows, 总计 = 财政拨款 + 专户 + 其他, 财政拨款 = its three", () => {
  fc.assert(
    fc.property(budgets("清远"), (plain) => {
      const all = deriveOf(plain);
      for (const key of ["11", "12"]) {
        const rows = tableOf(all, key).rows.map(({ cells }) => ({ cells, indent: indentOf(cells), amounts: amountsOf(cells).map(fenOf) }));
        const [total, ...rest] = rows;
        const units = rest.filter(({ indent }) => indent === 0);
        expect(columnSums(units, 7)).toEqual(total?.amounts);
        expect(columnSums(rest, 7)).toEqual(total?.amounts.map((amount) => 2n * amount));
        const recomputed = rows.map(({ amounts: [, , general = 0n, fund = 0n, capital = 0n, account = 0n, own = 0n] }) => {
          const appropriation = general + fund + capital;
          return [appropriation + account + own, appropriation, general, fund, capital, account, own];
        });
        expect(recomputed).toEqual(rows.map(({ amounts }) => amounts));
      }
    }),
    { seed: 8, numRuns: 80 },
  );
});

function indentOf([label]: readonly Cell[]): number {
  return label?.kind === "text" ? label.indent : 0;
}

test("a budget written as a file compiles to the document of its facts", () => {
  fc.assert(
    fc.property(fc.constantFrom(...STANDARDS).chain(budgets), (plain) => {
      const { document } = cleanValue(compileText(yamlOf(plain)), "warnings");
      expect(comparable(document)).toBe(comparable(composed(modelOf(plain, LAST_YEAR), plain.standard)));
    }),
    { seed: 9, numRuns: 25 },
  );
});

test("the oracle and the generator are not vacuous: every nature, source and many codes occur", () => {
  const sample = fc.sample(budgets("清远"), { seed: RUNS.seed, numRuns: RUNS.numRuns });
  const facts = sample.flatMap((plain) => plain.facts);
  expect(new Set(facts.map(({ nature }) => nature)).size).toBe(6);
  expect(new Set(facts.map(({ source }) => source)).size).toBe(11);
  expect(new Set(facts.map(({ moneyYear }) => moneyYear)).size).toBe(2);
  expect(new Set(facts.map(({ functional }) => functional)).size).toBeGreaterThan(150);
  expect(new Set(facts.flatMap(({ economic }) => economic ?? [])).size).toBeGreaterThan(80);
  expect(facts.some(({ fen }) => fen === 0n)).toBe(true);
  expect(facts.some(({ fen }) => fen % 10_000n === 5_000n)).toBe(true);
  expect(sample.some(({ units }) => units.length === 4)).toBe(true);
  expect(sample.some(({ projects }) => projects.some(({ key }) => key))).toBe(true);
  expect(sumOf(facts)).toBeGreaterThan(0n);
});
