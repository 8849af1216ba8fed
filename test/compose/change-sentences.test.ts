import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Diagnostic, hasErrors } from "../../src/base/diagnostic.ts";
import { exact, type Money, ZERO } from "../../src/base/money.ts";
import { WantedAmounts } from "../../src/compose/wanted.ts";
import { wording } from "../../src/compose/wording.ts";
import { derive } from "../../src/derive/derive.ts";
import type { Budget, ExpenditureFact } from "../../src/model/budget.ts";
import { formatNamed, type Standard } from "../../src/model/standard.ts";
import type { StatedValue } from "../../src/model/stated.ts";
import { textOf } from "../arbitrary/model.ts";
import { cleanValue } from "../derive/support.ts";
import { compiled, RESOURCES } from "../support/compile.ts";
import { expectGolden } from "../support/golden.ts";

/**
 * Every sentence that words a change, as it reads when everything grew, shrank, stood still, began, ended or never was: what
 * nobody sees in a year's one document. Goldens, to be read by people; the figures are those of the standard's example.
 */
const GOLDENS = join(import.meta.dirname, "change-sentences");

type Before = (now: Money, figure: string) => Money;

interface Scenario {
  readonly what: string;
  /** 元 of last year, from what this year's example has. */
  readonly before: Before;
  /** Whether there is no money this year. */
  readonly gone?: true;
  /** Whether reasons are given; where nothing moved a form has words of its own. */
  readonly reasons: boolean;
}

const SCENARIOS: readonly Scenario[] = [
  { what: "增加", before: (now) => now.times("0.8"), reasons: true },
  { what: "减少", before: (now) => now.times("1.25"), reasons: true },
  { what: "微增", before: (now) => now.minus(now.isZero() ? ZERO : exact("100")), reasons: true },
  { what: "持平", before: (now) => now, reasons: false },
  { what: "变动显示不出来", before: (now) => now.plus(exact("0.01")), reasons: false },
  { what: "基数为零", before: () => ZERO, reasons: true },
  { what: "减到零", before: (now) => now, gone: true, reasons: true },
  { what: "均为零", before: () => ZERO, gone: true, reasons: false },
  { what: "合计持平，各部分有增有减", before: offset, reasons: true },
];

/** One vehicle more was bought, and as much less is spent on running them. */
function offset(now: Money, figure: string): Money {
  const step = exact("10000");
  if (figure === "公务用车购置费") return now.minus(step);
  return figure === "公务用车运行维护费" ? now.plus(step) : now;
}

/** 元 that every example has for 三公经费, so that its sentences have something to say. */
const THREE_PUBLIC = { "30212": "30000", "30217": "20000", "30231": "25000", "31013": "180000" };

function withThreePublic(budget: Budget): Budget {
  const model = budget.facts.find(({ nature, source, moneyYear }) => nature === "基本支出" && source === "一般公共预算" && moneyYear === "本年");
  if (model === undefined) throw new Error("the example has no 基本支出");
  const others = budget.facts.filter(({ economic = "" }) => !(economic in THREE_PUBLIC));
  const more = Object.entries(THREE_PUBLIC).map(([economic, amount]): ExpenditureFact => ({ ...model, economic, amount: exact(amount) }));
  return { ...budget, facts: [...others, ...more] };
}

function gone({ facts, inputs, ...budget }: Budget): Budget {
  const nothing = (value: StatedValue): StatedValue => {
    if (value.kind === "amount") return { ...value, amount: ZERO };
    return value.kind === "items" ? { ...value, items: [] } : value;
  };
  return {
    ...budget,
    facts: facts.map((fact) => ({ ...fact, amount: ZERO })),
    inputs: new Map([...inputs].map(([name, value]) => [name, nothing(value)])),
  };
}

interface Example {
  readonly folder: string;
  readonly path: string;
}

/** Standards with an example of their own; one that extends another has the same sentences. */
const examples = readdirSync(RESOURCES.standards).flatMap((folder): Example[] => {
  const pack = join(RESOURCES.standards, folder, "pack.yaml");
  const [, example] = existsSync(pack) ? (/^example: (.+)$/m.exec(readFileSync(pack, "utf8")) ?? []) : [];
  return example === undefined ? [] : [{ folder, path: join(RESOURCES.standards, folder, example) }];
});

function sentencesOfChange({ sentences, phrases }: Standard): string[] {
  return [...sentences].flatMap(([name, { source }]) => ([...phrases.changes.keys()].some((phrase) => source.includes(`{{${phrase} `)) ? [name] : []));
}

describe.each(examples.map((each) => [basename(each.folder), each.path] as const))("the sentences of %s", (folder, path) => {
  const { standard, budget: own, classification } = compiled(path);
  const budget = withThreePublic(own);
  const now = cleanValue(derive(budget, standard, classification)).figures;

  test.each(SCENARIOS)("$what", ({ what, before, gone: none, reasons }) => {
    const names = [...now.keys()];
    const changed: Budget = {
      ...(none ? gone(budget) : budget),
      lastYear: new Map(),
      reasons: new Map(reasons ? names.map((name) => [name, textOf("业务需要")]) : []),
    };
    const derived = cleanValue(derive(changed, standard, classification));
    const lastYear = new Map(names.map((name) => [name, before(now.get(name)?.amount ?? ZERO, name)]));
    const changes = new Map(
      [...derived.figures].flatMap(([name, { amount }]) => {
        const base = lastYear.get(name);
        return base === undefined ? [] : [[name, derived.compare(amount, base, formatNamed(standard.formats))] as const];
      }),
    );
    const found: Diagnostic[] = [];
    const words = wording({
      budget: changed,
      standard,
      classification,
      derived: { ...derived, lastYear, changes },
      templates: new Map(),
      report: (diagnostic) => void found.push(diagnostic),
      wanted: new WantedAmounts(),
    });
    const said = sentencesOfChange(standard).map((name) => words.fill(standard.sentences.get(name) as NonNullable<ReturnType<typeof standard.sentences.get>>));
    expect(found.filter((each) => hasErrors([each])).map(({ message }) => message)).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
    expectGolden(join(GOLDENS, folder, `${what}.txt`), `${said.map((text) => text.trim()).join("\n\n")}\n`);
  });
});
