import { existsSync } from "node:fs";
import { join } from "node:path";
import { error } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import { type SourceFile, span } from "../../base/span.ts";
import { loadText } from "../text.ts";

/** The first line of a bureau's list, by which it is known. */
export const LIST_HEADER = "code\tname\tkind\tsource";

/** The file in which a bureau's list of a year is kept. */
export function listPath(folder: string, year: number): string {
  return join(folder, `${year}.tsv`);
}

/** Reads the list that a bureau imported for a year; nothing where it imported none. */
export function loadOfficialList(folder: string, year: number): Outcome<SourceFile> {
  const path = listPath(folder, year);
  if (!existsSync(path)) return { diagnostics: [] };
  const { value: file, diagnostics } = loadText(path);
  if (file === undefined) return { diagnostics };
  if (file.text.startsWith(`${LIST_HEADER}\n`)) return { value: file, diagnostics };
  const message = "这不是导入的科目表：第一行不对";
  const hint = `删掉这个文件，用“budgetgen classification import 科目表.xlsx --year ${year}”重新导入`;
  return { diagnostics: [...diagnostics, error("category-list-broken", message, span(file, 0), { hint })] };
}
