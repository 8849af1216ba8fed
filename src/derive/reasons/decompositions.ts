import type { Classification } from "../../model/classification.ts";
import type { Decomposition } from "../../model/decomposition.ts";
import type { Derived } from "../../model/derived.ts";
import type { Figure } from "../../model/figure.ts";
import { decompose, withRest } from "./decompose.ts";
import { draftOf } from "./draft.ts";
import { type KnownFigures, partsOf } from "./parts.ts";

interface Known extends KnownFigures {
  readonly classification: Classification;
  readonly lastYearFigures: ReadonlyMap<string, Figure>;
}

/** What changes are made of, and how that is worded: taken apart when it is asked for, each figure once. */
export function decompositions(known: Known): Pick<Derived, "contributions" | "decompose" | "draft"> {
  const done = new Map<string, Decomposition | undefined>();
  const contributions = (name: string): Decomposition | undefined => {
    if (!done.has(name)) done.set(name, ofFigure(name, known));
    return done.get(name);
  };
  return {
    contributions,
    decompose: (money) => decompose(money, known.classification),
    draft: (decomposition, format) => draftOf(decomposition, known.standard.phrases.drafts, format),
  };
}

function ofFigure(name: string, known: Known): Decomposition | undefined {
  const figure = known.figures.get(name);
  const base = known.lastYear.get(name);
  if (figure === undefined || base === undefined) return undefined;
  const lastYearFacts = known.lastYearFigures.get(name)?.facts;
  if (lastYearFacts !== undefined && figure.facts.length + lastYearFacts.length > 0)
    return decompose({ current: figure.amount, base, facts: figure.facts, lastYearFacts }, known.classification);
  const parts = partsOf(figure, known);
  return { basis: parts.length > 0 ? "parts" : "nothing", ...withRest(figure.amount, base, parts) };
}
