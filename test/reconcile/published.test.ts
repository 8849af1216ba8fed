import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { position } from "../../src/base/span.ts";
import { compileBudget, packageResources } from "../../src/compile.ts";
import { WORDS, WORDS_AND_FIGURES } from "../../src/reconcile/texts/rules.ts";

const BUDGETS = join(import.meta.dirname, "..", "..", "budgets");

/** What the rules on words find in the published budgets, each with the reason why a reviewer agrees. */
const AGREED: Readonly<Record<string, readonly string[]>> = {
  lianzhou: [],
  // 职能（八） ends with the sentence that is 职能（九）: errata of the published document, 四平 #5.
  siping: ["warning repeated-sentence 144:7"],
  suizhou: [],
};

/** The codes of the rules on words: each is called like its function. */
const CODES = new Set([...WORDS, ...WORDS_AND_FIGURES].map(({ name }) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)));

describe.each(Object.entries(AGREED))("the words of %s", (name, agreed) => {
  it("give what a reviewer agrees with, and nothing else", () => {
    const { diagnostics } = compileBudget(join(BUDGETS, `${name}.yaml`), packageResources());
    const found = diagnostics.flatMap(({ severity, code, span }) => {
      const at = span && position(span.file, span.start);
      return CODES.has(code) ? [`${severity} ${code} ${at?.line}:${at?.column}`] : [];
    });
    expect(found).toEqual(agreed);
  });
});
