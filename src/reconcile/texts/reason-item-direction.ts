import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { displayed, formatNumber, type Money } from "../../base/money.ts";
import type { Standard } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { type Claim, claimsOf } from "./reason-claims.ts";
import { contradicts } from "./reason-direction.ts";
import type { ItemAmounts } from "./reason-items.ts";

/** A reason that says of a 科目 or a project that it rose while it fell, that it is new while last year had it, that it is gone while it stands. */
export function reasonItemDirection(given: Reconciled): Diagnostic[] {
  return claimsOf(given).flatMap((claim) => {
    const { reasons, passage, names, start, end, meant } = claim;
    const [first] = meant;
    // Where the whole reason goes the wrong way, that has been said.
    if (first === undefined || isRight(claim) || reasons.some((reason) => contradicts(reason, given.standard.wording))) return [];
    const what = names.map((name) => `“${name}”`).join("、");
    const message = `“${reasons[0]?.title ?? ""}”的原因说${what}${SAID[claim.kind]}，按数字${inFact(claim.kind, first, given.standard)}`;
    return [
      warning("reason-item-direction", message, passage.place(start, end), { hint: "核对这一项两年的数，改成真正增减的科目、项目；有增有减的，两面都写" }),
    ];
  });
}

const SAID: Readonly<Record<Claim["kind"], string>> = { 增加: "增加", 减少: "减少", 新增: "是新增的", 取消: "取消了" };

/** Whether what is said holds for anything that the names may stand for. */
export function isRight({ kind, meant }: Claim): boolean {
  return meant.some(({ current, base, project }) => {
    if (project && kind === "新增") return base.isZero() && !current.isZero();
    if (project && kind === "取消") return current.isZero() && !base.isZero();
    return kind === "增加" || kind === "新增" ? current.greaterThan(base) : current.lessThan(base);
  });
}

function inFact(kind: Claim["kind"], { current, base, project }: ItemAmounts, { formats: { sentence } }: Standard): string {
  const amount = (money: Money): string => formatNumber(displayed(money, sentence), sentence) + sentence.unit;
  if (project && kind === "新增" && !base.isZero()) return `上年就有 ${amount(base)}`;
  if (project && kind === "取消" && !current.isZero()) return `本年还有 ${amount(current)}`;
  if (current.equals(base)) return current.isZero() ? "两年都没有这笔钱" : `两年都是 ${amount(current)}，没有增减`;
  return `是从 ${amount(base)}${current.greaterThan(base) ? "增加" : "减少"}到 ${amount(current)}`;
}
