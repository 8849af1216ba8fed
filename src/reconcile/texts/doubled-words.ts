import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

const DOUBLED_MARKS = /([。，、；：！？])\1+/g;

/** 增增加, 。。: a word or a mark typed twice. */
export function doubledWords(given: Reconciled): Diagnostic[] {
  const passages = passagesOf(given);
  return [given.standard.wording.words.叠字, DOUBLED_MARKS].flatMap((pattern) =>
    matchesIn(passages, pattern).map(({ match: [written], place }) =>
      warning("doubled-words", `“${written}”是不是多打了一遍？`, place, { hint: "删掉多出来的" }),
    ),
  );
}
