import type { Budget, Project } from "../model/budget.ts";
import type { Compared, StatedChange } from "../model/difference.ts";
import { type InputSpec, type StatedAmount, type StatedValue, writtenAmount } from "../model/stated.ts";
import { spellingOf, type Text } from "../model/text.ts";
import type { ProjectPairs } from "./projects.ts";
import { type Entry, entriesOf } from "./stated.ts";
import { unitKeys } from "./units.ts";
import { wordsBetween } from "./words.ts";
import type { Timelesses } from "./years.ts";

type Section = readonly [section: string, entries: readonly Entry[]];

/** What the heads say: 标准, 文种, and each unit's own keys. Years are told by themselves. */
export function headChanges(before: Compared, after: Compared, timeless: Timelesses): StatedChange[] {
  const units = unitKeys(before.budget, after.budget);
  const headOf = ({ budget, standard }: Compared): Section[] => [
    ["预算文件", [...wordsUnder("标准", standard.name), ...wordsUnder("文种", budget.documentKind)]],
    ...budget.units.map((unit): Section => [units(unit) === "" ? "单位" : `下属单位 / ${units(unit)}`, unitEntries(unit)]),
  ];
  return changesIn(headOf(before), headOf(after), timeless);
}

function unitEntries({ name, shortName, code, nature, level }: Budget["unit"]): Entry[] {
  return [
    ...wordsUnder("名称", name),
    ...wordsUnder("简称", shortName),
    ...wordsUnder("编码", code),
    ...wordsUnder("性质", nature),
    ...wordsUnder("级别", level?.value),
  ];
}

function wordsUnder(name: string, words: string | undefined): Entry[] {
  return words === undefined ? [] : [[name, words]];
}

/** Everything else that is stated and is no expenditure: of the whole budget, then of each project. */
export function inputChanges(before: Compared, after: Compared, { pairs }: ProjectPairs, timeless: Timelesses): StatedChange[] {
  const own = changesIn(sectionsOf(before), sectionsOf(after), timeless);
  const ofProjects = pairs.flatMap(({ before: one, after: other }) => {
    const changes = one && other ? changesIn([["项目支出", projectEntries(one, before)]], [["项目支出", projectEntries(other, after)]], timeless) : [];
    return changes.map((change) => ({ ...change, project: other?.name ?? "" }));
  });
  return [...own, ...ofProjects];
}

function sectionsOf({ budget, standard }: Compared): Section[] {
  const texts = (named: ReadonlyMap<string, Text>): Entry[] => [...named].map(([name, text]) => [name, spellingOf(text)]);
  const amounts = (named: ReadonlyMap<string, StatedAmount>): Entry[] => [...named].map(([name, amount]) => [name, writtenAmount(amount)]);
  return [
    ["上年文件", wordsUnder("文件名", budget.lastYearFile?.file.path.split(/[\\/]/).at(-1))],
    ["批复", amounts(budget.approvals)],
    ["上年数", amounts(budget.lastYear)],
    ["前年数", amounts(budget.yearBeforeLast)],
    ["同口径调整", adjustmentEntries(budget)],
    ["科目对照", mappingEntries(budget)],
    ["自设科目", (budget.ownCategories ?? []).map(({ code, name }) => [code, name])],
    ...inputSections(budget.inputs, standard.inputs),
    ["原因", texts(budget.reasons)],
    ["表注", [...budget.tableNotes].map(([title, notes]) => [title, notes.map(spellingOf).join("\n")])],
    ["名词解释", texts(budget.definitions)],
  ];
}

function adjustmentEntries({ adjustments }: Budget): Entry[] {
  return [...adjustments].flatMap(([name, { amount, reason }]): Entry[] => [
    [`${name} / 上年数`, writtenAmount(amount)],
    [`${name} / 原因`, spellingOf(reason)],
  ]);
}

function mappingEntries({ categoryMappings }: Budget): Entry[] {
  return categoryMappings.flatMap(({ code, targets }) => targets.map(({ of, to }): Entry => [of === undefined ? code : `${code} / ${of}`, to]));
}

/** Inputs by the section of the file in which they stand. */
function inputSections(inputs: ReadonlyMap<string, StatedValue>, specs: ReadonlyMap<string, InputSpec>): Section[] {
  const sections = new Map<string, Entry[]>();
  for (const [name, value] of inputs) {
    const spec = specs.get(name);
    const section = spec?.section ?? name;
    sections.set(section, [...(sections.get(section) ?? []), ...entriesOf(spec?.key ?? name, value, spec?.items)]);
  }
  return [...sections];
}

function projectEntries({ category, code, key, goal, inputs, unit }: Project, { standard }: Compared): Entry[] {
  return [
    ...wordsUnder("单位", unit.name),
    ...wordsUnder("项目编码", code),
    ...wordsUnder("项目类别", category),
    ["重点项目", key ? "是" : "否"],
    ...wordsUnder("绩效目标", goal && spellingOf(goal)),
    ...[...inputs].flatMap(([name, value]) => entriesOf(name, value, standard.projectInputs.get(name)?.items)),
  ];
}

/** What differs under the same section and name; of several under one name the first is held against the first. */
function changesIn(before: readonly Section[], after: readonly Section[], timeless: Timelesses): StatedChange[] {
  const entries = new Map<string, { section: string; name: string; before?: string; after?: string }>();
  const add = (sections: readonly Section[], side: "before" | "after"): void => {
    for (const [section, own] of sections) {
      const counts = new Map<string, number>();
      for (const [name, words] of own) {
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        const key = JSON.stringify([section, name, count]);
        const entry = entries.get(key) ?? { section, name };
        entry[side] = words;
        entries.set(key, entry);
      }
    }
  };
  add(after, "after");
  add(before, "before");
  return [...entries.values()].flatMap((entry): StatedChange[] => {
    const { before: old, after: now } = entry;
    if (old === undefined || now === undefined) return [{ change: old === undefined ? "added" : "gone", ...entry, words: [] }];
    if (old === now || timeless.before(old) === timeless.after(now)) return [];
    return [{ change: "changed", ...entry, words: wordsBetween(old, now, timeless) }];
  });
}
