import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";

/** Texts by 科目 (主要用于): one for a 科目 that has no money is never printed. */
export function textUnused({ budget: { inputs, facts, lastYearFile } }: Reconciled): Diagnostic[] {
  return [...inputs].flatMap(([name, stated]) => {
    if (stated.kind !== "texts") return [];
    const idle = [...stated.byCode].filter(([code]) => ![...facts, ...(lastYearFile?.facts ?? [])].some(({ functional }) => functional.startsWith(code)));
    return idle.map(([code, { span }]) =>
      warning("text-unused", `“${name}”写了科目 ${code}，文件里没有这个科目的钱，这句话不会印出来`, span, {
        hint: "检查编码有没有写错；今年没有这项支出就删掉这一行",
      }),
    );
  });
}
