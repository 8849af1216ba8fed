import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineText, position, sourceFile } from "../../src/base/span.ts";
import { edited, repaired } from "../../src/load/yaml/repair.ts";
import { ROOT } from "../support/compile.ts";
import { mutatedFile, seedFiles } from "../support/mutations.ts";

/** Pieces of a text, some of which are put in the place of others. */
const pieces = fc.array(fc.record({ kept: fc.string({ maxLength: 5 }), removed: fc.string({ maxLength: 3 }), put: fc.string({ maxLength: 3 }) }), {
  maxLength: 8,
});

describe("a text with edits", () => {
  test("reads as edited, and every place leads back to where it was", () => {
    const property = fc.property(pieces, (list) => {
      const text = list.map(({ kept, removed }) => kept + removed).join("");
      let at = 0;
      const edits = list.map(({ kept, removed, put }) => {
        const edit = { at: at + kept.length, length: removed.length, text: put };
        at = edit.at + edit.length;
        return edit;
      });
      const reading = edited(text, edits);
      expect(reading.text).toBe(list.map(({ kept, put }) => kept + put).join(""));
      let offset = 0;
      for (const [index, { kept, put }] of list.entries()) {
        const from = (edits[index]?.at ?? 0) - kept.length;
        for (let within = 0; within < kept.length; within += 1) expect(reading.place(offset + within)).toBe(from + within);
        for (let within = 0; within < put.length; within += 1) expect(reading.place(offset + kept.length + within)).toBe(edits[index]?.at);
        offset += kept.length + put.length;
      }
      expect(reading.place(reading.text.length)).toBe(text.length);
    });
    fc.assert(property, { numRuns: 300, seed: 7 });
  });
});

describe("a repaired file", () => {
  const files = seedFiles(ROOT);

  test("keeps its lines, and each character that it keeps has its own place", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const file = sourceFile("x.yaml", mutatedFile(seed, files).bytes.toString("utf8").replace(/\r\n?/g, "\n"));
      const { reading, found } = repaired(file, false);
      const places = Array.from(reading.text, (_, offset) => reading.place(offset));
      expect(
        places.every((place, offset) => place >= (places[offset - 1] ?? 0)),
        `seed ${seed}`,
      ).toBe(true);
      const lineEnds = (text: string): number[] => [...text.matchAll(/\n/g)].map(({ index }) => index);
      expect(
        lineEnds(reading.text).map((offset) => reading.place(offset)),
        `seed ${seed}`,
      ).toEqual(lineEnds(file.text));
      expect(found.every(({ span }) => span !== undefined && span.end <= file.text.length)).toBe(true);
    }
  });

  test("is the file itself where nothing is wrong", () => {
    for (const bytes of [...files.budgets, ...files.fine]) {
      const file = sourceFile("x.yaml", bytes.toString("utf8"));
      const { found, reading } = repaired(file, false);
      expect(found.map(({ code, span }) => `${code} ${span && lineText(file, position(file, span.start).line)}`)).toEqual([]);
      expect(reading.text).toBe(file.text);
    }
  });
});
