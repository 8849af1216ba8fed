import { type AmountFormat, displayed, formatNumber, type Money, ZERO } from "../base/money.ts";
import type { Compared, FigureChange, ShownAmount } from "../model/difference.ts";
import { type ContentSpec, formatNamed, type Standard } from "../model/standard.ts";

/**
 * Figures by name whose exact amounts differ, in the order in which the document's sentences first name them, then those that only
 * tables have. Between two standards they are compared by name alone.
 */
export function figureChanges(before: Compared, after: Compared): FigureChange[] {
  const known = new Set([...after.derived.figures.keys(), ...before.derived.figures.keys()]);
  const named = namesInSentences(after.standard).filter((name) => known.has(name));
  return [...new Set([...named, ...known])].flatMap((name) => changeOf(name, before, after));
}

/** Every word in the braces of the sentences, in reading order; names of figures are among them. */
function namesInSentences({ document, sentences }: Standard): string[] {
  const keysIn = (contents: readonly ContentSpec[]): string[] =>
    contents.flatMap((content) => {
      if (content.kind === "section") return keysIn(content.content);
      return content.kind === "sentence" ? [content.key] : [];
    });
  const sources = keysIn(document.parts).map((key) => sentences.get(key)?.source ?? "");
  return sources.flatMap((source) => [...source.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([, words = ""]) => words.trim().split(/\s+/)));
}

function changeOf(name: string, before: Compared, after: Compared): FigureChange[] {
  const [old, now] = [before, after].map(({ derived }) => derived.figures.get(name)?.amount);
  const difference = (now ?? ZERO).minus(old ?? ZERO);
  const both = old !== undefined && now !== undefined;
  if (difference.isZero() && (both || (old ?? now)?.isZero())) return [];
  return [
    {
      change: both ? "changed" : old === undefined ? "added" : "gone",
      name,
      ...(old && { before: shownIn(old, formatOf(before)) }),
      ...(now && { after: shownIn(now, formatOf(after)) }),
      difference,
      shownDifference: shownDifference(old ?? ZERO, now ?? ZERO, formatOf(after)),
    },
  ];
}

function formatOf({ standard }: Compared): AmountFormat {
  return formatNamed(standard.formats).amount;
}

function shownIn(exact: Money, format: AmountFormat): ShownAmount {
  return { exact, shown: formatNumber(displayed(exact, format), format) + format.unit };
}

/** The difference that a reader of both documents reckons, with its sign. */
function shownDifference(before: Money, after: Money, format: AmountFormat): string {
  const difference = displayed(after, format).minus(displayed(before, format));
  const sign = difference.isPositive() && !difference.isZero() ? "+" : "";
  return sign + formatNumber(difference, format) + format.unit;
}
