import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AMOUNT_UNITS, displayed, exact, formatNumber, fromUnit, inUnit, percentage, roundHalfUp, sum } from "../../src/base/money.ts";

describe("roundHalfUp rounds half away from zero", () => {
  test.each([
    ["0.005", 2, "0.01"],
    ["0.004999999999999999999999", 2, "0"],
    ["-0.005", 2, "-0.01"],
    ["-0.0049", 2, "0"],
    ["1.005", 2, "1.01"],
    ["2.675", 2, "2.68"],
    ["-2.675", 2, "-2.68"],
    ["0.5", 0, "1"],
    ["1.5", 0, "2"],
    ["2.5", 0, "3"],
    ["-0.5", 0, "-1"],
    ["-1.5", 0, "-2"],
    ["9.995", 2, "10"],
    ["99999999999999999999999.995", 2, "100000000000000000000000"],
    ["12.30", 2, "12.3"],
  ])("%s to %d decimals is %s", (value, decimals, expected) => {
    expect(roundHalfUp(exact(value), decimals).toFixed()).toBe(expected);
  });

  test("a negative number that rounds to nothing has no minus sign", () => {
    expect(roundHalfUp(exact("-0.001"), 2).isNegative()).toBe(false);
  });

  test("as whole numbers do", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 5 }), (thousandths, decimals) => {
        const step = 10n ** BigInt(Math.max(0, 3 - decimals));
        const size = thousandths < 0n ? -thousandths : thousandths;
        const steps = (2n * size + step) / (2n * step);
        const expected = (thousandths < 0n ? -1n : 1n) * steps * step;
        expect(
          roundHalfUp(exact(String(thousandths)).div("1000"), decimals)
            .times("1000")
            .toFixed(),
        ).toBe(String(expected));
      }),
      { seed: 41, numRuns: 500 },
    );
  });
});

describe("displayed turns 元 into an amount of the format's unit, once", () => {
  test.each([
    ["831250", "万元", 2, "83.13"],
    ["831249.99", "万元", 2, "83.12"],
    ["50", "万元", 2, "0.01"],
    ["49.99", "万元", 2, "0"],
    ["4655841", "万元", 2, "465.58"],
    ["123456789", "亿元", 4, "1.2346"],
    ["0.005", "元", 2, "0.01"],
    ["1234.5", "元", 0, "1235"],
  ] as const)("%s 元 in %s with %d decimals: %s", (amount, unit, decimals, expected) => {
    expect(displayed(exact(amount), { unit, decimals, trim: true, separator: true }).toFixed()).toBe(expected);
  });

  test("连州's three subtotals: each is right, and they do not add up", () => {
    const shown = (amount: string): string => displayed(exact(amount), { unit: "万元", decimals: 2, trim: false, separator: true }).toFixed(2);
    expect([shown("276958"), shown("426583"), shown("703541")]).toEqual(["27.70", "42.66", "70.35"]);
  });

  test("units go there and back exactly", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 17n), fc.constantFrom(...AMOUNT_UNITS), (fen, unit) => {
        const amount = exact(String(fen)).div("100");
        expect(fromUnit(inUnit(amount, unit), unit).times("100").toFixed()).toBe(String(fen));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

describe("formatNumber", () => {
  test.each([
    ["1169.86", 2, false, true, "1,169.86"],
    ["4.5", 2, false, true, "4.50"],
    ["4.5", 2, true, true, "4.5"],
    ["2", 2, true, true, "2"],
    ["2", 2, false, true, "2.00"],
    ["0", 2, false, true, "0.00"],
    ["0", 2, true, true, "0"],
    ["100", 0, true, true, "100"],
    ["999", 2, true, true, "999"],
    ["1000", 2, true, true, "1,000"],
    ["999999.99", 2, false, true, "999,999.99"],
    ["1000000", 2, false, true, "1,000,000.00"],
    ["1000000", 2, false, false, "1000000.00"],
    ["-1234.5", 2, false, true, "-1,234.50"],
    ["-123456", 0, false, true, "-123,456"],
    ["1234.5678", 4, false, true, "1,234.5678"],
    ["1e25", 0, false, false, "10000000000000000000000000"],
    ["0.0000001", 7, true, false, "0.0000001"],
  ])("%s with %d decimals, trim %s, separator %s: %s", (value, decimals, trim, separator, expected) => {
    expect(formatNumber(exact(value), { decimals, trim, separator })).toBe(expected);
  });
});

describe("percentage", () => {
  test.each([
    ["14.08", "479.66", "2.94"],
    ["1", "3.5", "28.57"],
    ["-1", "3", "-33.33"],
    ["1", "-3", "33.33"],
    ["1", "16", "6.25"],
    ["1", "32", "3.13"],
    ["0", "5", "0"],
    ["5", "0.01", "50000"],
    ["1", "1000000", "0"],
  ])("%s of %s is %s %", (part, base, expected) => {
    expect(percentage(exact(part), exact(base), 2)?.toFixed()).toBe(expected);
  });

  test("there is none of a base of 0", () => {
    expect(percentage(exact("1"), exact("0"), 2)).toBeUndefined();
  });
});

test("sum is exact where binary fractions are not", () => {
  expect(sum(["0.1", "0.2", "999999999999999.99"].map(exact)).toFixed()).toBe("1000000000000000.29");
  expect(sum([]).toFixed()).toBe("0");
});
