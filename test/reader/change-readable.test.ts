import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Outcome } from "../../src/base/outcome.ts";
import { checkBudget } from "../../src/check/budget/budget.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import { composeDocument } from "../../src/compose/document.ts";
import { type ReadyTemplates, templateSpecification } from "../../src/compose/templates.ts";
import { derive } from "../../src/derive/derive.ts";
import { readLastYear } from "../../src/last-year/last-year.ts";
import { loadStandard } from "../../src/load/standard.ts";
import { loadText } from "../../src/load/text.ts";
import { parseYaml } from "../../src/load/yaml/parse.ts";
import type { BudgetDocument } from "../../src/model/document.ts";
import type { Standard } from "../../src/model/standard.ts";
import type { StandardName } from "../arbitrary/budget.ts";
import { classificationOf, cleanValue } from "../derive/support.ts";
import { RESOURCES } from "../support/compile.ts";
import { FORMS } from "./forms.ts";
import { type Judgement, judge } from "./judge.ts";
import { printedOf } from "./numbers.ts";
import type { PlainDocument } from "./read.ts";
import { printedBefore, type TwoYears, textOfYear, twoYears, withAdjustment } from "./years.ts";

/** Budgets for each standard; READER_RUNS=1500 npx vitest run test/reader for a long night. */
const RUNS = Number(process.env.READER_RUNS ?? "16");
const SEED = Number(process.env.READER_SEED ?? "20240223");

const folder = mkdtempSync(join(tmpdir(), "budgetgen-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = readdirSync(RESOURCES.standards)
  .map((each) => join(RESOURCES.standards, each, "pack.yaml"))
  .filter((path) => existsSync(path))
  .map((path) => /^name: (.+)$/m.exec(readFileSync(path, "utf8"))?.[1] ?? "");

/** A standard is read once, a template compiled when it is first filled: the budgets are many. */
interface Ready {
  readonly standard: Standard;
  readonly templates: ReadyTemplates;
}

const ready = new Map<string, Ready>();

function readyOf(name: string): Ready {
  const known = ready.get(name) ?? {
    standard: withoutForms(cleanValue(checkStandard(cleanValue(loadStandard(RESOURCES.standards, name, undefined, RESOURCES.trees)), new Set()))),
    templates: new CompiledOnce(),
  };
  ready.set(name, known);
  return known;
}

/** The parts with tables and sentences: what else there is takes as long to make, and says nothing of changes. */
function withoutForms(standard: Standard): Standard {
  const parts = standard.document.parts.filter(({ heading }) => /表|情况说明/.test(heading.source));
  return { ...standard, document: { ...standard.document, parts } };
}

class CompiledOnce extends Map<string, object> {
  override get(key: string): object | undefined {
    const [source = "", ...helpers] = key.split("\0");
    const known = super.get(key) ?? templateSpecification(source, helpers, new Map());
    this.set(key, known);
    return known;
  }
}

/** load ─ check ─ derive ─ compose: what a budget says is judged by nobody here but the reader. */
function paperOf(name: string, file: string, text: string): PlainDocument {
  const path = join(folder, file);
  writeFileSync(path, text);
  const { standard, templates } = readyOf(name);
  const tree = sound(parseYaml(sound(loadText(path)), { flow: false }));
  const classification = classificationOf(Number(/^年度: (\d+)$/m.exec(text)?.[1]));
  const stated = sound(checkBudget(tree, standard, classification));
  const readers = { classificationOf: (year: number) => ({ value: classificationOf(year), diagnostics: [] }), standardOf: () => standard };
  const linked = readLastYear({ tree, budget: stated, standard, classification }, readers);
  if (linked.value !== undefined || stated.places.has("上年文件")) sound(linked);
  const budget = { ...stated, ...(linked.value && { lastYearFile: linked.value.lastYear }) };
  const derived = sound(derive(budget, standard, classification));
  return plainOf(sound(composeDocument({ budget, standard, classification, derived, templates })), budget.year);
}

function sound<Value>({ value, diagnostics }: Outcome<Value>): Value {
  const wrong = diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`);
  if (value === undefined || wrong.length > 0) throw new Error(wrong.join("\n") || "nothing was made");
  return value;
}

/** A document without anything but what is printed. */
function plainOf({ parts }: BudgetDocument, year: number): PlainDocument {
  const told = parts.filter(({ heading }) => heading.text.includes("情况说明"));
  const blocks = parts.flatMap((part) => part.blocks);
  return {
    year,
    paragraphs: told.flatMap((part) => part.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []))),
    tables: new Map(
      blocks.flatMap((block) =>
        block.kind === "table" ? [[block.table.key, block.table.rows.map(({ cells }) => cells.map(({ text }) => text))] as const] : [],
      ),
    ),
  };
}

/** This year's document is read against last year's own, or against the amounts that its file states. */
function judged(years: TwoYears, standard: StandardName): Judgement[] {
  const { now, before, adjusted } = years;
  const adjustedBases = adjusted === undefined ? [] : [[adjusted.figure, printedOf(adjusted.amount)] as const];
  const form = FORMS[standard];
  if (form === undefined) throw new Error(`write down the sentences of ${standard} in test/reader/forms.ts`);
  if (before instanceof Map) {
    const document = paperOf(standard, "now.yaml", withAdjustment(textOfYear(now, before), years));
    return [judge(document, form, new Map([...printedBefore(before), ...adjustedBases]))];
  }
  const last = before as TwoYears["now"];
  const lastDocument = judge(paperOf(standard, "last.yaml", textOfYear(last, last.lastYear)), form, printedBefore(last.lastYear));
  const document = paperOf(standard, "now.yaml", withAdjustment(textOfYear(now, { link: "last.yaml" }), years));
  const thisDocument = judge(document, form, new Map([...lastDocument.amounts, ...adjustedBases]));
  return [lastDocument, thisDocument];
}

const KINDS = ["more", "less", "still", "both 0", "from 0", "to 0"];
const RATED = ["rate", "rate below what is printed"];

describe.each(installed)("what %s prints can be recomputed from what it prints", (name) => {
  const standard = name as StandardName;

  test("by a reader who has last year's document, or its amounts", () => {
    const counts = new Map<string, number>();
    let changes = 0;
    fc.assert(
      fc.property(twoYears(standard), (years) => {
        for (const judgement of judged(years, standard)) {
          expect(judgement.complaints).toEqual([]);
          counts.set("document", (counts.get("document") ?? 0) + 1);
          for (const [what, count] of judgement.counts) counts.set(what, (counts.get(what) ?? 0) + count);
          changes += KINDS.reduce((total, kind) => total + (judgement.counts.get(kind) ?? 0), 0);
        }
      }),
      // Making a counterexample smaller takes minutes: READER_SHRINK=1 does it.
      { seed: SEED + installed.indexOf(name), numRuns: RUNS, endOnFailure: process.env.READER_SHRINK === undefined },
    );
    if (process.env.READER_RUNS !== undefined) process.stdout.write(`${standard} ${RUNS}: ${JSON.stringify(Object.fromEntries([...counts].sort()))}\n`);
    const rated = Object.values(FORMS[standard]?.manners ?? {}).some((manner) => manner.rated);
    // Every document words five changes or more, and what was read was of every kind.
    expect(changes).toBeGreaterThan(5 * RUNS);
    // Of some budgets last year's own document was made, too.
    expect(counts.get("document")).toBeGreaterThan(RUNS);
    expect(counts.get("base")).toBe(changes);
    expect([...KINDS, ...(rated ? RATED : []), "adjusted base", "cell"].filter((kind) => !counts.has(kind))).toEqual([]);
  });
});
