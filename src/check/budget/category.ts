import type { ScalarNode } from "../../base/node.ts";
import { axisOf, type Category, type CategoryLevel, type Classification, levelOf, sameName } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { type CategoryPlace, refuseForeign, refuseLevel, refuseSpaced, refuseUnknown, refuseWord, refuseWrongAxis } from "./category-faults.ts";
import { checkCategoryName } from "./category-name.ts";
import { refuseYear } from "./category-year.ts";

/** A key such as “2010350 事业运行” taken apart: its digits and what follows. */
export function partsOf(text: string): { readonly code: string; readonly name: string } {
  const [, code = "", name = ""] = /^(\d*)\s*(.*)$/s.exec(text.trim()) ?? [];
  return { code, name };
}

/** Reads a key such as “2010350 事业运行”: the code must be known at its level, and a name that follows must be the code's. */
export function readCategory(key: ScalarNode, level: CategoryLevel, classification: Classification, findings: Findings): Category | undefined {
  const place: CategoryPlace = { axis: level === "项" ? "功能科目" : "经济科目", level };
  const categories = place.axis === "功能科目" ? classification.functional : classification.economic;
  const { code, name } = partsOf(key.text);
  if (code === "") return refuseWord(key, place, categories, findings);
  if (/^\d/.test(name)) return refuseSpaced(key, place, categories, findings);
  const foreign = categories.get(code) ? undefined : classification.foreign(code);
  if (foreign !== undefined) return refuseForeign(key, { code, name }, foreign, place, classification, findings);
  if (belongsToOther(code, place, classification)) return refuseWrongAxis(key, code, place, classification, findings);
  if (levelOf(code) !== level) return refuseLevel(key, code, place, categories, findings);
  const category = categories.get(code);
  if (category !== undefined) {
    if (name !== "" && !sameName(name, category.name)) checkCategoryName(key, category, name, classification, findings);
    return category;
  }
  const other = classification.elsewhere(code);
  return other === undefined ? refuseUnknown(key, { code, name }, place, categories, findings) : refuseYear(key, other, classification, findings);
}

/** Whether a code is of the other classification: a known one, or one with its first digit and number of digits. */
function belongsToOther(code: string, { axis }: CategoryPlace, { functional, economic }: Classification): boolean {
  const other = axis === "功能科目" ? "经济科目" : "功能科目";
  if (axisOf(code) !== other) return false;
  return (other === "功能科目" ? functional : economic).get(code) !== undefined || levelOf(code) === (other === "功能科目" ? "项" : "款");
}
