import { type AmountFormat, displayed, formatNumber, type Money, ZERO } from "../base/money.ts";
import type { Compared, FigureChange, ShownAmount } from "../model/difference.ts";
import { formatNamed } from "../model/standard.ts";

/** Figures by name whose exact amounts differ. Between two standards they are compared by name alone. */
export function figureChanges(before: Compared, after: Compared): FigureChange[] {
  const names = new Set([...after.derived.figures.keys(), ...before.derived.figures.keys()]);
  return [...names].flatMap((name) => changeOf(name, before, after));
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
