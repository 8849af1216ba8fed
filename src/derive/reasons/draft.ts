import { type Exact, exact, formatNumber, sum, ZERO } from "../../base/money.ts";
import { type Decomposition, type DisplayedPart, type ReasonDraft, signedDifference } from "../../model/decomposition.ts";
import { fillLabel } from "../../model/document-words.ts";
import type { DraftPhrase, DraftPhrases, WordFormat } from "../../model/standard.ts";
import { compare } from "../change.ts";

/** Words a change by its largest parts: those that go its way first, then those that go against it, then what is left. */
export function draftOf(decomposition: Decomposition, phrases: DraftPhrases, format: WordFormat): ReasonDraft {
  const { current, base, contributions } = decomposition;
  const whole = signedDifference(compare(current, base, format));
  const parts = contributions.map((contribution): DisplayedPart => ({ contribution, change: compare(contribution.current, contribution.base, format) }));
  const [less, more] = [
    parts.filter(({ change }) => signedDifference(change).isNegative()),
    parts.filter(({ change }) => signedDifference(change).greaterThan(ZERO)),
  ];
  const largest = [less, more].map(sizeOf).reduce((one, other) => (one.greaterThan(other) ? one : other));
  const sides = (sizeOf(more).greaterThanOrEqualTo(sizeOf(less)) ? [more, less] : [less, more]).map((side) => largestOf(side, largest, phrases));
  const named = sides.flat();
  const adjustment = adjustmentOf(decomposition, format);
  const rest = whole.plus(adjustment).minus(sum(named.map(({ change }) => signedDifference(change))));
  return { words: named.length === 0 ? "" : worded(sides, { rest, adjustment }, phrases, format), named, rest, adjustment };
}

/** The parts are compared with last year's file; where the base is another, that is told by itself. */
function adjustmentOf({ basis, base, rest }: Decomposition, format: WordFormat): Exact {
  return basis === "facts" ? signedDifference(compare(base, base.plus(rest), format)) : ZERO;
}

function sizeOf(parts: readonly DisplayedPart[]): Exact {
  return sum(parts.map(({ change }) => change.difference));
}

/** Of the parts that go one way the largest, until little is left of them; one that is small beside the whole is not named. */
function largestOf(parts: readonly DisplayedPart[], whole: Exact, { most, enough, least }: DraftPhrases): DisplayedPart[] {
  const wanted = sizeOf(parts)
    .times(exact(String(enough)))
    .div("100");
  const smallest = whole.times(exact(String(least))).div("100");
  const taken: DisplayedPart[] = [];
  for (const part of parts.toSorted((a, b) => b.change.difference.comparedTo(a.change.difference))) {
    if (taken.length >= most || sizeOf(taken).greaterThanOrEqualTo(wanted) || part.change.difference.lessThan(smallest)) break;
    taken.push(part);
  }
  return taken;
}

type Left = Pick<ReasonDraft, "rest" | "adjustment">;

function worded(sides: readonly (readonly DisplayedPart[])[], { rest, adjustment }: Left, phrases: DraftPhrases, format: WordFormat): string {
  const say = (phrase: DraftPhrase, difference: Exact, name = ""): string => {
    const amount = formatNumber(difference.abs(), format.amount) + format.amount.unit;
    return fillLabel(
      phrases.words[phrase].source,
      new Map([
        ["名称", name],
        ["差额", amount],
      ]),
    );
  };
  const clauses = sides.map((side) => side.map((part) => say(phraseOf(part), part.change.difference, part.contribution.name)).join(phrases.alike));
  const others = rest.isZero() ? "" : say(rest.isNegative() ? "其他减少" : "其他增加", rest);
  const scope = adjustment.isZero() ? "" : say(adjustment.isNegative() ? "口径调减" : "口径调增", adjustment);
  return [...clauses, others, scope].filter((clause) => clause !== "").join(phrases.apart);
}

function phraseOf({ contribution: { kind, current, base }, change }: DisplayedPart): DraftPhrase {
  const less = signedDifference(change).isNegative();
  if (kind !== "project") return less ? "减少" : "增加";
  if (base.isZero()) return "新增项目";
  if (current.isZero()) return "取消项目";
  return less ? "项目减少" : "项目增加";
}
