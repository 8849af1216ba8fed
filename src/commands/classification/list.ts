import { existsSync, readdirSync, readFileSync } from "node:fs";
import { listPath } from "../../load/classification/official-list.ts";
import { coveredYears, loadClassification } from "../../load/classification.ts";
import { CATEGORY_BASES, type Categories, type CategoryBasis } from "../../model/classification.ts";
import type { ClassificationOptions } from "../classification-arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { jsonText } from "../json-text.ts";
import type { ClassificationSources } from "./sources.ts";

const BASIS_WORDS: Readonly<Record<CategoryBasis, string>> = {
  "official list": "官方科目表",
  "published document": "见于公开的文件",
  "from memory": "凭记忆录入，未经核对",
  unsure: "凭记忆录入，没有把握",
  own: "自设",
};

type Counts = Partial<Record<CategoryBasis, number>>;

interface YearCounts {
  readonly year: number;
  readonly functional: Counts;
  readonly economic: Counts;
}

/** classification: the years that the package covers, what its rows rest on, and the lists that the bureau imported. */
export function listYears({ format }: ClassificationOptions, { installed, lists }: ClassificationSources, terminal: Terminal): ExitCode {
  const { first, last } = coveredYears(installed);
  const years = [...Array(last - first + 1).keys()].map((index): YearCounts => {
    const { year, functional, economic } = loadClassification(installed, first + index);
    return { year, functional: countsOf(functional), economic: countsOf(economic) };
  });
  const imported = importedYears(lists);
  if (format === "json") terminal.out(jsonText({ years, lists, imported }));
  else terminal.out([...years.flatMap(linesOf), ...linesOfImported(lists, imported)].join("\n"));
  return EXIT.fine;
}

function countsOf(categories: Categories): Counts {
  const counts: Counts = {};
  for (const code of categories.keys()) {
    const basis = categories.get(code)?.basis ?? "from memory";
    counts[basis] = (counts[basis] ?? 0) + 1;
  }
  return counts;
}

function linesOf({ year, functional, economic }: YearCounts): string[] {
  const line = (what: string, counts: Counts): string => {
    const parts = CATEGORY_BASES.flatMap((basis) => (counts[basis] === undefined ? [] : [`${BASIS_WORDS[basis]} ${counts[basis]}`]));
    return `  ${what}：${parts.join("，")}`;
  };
  return [`${year} 年`, line("支出功能分类", functional), line("部门预算支出经济分类", economic)];
}

interface Imported {
  readonly year: number;
  readonly rows: number;
}

function importedYears(folder: string): Imported[] {
  if (!existsSync(folder)) return [];
  const years = readdirSync(folder).flatMap((name) => /^(\d{4})\.tsv$/.exec(name)?.[1] ?? []);
  return years.map((year) => ({
    year: Number(year),
    rows:
      readFileSync(listPath(folder, Number(year)), "utf8")
        .trimEnd()
        .split("\n").length - 1,
  }));
}

function linesOfImported(folder: string, imported: readonly Imported[]): string[] {
  if (imported.length === 0) return [`文件夹“${folder}”里没有导入的科目表；用 budgetgen classification import 导入财政部门的科目表，核对过的科目就不再提示`];
  return [`导入的科目表（${folder}）：`, ...imported.map(({ year, rows }) => `  ${year} 年：${rows} 行`)];
}
