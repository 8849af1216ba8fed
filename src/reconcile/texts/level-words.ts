import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import type { Span } from "../../base/span.ts";
import type { UnitLevel } from "../../model/expenditure.ts";
import type { Standard } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { clauseAt, holds, passagesOf, sentenceAt } from "./passages.ts";

/** 市级财政 in the budget of a 区级 unit: a text that another level's unit says of itself. */
export function levelWords(given: Reconciled): Diagnostic[] {
  const { unit } = given.budget;
  if (unit.level === undefined) return [];
  const own = unit.level.value;
  const others = [...given.standard.wording.levels].filter(([level]) => isOther(level, own, unit.name));
  const { 级别除外: except } = given.standard.wording.words;
  const found = others.flatMap(([level, pattern]) => [
    ...passagesOf(given).flatMap(({ plain, place }) =>
      [...plain.matchAll(pattern)].flatMap(({ 0: written, index }) => {
        const clause = clauseAt(plain, index);
        return holds(clause, except) || namesOwn(sentenceAt(plain, index), own, given.standard)
          ? []
          : [doubt(written, level, own, place(index, index + written.length))];
      }),
    ),
    ...ofStandard(level, pattern, given),
  ]);
  return found;
}

/** A 县级市 speaks of itself as 市: 连州市 is 县级. */
function isOther(level: UnitLevel, own: UnitLevel, name: string): boolean {
  return level !== own && !(own === "县级" && name.includes(level.slice(0, 1)));
}

/** 市级财政、区级财政共同承担: who names its own level too speaks of both. */
function namesOwn(clause: string, own: UnitLevel, { wording }: Standard): boolean {
  const pattern = wording.levels.get(own);
  return pattern !== undefined && holds(clause, pattern);
}

function doubt(written: string, level: UnitLevel, own: UnitLevel, place: Span): Diagnostic {
  return warning("level-words", `单位是${own}的，文字里说的是“${written}”，是不是抄了${level}单位的文字？`, place, {
    hint: `改成${own}的说法；确实讲${level}的不用改`,
  });
}

/** Words that the standard itself prints: one finding, at the unit's level. */
function ofStandard(level: UnitLevel, pattern: RegExp, { budget: { unit }, standard }: Reconciled): Diagnostic[] {
  const terms = standard.terms.flatMap((term) => (term.kind === "fixed" ? [term.definition] : []));
  const first = [...standard.sentences.values(), ...terms].flatMap((template) => {
    const [match] = template.source.matchAll(pattern);
    return match === undefined ? [] : [{ template, written: match[0] }];
  })[0];
  if (first === undefined || unit.level === undefined) return [];
  const message = `单位是${unit.level.value}的，标准“${standard.name}”印的是“${first.written}”，这个标准是不是${level}单位用的？`;
  return [
    warning("level-words", message, unit.level.span, {
      related: [{ message: "标准里写在这里", span: first.template.span }],
      hint: "换用本级的标准；“级别”写错了就改正",
    }),
  ];
}
