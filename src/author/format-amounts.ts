import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Budget } from "../model/budget.ts";
import type { StatedValue } from "../model/stated.ts";
import type { Edit } from "./edits.ts";

/** Whole 元 or 万元 of four digits or more without separators; what begins with 0 is left as it is. */
const UNGROUPED = /^([1-9]\d{3,})((?:\.\d+)?\s*(?:元|万元|亿元)?)$/;

/** Separates the thousands of what was read as an amount, and of nothing else. A doubtful unit stays in doubt. */
export function groupedAmounts(budget: Budget, found: readonly Diagnostic[]): Edit[] {
  const doubtful = new Set(found.flatMap(({ code, span }) => (code === "unit-doubtful" && span ? [span.start] : [])));
  return amountPlaces(budget)
    .filter(({ start }) => !doubtful.has(start))
    .flatMap(({ file, start, end }) => {
      const [, whole, rest] = UNGROUPED.exec(file.text.slice(start, end)) ?? [];
      return whole === undefined ? [] : [{ start, end, text: whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + rest }];
    });
}

function amountPlaces({ facts, approvals, lastYear, yearBeforeLast, inputs, projects }: Budget): Span[] {
  const stated = [...inputs.values(), ...projects.flatMap((project) => [...project.inputs.values()])];
  const totals = [approvals, lastYear, yearBeforeLast].flatMap((amounts) => [...amounts.values()]);
  return [...facts.map(({ span }) => span), ...totals.map(({ span }) => span), ...stated.flatMap(amountsIn)];
}

function amountsIn(value: StatedValue): Span[] {
  if (value.kind === "items") return value.items.flatMap(({ fields }) => [...fields.values()].flatMap(amountsIn));
  return value.kind === "amount" ? [value.span] : [];
}
