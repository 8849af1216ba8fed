import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { exact } from "../../src/base/money.ts";
import { checkStandard } from "../../src/check/standard/standard.ts";
import { wordedKind } from "../../src/compose/change-words.ts";
import { usualSetting } from "../../src/compose/setting.ts";
import { WantedAmounts } from "../../src/compose/wanted.ts";
import { wording } from "../../src/compose/wording.ts";
import { deriveChange } from "../../src/derive/change.ts";
import { derive } from "../../src/derive/derive.ts";
import { loadStandard } from "../../src/load/standard.ts";
import { CHANGE_KINDS, FINER_KINDS } from "../../src/model/figure.ts";
import type { Standard } from "../../src/model/standard.ts";
import { textOf } from "../arbitrary/model.ts";
import { classificationOf, cleanValue, lianzhouBudget } from "../derive/support.ts";
import { RESOURCES } from "../support/compile.ts";

/**
 * How every standard words every change, word for word. change-grammar/FOLDER.txt holds for each case, 元 this year ← last
 * year, what each phrase of the standard says; the words were written from the published forms, not printed by the compiler.
 * A standard that has no such file, a phrase or a case without words fails.
 */
const EXPECTED = join(import.meta.dirname, "change-grammar");

interface Installed {
  readonly folder: string;
  readonly standard: Standard;
  /** Its own folder, then those that it extends. */
  readonly chain: readonly string[];
}

const installed = readdirSync(RESOURCES.standards)
  .filter((folder) => existsSync(join(RESOURCES.standards, folder, "pack.yaml")))
  .map((folder): Installed => {
    const [, name = ""] = /^name: (.+)$/m.exec(readFileSync(join(RESOURCES.standards, folder, "pack.yaml"), "utf8")) ?? [];
    const sources = cleanValue(loadStandard(RESOURCES.standards, name, undefined, RESOURCES.trees));
    return { folder, standard: cleanValue(checkStandard(sources, new Set())), chain: sources.folders.map(({ path }) => basename(path)) };
  });

/** Case → phrase → words. */
type Words = ReadonlyMap<string, ReadonlyMap<string, string>>;

function readWords(text: string): Words {
  const cases = new Map<string, Map<string, string>>();
  let phrases = new Map<string, string>();
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const [, phrase, words] = /^ {2}([^：]+)：(.*)$/.exec(line) ?? [];
    if (phrase === undefined || words === undefined) {
      phrases = new Map();
      cases.set(line, phrases);
    } else phrases.set(phrase, words);
  }
  return cases;
}

function wordsOf({ folder, chain }: Installed): Words {
  const nearest = chain.find((each) => existsSync(join(EXPECTED, `${each}.txt`)));
  if (nearest === undefined) throw new Error(`write how ${folder} words each change: test/compose/change-grammar/${folder}.txt`);
  return readWords(readFileSync(join(EXPECTED, `${nearest}.txt`), "utf8"));
}

const FIGURE = "收入总计";
const YEAR = 2024;

const budget = { ...lianzhouBudget(), facts: [], projects: [], reasons: new Map([[FIGURE, textOf("业务需要")]]) };
const classification = classificationOf(YEAR);

/** What each phrase of a standard says of a figure that is and was of two amounts (元), which may be below 0 where no file may state it. */
function wordedBy(standard: Standard): (now: string, lastYear: string) => Map<string, string> {
  const nothing = cleanValue(derive(budget, standard, classification));
  return (now, lastYear) => {
    const derived = {
      ...nothing,
      figures: new Map([...nothing.figures, [FIGURE, { name: FIGURE, amount: exact(now), facts: [], parts: [] }]]),
      lastYear: new Map([...nothing.lastYear, [FIGURE, exact(lastYear)]]),
    };
    const failures: string[] = [];
    const report = ({ message }: Diagnostic): void => void failures.push(message);
    const words = wording({ budget, standard, classification, derived, templates: new Map(), report, wanted: new WantedAmounts() });
    const said = [...standard.phrases.changes.keys()].map((phrase) => {
      const template = { source: `{{${phrase} ${FIGURE}}}`, span: budget.span };
      return [phrase, words.fill(template, usualSetting(standard))] as const;
    });
    expect(failures).toEqual([]);
    return new Map(said);
  };
}

describe.each(installed.map((each) => [each.standard.name, each] as const))("changes in the words of %s", (_, each) => {
  const expected = wordsOf(each);
  const worded = wordedBy(each.standard);

  test.each([...expected])("%s", (amounts, words) => {
    const [now = "", lastYear = ""] = amounts.replaceAll(",", "").split(" ← ");
    expect(worded(now, lastYear)).toEqual(words);
  });
});

test("every standard has words for the same cases, and these are of every kind that there is", () => {
  expect(installed.length).toBeGreaterThan(3);
  const [first, ...others] = installed.map((each) => [...wordsOf(each).keys()]);
  for (const cases of others) expect(cases).toEqual(first);
  expect(first?.length).toBeGreaterThan(40);
  const { amount, percentage } = usualSetting(installed[0]?.standard as Standard).format;
  const kinds = (first ?? []).map((amounts) => {
    const [now = "", lastYear = ""] = amounts.replaceAll(",", "").split(" ← ");
    return wordedKind(deriveChange(exact(now), exact(lastYear), amount, percentage.decimals));
  });
  expect(new Set(kinds)).toEqual(new Set([...CHANGE_KINDS, ...FINER_KINDS]));
});
