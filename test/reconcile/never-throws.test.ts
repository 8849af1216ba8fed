import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derive } from "../../src/derive/derive.ts";
import { ACCOUNT_RULES } from "../../src/reconcile/accounts/accounts.ts";
import { budgets, type StandardName } from "../arbitrary/budget.ts";
import { LAST_YEAR, modelOf } from "../arbitrary/model.ts";
import { classificationOf } from "../derive/support.ts";
import { compiled, ROOT } from "../support/compile.ts";

const EXAMPLES: readonly (readonly [StandardName, string])[] = [
  ["清远县区", "lianzhou.yaml"],
  ["四平", "siping.yaml"],
  ["随州", "suizhou.yaml"],
];

describe.each(EXAMPLES)("the rules on accounts, on any budget of %s", (name, file) => {
  test("judge, and call nothing an error", () => {
    const { standard } = compiled(join(ROOT, "budgets", file));
    fc.assert(
      fc.property(budgets(name), (plain) => {
        const classification = classificationOf(plain.year);
        const budget = modelOf(plain, LAST_YEAR);
        const { value: derived } = derive(budget, standard, classification);
        if (derived === undefined) return;
        const found = ACCOUNT_RULES.flatMap((rule) => rule({ budget, derived, standard, classification }));
        expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
        for (const { message, span, hint } of found) {
          expect(message).not.toMatch(/undefined|NaN|Infinity|“”/);
          expect(span).toBeDefined();
          expect(hint).toBeTruthy();
        }
      }),
      { numRuns: 25 },
    );
  });
});
