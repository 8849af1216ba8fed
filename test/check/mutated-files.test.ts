import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { showDiagnostic } from "../../src/commands/report.ts";
import { compileBudget, printability } from "../../src/compile.ts";
import { RESOURCES } from "../support/compile.ts";
import { lianzhouText, putLastYear } from "../support/lianzhou.ts";

const LIANZHOU = [...lianzhouText()];
const PIECES = [..."：:，,。 \t\n　-#|>*&!%@`\"'{}[]【】（）0123456789.eE一万元同等\u200b\u202e\u0000𬭎", "  ", "\n  ", ": ", "- "];

/** A slip of the hand: characters left out, put in, put in another's place, or a piece moved elsewhere. */
interface Slip {
  readonly kind: "leave out" | "put in" | "replace" | "move";
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly piece: string;
}

const slips: fc.Arbitrary<Slip[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("leave out", "put in", "replace", "move"),
    at: fc.nat(LIANZHOU.length - 1),
    to: fc.nat(LIANZHOU.length - 1),
    length: fc.integer({ min: 1, max: 40 }),
    piece: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 3 },
);

function mutated(list: readonly Slip[]): string {
  const text = [...LIANZHOU];
  for (const { kind, at, to, length, piece } of list) {
    if (kind === "leave out") text.splice(at, Math.min(length, 3));
    else if (kind === "put in") text.splice(at, 0, piece);
    else if (kind === "replace") text.splice(at, 1, piece);
    else text.splice(to, 0, ...text.splice(at, length));
  }
  return text.join("");
}

describe("a file with slips anywhere", () => {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-slips-"));
  putLastYear(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives a document or errors that can be shown, never an exception and never neither", () => {
    const path = join(folder, "slips.yaml");
    let documents = 0;
    const property = fc.property(slips, (list) => {
      writeFileSync(path, mutated(list));
      const { value, diagnostics } = compileBudget(path, RESOURCES);
      for (const diagnostic of diagnostics) expect(showDiagnostic(diagnostic, false)).toContain(diagnostic.code);
      expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
      if (value !== undefined) printability(value);
      documents += value === undefined ? 0 : 1;
    });
    fc.assert(property, { numRuns: 200, seed: 20241122 });
    expect(documents).toBeGreaterThan(20);
  });
});
