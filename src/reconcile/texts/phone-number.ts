import { type Diagnostic, error } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { holds, matchesIn, type Passage, passagesOf } from "./passages.ts";

/** 138 0013 8000, with or without +86: a person's own. */
const MOBILE = /(?<![\dA-Za-z.,])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\dA-Za-z]|[,.]\d|\s{0,2}[万亿]?元)/g;

/** 0722-3286516, (010)12345678. */
const LANDLINE = /(?<![\dA-Za-z.,-])(?:[(（]0\d{2,3}[)）]|0\d{2,3}[-—－–])\s?[2-9]\d{6,7}(?![\dA-Za-z-])/g;

/** Seven or eight digits: a landline where the words before them say so. */
const LOCAL = /(?<![\dA-Za-z.,-])[2-9]\d{6,7}(?![\dA-Za-z-]|[,.]\d|\s{0,2}[万亿]?元)/g;
const REACH = 6;

/** Telephone numbers: a mobile number anywhere, a landline where no field asks for one. */
export function phoneNumber(given: Reconciled): Diagnostic[] {
  const { 电话栏目: fields, 电话的词: words } = given.standard.wording.words;
  const passages = passagesOf(given).filter(({ plain }) => /\d{4}/.test(plain));
  const elsewhere = passages.filter(({ key }) => !holds(key, fields));
  const local = matchesIn(elsewhere, LOCAL).filter(({ passage, match }) =>
    holds(passage.plain.slice(Math.max(0, (match.index ?? 0) - REACH), match.index), words),
  );
  return [
    ...matchesIn(passages, MOBILE).map(({ passage, match, place }) => refuse("手机号码", passage, match[0], place)),
    ...[...matchesIn(elsewhere, LANDLINE), ...local].map(({ passage, match, place }) => refuse("电话号码", passage, match[0], place)),
  ];
}

function refuse(kind: string, { what }: Passage, written: string, place: Diagnostic["span"]): Diagnostic {
  return error("phone-number", `${what}里的“${written}”像是${kind}，公开前请确认`, place, {
    hint: kind === "手机号码" ? "不要公开个人的手机号码：删掉，或者换成办公室的座机" : "不该公开的删掉；要公开的座机写在“联系电话”里",
    confirmable: true,
  });
}
