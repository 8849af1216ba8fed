import { chineseYear } from "../base/chinese.ts";
import type { Budget } from "./budget.ts";
import type { Standard } from "./standard.ts";

/** Words that every template and every label may use beside those of its pack. */
export const DOCUMENT_WORDS = ["年度", "上年", "前年", "年度大写", "单位名称", "单位简称", "单位编码", "文种", "金额单位"] as const;
export type DocumentWord = (typeof DOCUMENT_WORDS)[number];

/** Words without figures: of the document, and of the standard's pack. `amountUnit` is the unit of display in force. */
export function documentWords(budget: Pick<Budget, "unit" | "year" | "documentKind">, standard: Standard, amountUnit: string): ReadonlyMap<string, string> {
  const { unit, year, documentKind } = budget;
  const own: Record<DocumentWord, string> = {
    年度: String(year),
    上年: String(year - 1),
    前年: String(year - 2),
    年度大写: chineseYear(year),
    单位名称: unit.name,
    单位简称: unit.shortName ?? unit.name,
    单位编码: unit.code ?? "",
    文种: documentKind,
    金额单位: amountUnit,
  };
  const words = [...standard.words].map(([name, byKind]) => [name, byKind[documentKind]] as const);
  return new Map([...Object.entries(own), ...words, ...standard.constants]);
}

/** A title, heading or label with its words filled in; unlike a sentence it has no figures. */
export function fillLabel(label: string, words: ReadonlyMap<string, string>): string {
  return label.includes("{{") ? label.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_whole, name: string) => words.get(name) ?? "") : label;
}
