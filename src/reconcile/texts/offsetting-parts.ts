import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Standard } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { directionOf, movedParts, reasonsOf, saysUnchanged } from "./reasons.ts";

/**
 * A figure that displays the same as last year while what it is made of rose and fell, and for which the officer, or the
 * standard in the officer's stead, says that nothing changed.
 */
export function offsettingParts(given: Reconciled): Diagnostic[] {
  const { budget, derived, standard } = given;
  const reasons = new Map(reasonsOf(given).map((reason) => [reason.name, reason]));
  const asked = standard.phrases.unchanged === undefined ? [] : namesWithReason(standard);
  return [...new Set([...reasons.keys(), ...asked])].flatMap((name) => {
    const figure = derived.figures.get(name);
    const change = derived.changes.get(name);
    const own = reasons.get(name);
    if (figure === undefined || change === undefined || !change.difference.isZero() || change.current.isZero()) return [];
    if (own !== undefined && !saysUnchanged(own.passage, standard.wording)) return [];
    // Where declared parts move, the standard's words are not used: a reason is asked for.
    const moved = movedParts(figure, given).filter((part) => own !== undefined || !figure.parts.includes(part.name));
    if (moved.length === 0) return [];
    const parts = moved.map((part) => `“${part.name}”${directionOf(derived.changes.get(part.name))}了`).join("、");
    return [
      warning(
        "offsetting-parts",
        `“${name}”和上年一样，但${parts}，只说没有增减变化是不是不够？`,
        own?.passage.span ?? budget.places.get("原因") ?? budget.span,
        {
          hint: `在“原因:”下的“${name}”写明各部分怎样增减`,
        },
      ),
    ];
  });
}

/** The figures whose reason the standard's sentences print whether or not they changed: {{原因 收入总计}}. */
function namesWithReason({ sentences }: Standard): string[] {
  return [...sentences.values()].flatMap(({ source }) => [...source.matchAll(/\{\{\s*原因\s+([^\s{}]+)\s*\}\}/g)].map(([, name = ""]) => name));
}
