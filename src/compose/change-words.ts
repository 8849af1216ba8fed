import { exact, formatNumber } from "../base/money.ts";
import type { Change, WordedKind } from "../model/figure.ts";
import type { WordFormat } from "../model/standard.ts";
import type { ChangeWord } from "../model/template-names.ts";

/** The kind by which a change is worded: a rate that is printed as 0%, and less than nothing after nothing, may have words of their own. */
export function wordedKind({ kind, current, base, rate }: Change): WordedKind {
  if (kind === "基数为零") return current.minus(base).isNegative() ? "零基减少" : kind;
  if (rate?.isZero() !== true) return kind;
  if (kind === "增加") return "微增";
  return kind === "减少" ? "微减" : kind;
}

/** What a phrase may say of a change, as a format prints it; 差额 has no sign, and 幅度 is nothing where the base is 0. */
export function changeWords(change: Change, { amount, percentage }: WordFormat): Record<Exclude<ChangeWord, "原因" | "同口径">, string> {
  const text = (value: Change["current"]): string => formatNumber(value, amount) + amount.unit;
  const rate = (value: Change["current"]): string => `${formatNumber(value, percentage)}%`;
  return {
    本年数: text(change.current),
    上年数: text(change.base),
    差额: text(change.difference),
    幅度: change.rate === undefined ? "" : rate(change.rate),
    最小幅度: rate(exact(`1e-${percentage.decimals}`)),
  };
}
