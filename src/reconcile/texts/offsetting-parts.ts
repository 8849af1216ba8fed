import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Standard } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { comparedParts, directionOf, isPart, isSameMoney, type Reason, reasonsOf, saysUnchanged } from "./reasons.ts";

/**
 * A figure that displays the same as last year while what it is made of rose and fell, and for which the officer, or the
 * standard in the officer's stead, says that nothing changed.
 */
export function offsettingParts(given: Reconciled): Diagnostic[] {
  const reasons = new Map(reasonsOf(given).map((reason) => [reason.name, reason]));
  const asked = given.standard.phrases.unchanged === undefined ? [] : namesWithReason(given.standard);
  // 收入总计 and 支出总计 are made of the same money: one finding says it of both.
  const byParts = new Map<string, Still[]>();
  for (const name of new Set([...reasons.keys(), ...asked])) {
    const still = stillWithMovedParts(name, reasons.get(name), given);
    if (still !== undefined) byParts.set(still.parts, [...(byParts.get(still.parts) ?? []), still]);
  }
  return [...byParts.values()].map((figures) => doubt(figures, given));
}

interface Still {
  readonly name: string;
  /** How its parts moved, in words. */
  readonly parts: string;
  readonly reason: Reason | undefined;
}

function stillWithMovedParts(name: string, reason: Reason | undefined, given: Reconciled): Still | undefined {
  const { derived, standard } = given;
  const figure = derived.figures.get(name);
  const change = derived.changes.get(name);
  if (figure === undefined || change === undefined || !change.difference.isZero() || change.current.isZero()) return undefined;
  if (reason !== undefined && !saysUnchanged(reason.passage, standard.wording)) return undefined;
  const known = comparedParts(figure, given);
  const moved = known.filter((part) => directionOf(derived.changes.get(part.name)) !== undefined);
  // Where declared parts move, the standard's words are not used: a reason is asked for.
  if (reason === undefined && moved.some((part) => figure.parts.includes(part.name))) return undefined;
  // What stands within another part is told there.
  const sameMoney = [...derived.figures.values()].filter((other) => other !== figure && other.parts.length > 0 && isSameMoney(other, figure));
  const widest = moved.filter((part) => ![...known, ...sameMoney].some((other) => other !== part && isPart(part, other)));
  const parts = widest.map((part) => `“${part.name}”${directionOf(derived.changes.get(part.name))}了`).join("、");
  return parts === "" ? undefined : { name, parts, reason };
}

function doubt(figures: readonly Still[], { budget }: Reconciled): Diagnostic {
  const names = figures.map(({ name }) => `“${name}”`).join("");
  const place = figures.find(({ reason }) => reason)?.reason?.passage.span ?? budget.places.get("原因") ?? budget.span;
  const message = `${names}和上年一样，但${figures[0]?.parts}，只说没有增减变化是不是不够？`;
  return warning("offsetting-parts", message, place, { hint: `在“原因:”下的${names}写明各部分怎样增减` });
}

/** The figures whose reason the standard's sentences print whether or not they changed: {{原因 收入总计}}. */
function namesWithReason({ sentences }: Standard): string[] {
  return [...sentences.values()].flatMap(({ source }) => [...source.matchAll(/\{\{\s*原因\s+([^\s{}]+)\s*\}\}/g)].map(([, name = ""]) => name));
}
