import { chineseNumeral } from "../../base/chinese.ts";
import { type Diagnostic, note, warning } from "../../base/diagnostic.ts";
import { type Span, span } from "../../base/span.ts";
import type { SubordinatesRule } from "../../model/accounts.ts";
import type { Unit } from "../../model/budget.ts";
import { wordsOf } from "../../model/stated.ts";
import type { Reconciled } from "../reconciled.ts";

/**
 * The 下属单位 of the file against what its texts say of them: how many, or that there are none. The text on the whole department
 * may count units that have no budget, so a count there is only asked about.
 */
export function reconcileSubordinates({ budget, standard }: Reconciled): Diagnostic[] {
  const rule = standard.accounts.subordinates;
  const listed = budget.units.length - 1;
  if (rule === undefined) return [];
  const own = budget.documentKind === "单位预算" && listed > 0 ? [ofOneUnit(budget.units[1]?.span, listed)] : [];
  const texts = [rule.budget, rule.department].flatMap((name) => {
    const value = budget.inputs.get(name);
    return value?.kind === "text" ? [{ name, words: wordsOf(value), place: value.span }] : [];
  });
  const found = texts.flatMap(({ name, words, place }) => held(name, words, place, listed, rule));
  const unnamed = found.length > 0 ? [] : texts.flatMap(({ name, words, place }) => (name === rule.budget ? unnamedIn(name, words, place, budget.units) : []));
  return [...own, ...found, ...unnamed];
}

/** 下属单位 that a text leaves out while it names others. */
function unnamedIn(name: string, words: string, place: Span, [, ...units]: readonly Unit[]): Diagnostic[] {
  const isNamed = (unit: Unit): boolean => words.includes(unit.name) || (unit.shortName !== undefined && words.includes(unit.shortName));
  const left = units.filter((unit) => !isNamed(unit));
  if (left.length === 0 || left.length === units.length) return [];
  const message = `“${name}”列了下属单位的名称，没有提到${left.map((unit) => `“${unit.name}”`).join("、")}`;
  const related = left.map((unit) => ({ message: "这个下属单位在这里", span: unit.span }));
  return [warning("subordinates-differ", message, place, { hint: `补上漏列的单位；“${name}”不写，由系统按下属单位写成`, related })];
}

function ofOneUnit(place: Span | undefined, listed: number): Diagnostic {
  const message = `文种写的是单位预算，文件里却列了 ${listed} 个下属单位`;
  return warning("subordinates-differ", message, place, { hint: "部门和下属单位一起公开的，文种写“部门预算”；单位预算只写本单位" });
}

function held(name: string, words: string, place: Span, listed: number, rule: SubordinatesRule): Diagnostic[] {
  const none = rule.none.find((phrase) => words.includes(phrase));
  const counted = none === undefined ? countIn(words, rule.counts) : { phrase: none, count: 0 };
  if (counted === undefined || counted.count === listed) return [];
  const found = listed === 0 ? "文件里没有写下属单位" : `文件里写了 ${listed} 个下属单位`;
  const message = `“${name}”里说“${counted.phrase}”，${found}`;
  const at = place.file.text.indexOf(counted.phrase, place.start);
  const narrow = at >= 0 && at < place.end ? span(place.file, at, at + counted.phrase.length) : place;
  if (name === rule.budget || counted.count === 0)
    return [warning("subordinates-differ", message, narrow, { hint: "改正这句话，或者在“下属单位:”下补上、删去" })];
  return [note("subordinates-differ", `${message}；其余的不编预算吗？`, narrow, { hint: "漏写的在“下属单位:”下补上；不单独编预算的，不用改" })];
}

const NUMERAL = "(\\d{1,3}|[一二两三四五六七八九十百]{1,5})";

/** The first phrase of a text that counts units. */
function countIn(words: string, phrases: readonly string[]): { readonly phrase: string; readonly count: number } | undefined {
  for (const pattern of phrases) {
    const [before = "", after = ""] = pattern.split("N");
    if (!words.includes(before)) continue;
    const [phrase, numeral = ""] = new RegExp(`${escaped(before)}${NUMERAL}${escaped(after)}`).exec(words) ?? [];
    const count = numberOf(numeral);
    if (phrase !== undefined && count !== undefined) return { phrase, count };
  }
  return undefined;
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** 3, 三 or 两 as a number; nothing where it is no numeral below a hundred. */
function numberOf(numeral: string): number | undefined {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const written = numeral.replace("两", "二");
  return Array.from({ length: 99 }, (_, index) => index + 1).find((each) => chineseNumeral(each) === written);
}
