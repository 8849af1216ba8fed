import { sum } from "../base/money.ts";
import type { Budget } from "../model/budget.ts";
import type { Figure, FigureSpec, ItemsFigureSpec } from "../model/figure.ts";
import { testOf } from "../model/selection.ts";
import type { Standard } from "../model/standard.ts";
import { amountIn, holds } from "./items.ts";

/** What figures are made of: this year's file, or last year's. */
type StatedFacts = Pick<Budget, "facts" | "inputs">;

/**
 * Derives every figure of a standard that a budget has the facts for. A sum of stated amounts
 * exists only where all of them are stated.
 */
export function deriveFigures(budget: StatedFacts, standard: Standard): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const input of budget.inputs) {
    const [name, value] = input;
    if (value.kind === "amount") figures.set(name, { name, amount: value.amount, facts: [], stated: value, parts: [] });
  }
  for (const spec of inOrderOfUse(standard.figures)) {
    const figure = deriveFigure(spec, budget, figures);
    if (figure) figures.set(spec.name, figure);
  }
  return figures;
}

function deriveFigure(spec: FigureSpec, budget: StatedFacts, known: ReadonlyMap<string, Figure>): Figure | undefined {
  if (spec.kind === "facts") {
    const facts = budget.facts.filter(testOf(spec.where));
    return { name: spec.name, amount: sum(facts.map(({ amount }) => amount)), facts, parts: spec.parts };
  }
  if (spec.kind === "items") return itemsFigure(spec, budget);
  const members = spec.of.map((name) => known.get(name));
  if (members.some((member) => member === undefined)) return undefined;
  const present = members.flatMap((member) => member ?? []);
  return { name: spec.name, amount: sum(present.map(({ amount }) => amount)), facts: present.flatMap(({ facts }) => facts), parts: spec.parts };
}

/** The sum of a field over the items that the figure takes; nothing where the file has no such list. */
function itemsFigure(spec: ItemsFigureSpec, { inputs }: StatedFacts): Figure | undefined {
  const stated = inputs.get(spec.items);
  if (stated?.kind !== "items") return undefined;
  const amounts = stated.items.filter((item) => holds(item, spec.where)).flatMap((item) => amountIn(item, spec.field) ?? []);
  return { name: spec.name, amount: sum(amounts), facts: [], parts: spec.parts };
}

/** Sums after the figures that they name; one that names itself in a circle is left out. */
function inOrderOfUse(specs: ReadonlyMap<string, FigureSpec>): FigureSpec[] {
  const order: FigureSpec[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string): void => {
    const spec = specs.get(name);
    if (spec === undefined || state.has(name)) return;
    state.set(name, "open");
    if (spec.kind === "sum") for (const member of spec.of) visit(member);
    state.set(name, "done");
    order.push(spec);
  };
  for (const name of specs.keys()) visit(name);
  return order;
}
