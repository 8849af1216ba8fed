import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { formatNumber, inUnit, roundHalfUp } from "../../base/money.ts";
import { formatNamed } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Claim, claimsOf } from "./reason-claims.ts";
import { isRight } from "./reason-item-direction.ts";
import type { ItemAmounts } from "./reason-items.ts";
import type { WrittenAmount } from "./written-amounts.ts";

/** An amount that a reason gives for the change of a 科目 or a project, and that is another by the figures. */
export function reasonItemAmount(given: Reconciled): Diagnostic[] {
  return claimsOf(given).flatMap((claim) => {
    const { amount, names, reasons, meant } = claim;
    // Where the direction is wrong, the amount is no matter.
    if (amount === undefined || !isRight(claim) || meant.some((each) => agrees(amount, each, claim, given))) return [];
    const what = names.map((name) => `“${name}”`).join("、");
    const [right = ""] = meant.filter((each) => isRight({ ...claim, meant: [each] })).map((each) => displayedOf(each, given));
    const message = `“${reasons[0]?.title ?? ""}”的原因说${what}${claim.kind} ${amount.words}，按数字是 ${right}`;
    return [
      warning("reason-item-amount", message, amount.passage.place(amount.start, amount.end), { hint: `改成 ${right}；说的是其中一部分的，写明是哪一部分` }),
    ];
  });
}

/** As displayed, or exactly, at the precision written; what is new may be told by its money. */
function agrees({ value, unit, decimals }: WrittenAmount, item: ItemAmounts, claim: Claim, { derived, standard }: Reconciled): boolean {
  if (!isRight({ ...claim, meant: [item] })) return false;
  const format = formatNamed(standard.formats);
  const shown = derived.compare(item.current, item.base, format).difference;
  const exactly = roundHalfUp(inUnit(item.current.minus(item.base).abs(), unit), decimals);
  return exactly.equals(value) || (format.amount.unit === unit && roundHalfUp(shown, decimals).equals(value));
}

function displayedOf(item: ItemAmounts, { derived, standard }: Reconciled): string {
  const format = formatNamed(standard.formats);
  const { difference } = derived.compare(item.current, item.base, format);
  return formatNumber(difference, format.amount) + format.amount.unit;
}
