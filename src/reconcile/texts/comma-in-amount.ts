import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

const FULL_WIDTH_COMMA = /(?<![\d.]|\d,)\d{1,3}(?:，\d{3})+(?:\.\d{1,8})?(?:万元|亿元|元)/g;

/** 3，518.85万元: a full-width comma where a thousands separator is meant, so that a reader sees two numbers. */
export function commaInAmount(given: Reconciled): Diagnostic[] {
  return matchesIn(passagesOf(given), FULL_WIDTH_COMMA).map(({ match: [written], place }) =>
    warning("comma-in-amount", `“${written}”里的“，”是不是千分位逗号？`, place, {
      hint: `写成 ${written.replaceAll("，", ",")}；本来是两个数的，在逗号前面写上单位`,
    }),
  );
}
