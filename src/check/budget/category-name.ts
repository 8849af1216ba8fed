import { warning } from "../../base/diagnostic.ts";
import type { ScalarNode } from "../../base/node.ts";
import { axisOf, type Category, type Classification, levelOf, type Rename, sameName } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { codeNamed } from "./category-near.ts";
import { whenChanged } from "./category-year.ts";

/** A name that is not the code's: one of another year, that of another code, or nobody's. */
export function checkCategoryName(key: ScalarNode, category: Category, name: string, classification: Classification, findings: Findings): void {
  const rename = classification.renames.find((each) => each.code === category.code && [each.old, each.name].some((word) => word && sameName(word, name)));
  if (rename?.name === undefined) refuseName(key, category, name, classification, findings);
  else if (category.basis !== "official list" && isOpen(rename, classification.year)) askForName(key, category, rename, classification.year, findings);
  else refuseOtherYear(key, category, name, rename, findings);
}

/** Whether the year of a change is not known well enough to say which name a year has. */
function isOpen({ first, last }: Rename, year: number): boolean {
  return first !== last && year <= last;
}

function askForName(key: ScalarNode, { code, name }: Category, rename: Rename, year: number, findings: Findings): void {
  const message = `科目 ${code} ${whenChanged(rename)}由“${rename.old}”改名为“${rename.name}”；${year} 年的科目表里是哪一个？`;
  const hint = `印出来的是“${name}”；科目表里是“${rename.old}”的，在“自设科目:”下写“${code} ${rename.old}: 依据”`;
  findings.diagnostics.push(warning("category-name", message, key.span, { hint }));
}

function refuseOtherYear(key: ScalarNode, { code, name }: Category, written: string, rename: Rename, findings: Findings): void {
  const old = sameName(rename.old, written);
  const when = old ? `${whenChanged(rename)}改名，“${written}”是旧名` : `“${written}”是 ${rename.last} 年起的名称`;
  findings.error("category-name", `科目 ${code} 的名称是“${name}”：${when}`, key.span, `写成“${code} ${name}”，或者只写编码`);
}

function refuseName(key: ScalarNode, category: Category, name: string, classification: Classification, findings: Findings): void {
  const { code, basis } = category;
  const categories = axisOf(code) === "经济科目" ? classification.economic : classification.functional;
  const level = levelOf(code);
  const other = level && codeNamed(name, level, categories, code);
  const unsure = basis === "from memory" || basis === "unsure";
  const declare = unsure ? `；科目表里的名称未经核对，财政部门的科目表确实写“${name}”的，在“自设科目:”下写“${code} ${name}: 依据”` : "";
  const hint = other === undefined ? `写成“${code} ${category.name}”，或者只写编码` : `“${name}”的编码是 ${other}；编码和名称改成一致`;
  findings.error("category-name", `科目 ${code} 的名称是“${category.name}”，不是“${name}”`, key.span, hint + declare);
}
