import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { error, hasErrors, sortDiagnostics, warning } from "../../src/base/diagnostic.ts";
import { lineText, position, sourceFile, span } from "../../src/base/span.ts";

const TEXT = "年度: 2024\n  𠮷𠮷: 甲\n\n末行";
const FILE = sourceFile("a.yaml", TEXT);

describe("position counts lines and characters from 1, an astral character as one", () => {
  test.each([
    ["年度", 1, 1],
    ["2024", 1, 5],
    ["𠮷𠮷", 2, 3],
    [": 甲", 2, 5],
    ["甲", 2, 7],
    ["末行", 4, 1],
    ["行", 4, 2],
  ])("%s stands at %d:%d", (piece, line, column) => {
    expect(position(FILE, TEXT.indexOf(piece))).toEqual({ line, column });
  });

  test("a line's end belongs to the line, the end of the text to the last", () => {
    expect(position(FILE, TEXT.indexOf("\n"))).toEqual({ line: 1, column: 9 });
    expect(position(FILE, TEXT.length)).toEqual({ line: 4, column: 3 });
    expect(position(sourceFile("empty", ""), 0)).toEqual({ line: 1, column: 1 });
  });

  test("as counting every character does", () => {
    const texts = fc.array(fc.constantFrom("甲", "a", "𠮷", "\n", " ", "：", "😀"), { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat(60), (characters, at) => {
        const before = characters.slice(0, at);
        const offset = before.join("").length;
        const lines = before.join("").split("\n");
        expect(position(sourceFile("x", characters.join("")), offset)).toEqual({ line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 });
      }),
      { seed: 43, numRuns: 300 },
    );
  });
});

test("lineText gives a line without its end", () => {
  expect([1, 2, 3, 4, 5].map((line) => lineText(FILE, line))).toEqual(["年度: 2024", "  𠮷𠮷: 甲", "", "末行", ""]);
  expect(lineText(sourceFile("x", "a\r\nb"), 1)).toBe("a");
});

test("span never ends before it begins", () => {
  expect(span(FILE, 5, 2)).toEqual({ file: FILE, start: 5, end: 5 });
  expect(span(FILE, 5)).toEqual({ file: FILE, start: 5, end: 5 });
});

describe("sortDiagnostics", () => {
  test("goes by file, place and code, what has no place first, and drops repetitions", () => {
    const other = sourceFile("b.yaml", "x");
    const found = [
      error("late", "m", span(FILE, 9)),
      error("b-code", "m", span(FILE, 2)),
      warning("a-code", "m", span(FILE, 2)),
      error("other-file", "m", span(other, 0)),
      error("no-place", "m"),
      error("late", "m", span(FILE, 9)),
      error("late", "another message", span(FILE, 9)),
    ];
    expect(sortDiagnostics(found).map(({ code, message }) => `${code} ${message}`)).toEqual([
      "no-place m",
      "a-code m",
      "b-code m",
      "late m",
      "late another message",
      "other-file m",
    ]);
  });

  test("only errors are errors", () => {
    expect(hasErrors([warning("w", "m")])).toBe(false);
    expect(hasErrors([warning("w", "m"), error("e", "m")])).toBe(true);
  });
});
