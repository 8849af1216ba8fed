import type { ScalarNode } from "../../base/node.ts";
import { type Category, type CategoryElsewhere, type CategoryLevel, type Classification, levelOf, nameBefore, sameName } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { partsOf } from "./category.ts";
import { type CategoryPlace, refuseLevel, refuseUnknown } from "./category-faults.ts";
import { checkCategoryName } from "./category-name.ts";
import { refuseYear } from "./category-year.ts";

/** Whether a key is meant as a 科目: it begins with three digits or more that are no part of a word. */
export function mentionsCategory(text: string): boolean {
  return /^\d{3,9}(?=\s|$|[^\d\s])/.test(text.trim());
}

/**
 * Checks a 功能科目 that is named where no money stands: under 上年数, 原因 or 主要用于, at whatever level.
 * `lastYear`: one of last year's list will do, and last year's name.
 */
export function checkMention(
  key: ScalarNode,
  { level, lastYear = false }: { readonly level?: CategoryLevel; readonly lastYear?: boolean },
  classification: Classification,
  findings: Findings,
): boolean {
  const before = findings.diagnostics.length;
  const { code, name } = partsOf(key.text);
  const found = levelOf(code);
  const place: CategoryPlace = { axis: "功能科目", level: level ?? found ?? "项" };
  const { functional } = classification;
  const foreign = functional.get(code) ? undefined : classification.foreign(code);
  const known = functional.get(code) ?? classification.elsewhere(code);
  const economic = classification.economic.get(code);
  if (foreign !== undefined) refuseOther("category-foreign", key, `${foreign.kind}的科目`, findings);
  else if (economic !== undefined) refuseOther("bad-category", key, "经济科目", findings);
  else if (found === undefined || (level !== undefined && found !== level)) refuseLevel(key, code, place, functional, findings);
  else if (known === undefined) refuseUnknown(key, { code, name }, place, functional, findings);
  else if (!inForce(known, lastYear, classification)) refuseYear(key, known, classification, findings);
  else if (name !== "" && !isNamed(known, name, lastYear, classification)) checkCategoryName(key, known, name, classification, findings);
  return findings.diagnostics.length === before;
}

function refuseOther(code: "bad-category" | "category-foreign", key: ScalarNode, what: string, findings: Findings): void {
  findings.error(code, `“${key.text}”是${what}，这里要写功能科目`, key.span, "写功能科目的编码，后面可以跟名称");
}

function inForce(category: CategoryElsewhere, lastYear: boolean, { functional, year }: Classification): boolean {
  if (functional.get(category.code) !== undefined) return true;
  return lastYear && (category.until ?? year - 1) >= year - 1 && (category.since ?? 0) <= year;
}

function isNamed({ code, name }: Category, written: string, lastYear: boolean, { renames, year }: Classification): boolean {
  const before = lastYear ? nameBefore(renames, code, year - 1) : undefined;
  return sameName(name, written) || (before !== undefined && sameName(before, written));
}
