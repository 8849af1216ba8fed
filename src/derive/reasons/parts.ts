import type { Money } from "../../base/money.ts";
import type { Contribution } from "../../model/decomposition.ts";
import type { Figure } from "../../model/figure.ts";
import { excludes, implies } from "../../model/selection.ts";
import type { Standard } from "../../model/standard.ts";

/** What is known of figures over the years. */
export interface KnownFigures {
  readonly standard: Standard;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Last year's amounts (元), where they are known. */
  readonly lastYear: ReadonlyMap<string, Money>;
}

/**
 * The parts of a figure of which last year's amounts are known, so that no money is in two of them in either year: declared
 * parts, and figures whose selections lie within the figure's. The widest come first.
 */
export function partsOf(whole: Figure, known: KnownFigures): Contribution[] {
  const candidates = [...known.figures.values()].filter((figure) => isPart(figure, whole, known.standard) && known.lastYear.has(figure.name));
  const chosen: Figure[] = [];
  for (const figure of candidates.sort((a, b) => b.facts.length - a.facts.length || b.amount.comparedTo(a.amount)))
    if (chosen.every((other) => areApart(figure, other, whole, known.standard))) chosen.push(figure);
  return chosen.flatMap((figure): Contribution[] => {
    const base = known.lastYear.get(figure.name);
    return base === undefined ? [] : [{ kind: "figure", name: figure.name, code: "", current: figure.amount, base }];
  });
}

/** Whether the money of a figure is a part of another's in every year. What has the same money this year explains nothing. */
function isPart(figure: Figure, whole: Figure, { figures }: Standard): boolean {
  if (figure.name === whole.name || (whole.facts.length > 0 && figure.facts.length === whole.facts.length)) return false;
  if (whole.parts.includes(figure.name)) return true;
  const [narrow, wide] = [figures.get(figure.name), figures.get(whole.name)];
  return narrow?.kind === "facts" && wide?.kind === "facts" && implies(narrow.where, wide.where);
}

function areApart(one: Figure, other: Figure, { parts }: Figure, { figures }: Standard): boolean {
  if (parts.includes(one.name) && parts.includes(other.name)) return true;
  const [some, others] = [figures.get(one.name), figures.get(other.name)];
  return some?.kind === "facts" && others?.kind === "facts" && excludes(some.where, others.where);
}
