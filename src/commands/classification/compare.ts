import { loadClassification } from "../../load/classification.ts";
import type { ClassificationOptions } from "../classification-arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { findingJson } from "../finding-json.ts";
import { jsonText } from "../json-text.ts";
import { show, summary } from "../summary.ts";
import { type Changes, changesOfList } from "./changes.ts";
import { type ChangeWords, printChanges } from "./print.ts";
import { type ClassificationSources, readList } from "./sources.ts";

/** How the changes are called where one list is held against another of the same year. */
export const BESIDE: ChangeWords = { added: "现有的没有、这份表里有的", ended: "现有的有、这份表里没有的", renamed: "名称不同（现有的 → 这份表的）" };

/** classification compare: an official list beside the package's own; with differences it fails, so that a release can be held to it. */
export async function compareList(options: ClassificationOptions, { installed }: ClassificationSources, terminal: Terminal): Promise<ExitCode> {
  const own = loadClassification(installed, options.years[0]);
  const { list, diagnostics } = await readList(options, installed, own);
  const changes = list && changesOfList(list.categories, own);
  const differs = changes === undefined || changes.added.length + changes.ended.length + changes.renamed.length > 0;
  if (options.format === "json") {
    terminal.out(jsonText({ file: options.file, year: own.year, diagnostics: diagnostics.map((each) => findingJson(each, options.file)), ...changes }));
    return differs ? EXIT.document : EXIT.fine;
  }
  await show(diagnostics, terminal);
  if (changes === undefined) terminal.error(`${options.file}：${summary(diagnostics)}；没有比较`);
  else terminal.out([`${options.file} 与随程序的 ${own.year} 年科目表比较：${counted(changes)}`, ...printChanges(changes, BESIDE)].join("\n"));
  return differs ? EXIT.document : EXIT.fine;
}

/** 相同 12 个，名称不同 1 个. */
export function counted({ same, added, ended, renamed }: Changes): string {
  return `相同 ${same} 个，名称不同 ${renamed.length} 个，多出 ${added.length} 个，缺少 ${ended.length} 个`;
}
