import { type Diagnostic, warning } from "../../base/diagnostic.ts";
import { nameOf } from "../../model/classification.ts";
import { formatNamed } from "../../model/standard.ts";
import type { Reconciled } from "../reconciled.ts";
import { contradicts } from "./reason-direction.ts";
import { directionOf, lettersOf, oncePerReason, type Reason, reasonsOf } from "./reasons.ts";

/** 公务接待费增加 as the reason why 公务接待费 rose, or a draft of which nothing but its mark was taken off: what changed, and not why. */
export function reasonRestates(given: Reconciled): Diagnostic[] {
  const found = reasonsOf(given).flatMap((reason) => {
    const { title, passage, change } = reason;
    const direction = directionOf(change);
    if (direction === undefined || contradicts(reason, given.standard.wording)) return [];
    if (namesItself(reason, given))
      return [warning("reason-restates", `“${title}”${direction}的原因只说它自己${direction}了，等于没有说为什么`, passage.span, { hint: HINT })];
    if (!isDraft(reason, given)) return [];
    return [warning("reason-restates", `“${title}”的原因和按数字起草的一字不差，只说了哪一项增减，没有说为什么`, passage.span, { hint: HINT })];
  });
  return oncePerReason(found);
}

const HINT = "写明为什么增减：人员、项目、标准、业务各有什么变化；确实只有这些可说的，写一行“# 已核对 reason-restates：理由”";

/** Longer than any sentence that says nothing but that something changed. */
const LONGEST = 60;

/** Of a figure's own names, and what may stand around them, nothing is left. */
function namesItself(reason: Reason, given: Reconciled): boolean {
  const { words } = reason.passage;
  if (words.length > LONGEST) return false;
  const lists = given.standard.wording.words;
  const without = namesOf(reason, given).reduce((left, name) => left.replaceAll(name, ""), words);
  if (without === words) return false;
  const left = without
    .replace(/【[^】]*】|[\d,，.．]+\s*(?:万元|亿元|元|[%％]|个百分点)/g, "")
    .replace(lists.增加的说法, "")
    .replace(lists.减少的说法, "")
    .replace(lists.增减的套话, "");
  return lettersOf(left) === "";
}

/** What a figure is called: by its name, or the only 科目 of its money; a total may well be explained by its part. */
function namesOf({ name, figure }: Reason, { classification, derived }: Reconciled): string[] {
  const facts = [...(figure?.facts ?? []), ...(derived.lastYearFigures.get(name)?.facts ?? [])];
  const codes = new Set(facts.map(({ economic = "" }) => economic));
  const only = codes.size === 1 && figure?.parts.length === 0 ? nameOf([...codes][0] ?? "", "经济科目", classification) : "";
  const own = /^\d+$/.test(name) ? nameOf(name, "功能科目", classification) : name;
  return [own, only].filter((each) => each !== "");
}

function isDraft({ name }: Reason, { budget, derived, standard }: Reconciled): boolean {
  const text = budget.reasons.get(name);
  const decomposition = text && derived.contributions(name);
  if (text === undefined || decomposition === undefined) return false;
  const printed = lettersOf(derived.print(text, [], () => undefined));
  return printed !== "" && printed === lettersOf(derived.draft(decomposition, formatNamed(standard.formats)).words);
}
