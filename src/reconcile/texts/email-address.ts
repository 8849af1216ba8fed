import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds, matchesIn, passagesOf } from "./passages.ts";

const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}[@＠][A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,4}/g;

/** An e-mail address where no field asks for one. */
export function emailAddress(given: Reconciled): Diagnostic[] {
  const { 邮箱栏目: fields } = given.standard.wording.words;
  const passages = passagesOf(given).filter(({ key, words }) => /[@＠]/.test(words) && !holds(key, fields));
  return matchesIn(passages, ADDRESS).map(({ passage, match: [written], place }) =>
    error("email-address", `${passage.what}里的“${written}”是电子邮箱，公开前请确认`, place, {
      hint: "个人的邮箱删掉；要公开的单位邮箱，确认一下",
      confirmable: true,
    }),
  );
}
