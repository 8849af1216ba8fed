import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/model/table.ts";
import { fittingSize } from "../../src/render/fit.ts";

/** What print.css says: points across the text area, sizes of type, and what a cell keeps free at both edges. */
const PAPER = {
  portrait: { across: 442, long: 10, short: 12, rows: 21, padding: 8 },
  landscape: { across: 728, long: 9, short: 10.5, rows: 13, padding: 5 },
} as const;

/** A digit takes at least half of the type's height. */
const DIGIT = 0.5;
const FLOOR = 5;

type Orientation = Table["orientation"];

function tableOf(orientation: Orientation, widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  return {
    key: "1",
    orientation,
    header: [],
    columns: widths.map((width) => ({ kind: "amount", width })),
    rows: rows.map((cells) => ({ kind: "line", cells: cells.map((text) => ({ kind: "amount", text, amount: new Decimal(0), facts: [] })) })),
    empty: false,
    printed: { 功能科目: new Set(), 经济科目: new Set() },
  };
}

const lines = (count: number, ...cells: string[]): string[][] => Array.from({ length: count }, () => cells);

describe("the size of type at which a table's amounts keep to their columns", () => {
  it("is the style sheet's where everything fits", () => {
    expect(fittingSize(tableOf("portrait", [10, 10, 10], lines(3, "1.00", "12,345.67", "")))).toBeUndefined();
    expect(fittingSize(tableOf("landscape", [10, 10, 10], lines(30, "1.00", "12,345.67", "")))).toBeUndefined();
    expect(fittingSize(tableOf("portrait", [10], []))).toBeUndefined();
    expect(fittingSize(tableOf("portrait", [10, 10], lines(2, "", "")))).toBeUndefined();
  });

  it("is smaller where one amount is too long for its column, and smaller still in a narrower one", () => {
    const size = (width: number): number => fittingSize(tableOf("portrait", [width, 100 - width], [["123,456,789.00", "1.00"]])) ?? Number.POSITIVE_INFINITY;
    expect(size(50)).toBe(Number.POSITIVE_INFINITY);
    expect(size(18)).toBeLessThan(12);
    expect(size(14)).toBeLessThan(size(18));
  });

  it("is never below the floor, however long an amount is", () => {
    expect(fittingSize(tableOf("portrait", [1, 99], [["9".repeat(60), ""]]))).toBe(FLOOR);
  });

  it("words break, and make nothing smaller; a code does not", () => {
    expect(fittingSize(tableOf("portrait", [5, 95], [["一个很长很长很长很长很长很长的名称", "1.00"]]))).toBeUndefined();
    expect(fittingSize(tableOf("portrait", [5, 95], [["2080505", "1.00"]]))).toBeLessThan(12);
  });

  it("long tables have smaller type of the style sheet already", () => {
    // Fits at 10 points, not at 12.
    const cell = "1234567890.12";
    const widths = [18, 82];
    expect(fittingSize(tableOf("portrait", widths, lines(30, cell, "")))).toBeUndefined();
    expect(fittingSize(tableOf("portrait", widths, lines(3, cell, "")))).toBeLessThan(12);
  });

  const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((value) => (value / 100).toLocaleString("en-US", { minimumFractionDigits: 2 }));
  const tables = fc
    .record({
      orientation: fc.constantFrom<Orientation>("portrait", "landscape"),
      widths: fc.array(fc.integer({ min: 4, max: 40 }), { minLength: 1, maxLength: 12 }),
    })
    .chain(({ orientation, widths }) =>
      fc
        .array(fc.tuple(...widths.map(() => fc.oneof(amount, fc.constant(""), fc.constant("-12.3%")))), { minLength: 1, maxLength: 25 })
        .map((rows) => ({ orientation, widths, rows })),
    );

  it("at the size that it gives every amount fits its column, unless that is the floor", () => {
    fc.assert(
      fc.property(tables, ({ orientation, widths, rows }) => {
        const { across, long, short, rows: many, padding } = PAPER[orientation];
        const usual = rows.length < many ? short : long;
        const size = fittingSize(tableOf(orientation, widths, rows)) ?? usual;
        expect(size).toBeGreaterThanOrEqual(FLOOR);
        expect(size).toBeLessThanOrEqual(usual);
        if (size === FLOOR) return;
        const total = widths.reduce((sum, width) => sum + width, 0);
        for (const row of rows)
          row.forEach((text, index) => {
            if (text !== "") expect(text.length * DIGIT * size + padding).toBeLessThanOrEqual(((widths[index] ?? 0) / total) * across);
          });
      }),
    );
  });
});
