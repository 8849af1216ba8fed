import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Change, Figure } from "../../model/figure.ts";
import type { Text } from "../../model/text.ts";
import type { Wording } from "../../model/wording.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds, isWord, type Passage, passagesOf, reasonTitle } from "./passages.ts";

/** The reason of one figure; a figure that says 同… has the passage of another. */
export interface Reason {
  /** The figure, or the code of a 功能科目. */
  readonly name: string;
  readonly title: string;
  readonly passage: Passage;
  readonly figure: Figure | undefined;
  /** How the figure differs from last year's; absent where that is not known. */
  readonly change: Change | undefined;
}

export function reasonsOf(given: Reconciled): Reason[] {
  const { budget, derived, classification } = given;
  const passages = new Map(passagesOf(given).flatMap((passage) => (passage.kind === "reason" ? [[passage.span.start, passage] as const] : [])));
  return [...budget.reasons].flatMap(([name, text]: [string, Text]) => {
    const passage = passages.get(text.span.start);
    if (passage === undefined) return [];
    return [{ name, title: reasonTitle(name, classification), passage, figure: derived.figures.get(name), change: derived.changes.get(name) }];
  });
}

/** Of findings on one reason, which several figures may have (同…), the first: it is mended once for all. */
export function oncePerReason(found: readonly Diagnostic[]): Diagnostic[] {
  const starts = found.map(({ span }) => span?.start);
  return found.filter((_, index) => starts.indexOf(starts[index]) === index);
}

/** 增加 and 减少 as displayed; nothing where a figure stands still or last year's is not known. */
export function directionOf(change: Change | undefined): "增加" | "减少" | undefined {
  if (change === undefined || change.difference.isZero()) return undefined;
  return change.current.greaterThan(change.base) ? "增加" : "减少";
}

/** Whether a reason says that nothing changed, and nothing besides. */
export function saysUnchanged({ words }: Passage, wording: Wording): boolean {
  const { 不变的说法: still, 增加的说法: more, 减少的说法: less } = wording.words;
  return words.length <= 20 && holds(words, still) && !holds(words.replace(still, ""), more) && !holds(words.replace(still, ""), less);
}

/** Whether a reason says nothing: marks alone, 无. */
export function isBlank({ words }: Passage, wording: Wording): boolean {
  const said = lettersOf(words);
  return said === "" || isWord(said, wording.words.空话);
}

/** The letters of a text alone. */
export function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}\ufffc]/gu, "");
}

/** The parts of a figure, or what stands to its money as a part, of which it is known how they changed. */
export function comparedParts(figure: Figure, { derived }: Pick<Reconciled, "derived">): Figure[] {
  return [...derived.figures.values()].filter((other) => other !== figure && derived.changes.has(other.name) && isPart(other, figure));
}

/** Whether a figure is one of the parts of another, or its money is a part of the other's. */
export function isPart(figure: Figure, whole: Figure): boolean {
  if (whole.parts.includes(figure.name)) return true;
  const own = new Set<object>(whole.facts);
  return figure.facts.length > 0 && figure.facts.length < own.size && figure.facts.every((fact) => own.has(fact));
}

/** Whether two figures are sums of the same facts. */
export function isSameMoney(one: Figure, other: Figure): boolean {
  const facts = new Set<object>(other.facts);
  return one.facts.length === facts.size && one.facts.every((fact) => facts.has(fact));
}
