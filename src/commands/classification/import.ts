import { basename } from "node:path";
import { hasErrors } from "../../base/diagnostic.ts";
import { LISTS_FOLDER } from "../../compile.ts";
import { LIST_HEADER, listPath, loadOfficialList } from "../../load/classification/official-list.ts";
import { loadClassification } from "../../load/classification.ts";
import type { ListedCategory } from "../../model/category-list.ts";
import type { ClassificationOptions } from "../classification-arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { writeWhole } from "../output.ts";
import { show, summary } from "../summary.ts";
import { changesOfList } from "./changes.ts";
import { BESIDE, counted } from "./compare.ts";
import { printChanges } from "./print.ts";
import { type ClassificationSources, readList } from "./sources.ts";

/** classification import: a bureau's official list of a year, kept beside its budgets. With one mistake nothing is written. */
export async function importList(options: ClassificationOptions, { installed, lists }: ClassificationSources, terminal: Terminal): Promise<ExitCode> {
  const own = loadClassification(installed, options.years[0]);
  const { list, diagnostics } = await readList(options, installed, own);
  const before = loadOfficialList(lists, own.year);
  const all = [...diagnostics, ...before.diagnostics];
  await show(all, terminal);
  if (list === undefined || hasErrors(all)) {
    terminal.error(`${options.file}：${summary(all)}；什么也没有写`);
    return EXIT.document;
  }
  const path = listPath(lists, own.year);
  const kept = otherKinds(before.value?.text ?? "", list.categories);
  const written = list.categories.map((category) => rowOf(category, basename(options.file)));
  try {
    writeWhole([{ path, bytes: Buffer.from([LIST_HEADER, ...[...kept, ...written].sort(), ""].join("\n")) }]);
  } catch (failure) {
    terminal.error(`写不了文件 ${path}（${(failure as NodeJS.ErrnoException).code ?? String(failure)}）；原来的文件没有动`);
    return EXIT.environment;
  }
  const changes = changesOfList(list.categories, own);
  terminal.out(`已写入 ${path}：${kindsOf(list.categories)}${kept.length > 0 ? `；原来导入的其他 ${kept.length} 行照旧` : ""}`);
  terminal.out([`与随程序的 ${own.year} 年科目表比较：${counted(changes)}`, ...printChanges(changes, BESIDE)].join("\n"));
  const beside = basename(lists) === LISTS_FOLDER ? `预算文件放在“${LISTS_FOLDER}”旁边就会用它；放在别处的，` : "检查、生成时";
  terminal.out(`${beside}加上 --classification ${lists}`);
  return EXIT.fine;
}

/** Rows of an earlier import whose budget or classification the new list does not cover. */
function otherKinds(text: string, categories: readonly ListedCategory[]): string[] {
  const [kinds, codes] = [new Set(categories.map(({ kind }) => kind)), new Set(categories.map(({ code }) => code))];
  const rows = text.split("\n").slice(1);
  return rows.filter((row) => {
    const [code = "", , kind = ""] = row.split("\t");
    return code !== "" && !kinds.has(kind) && !codes.has(code);
  });
}

function rowOf({ code, name, kind }: ListedCategory, source: string): string {
  return [code, name, kind, source.replace(/\s+/g, " ")].join("\t");
}

/** 1645 行（一般公共预算 1349，政府性基金预算 270）. */
function kindsOf(categories: readonly ListedCategory[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of categories) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return `${categories.length} 行（${[...counts].map(([kind, count]) => `${kind} ${count}`).join("，")}）`;
}
