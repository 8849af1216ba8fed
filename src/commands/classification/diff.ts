import { hasErrors } from "../../base/diagnostic.ts";
import { coveredYears } from "../../load/classification.ts";
import type { ClassificationOptions } from "../classification-arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "../exit.ts";
import { jsonText } from "../json-text.ts";
import { show } from "../summary.ts";
import { changesBetween, namesOf } from "./changes.ts";
import { byClass, printChanges, WORDS } from "./print.ts";
import { type ClassificationSources, classificationOf } from "./sources.ts";

/** classification diff Y1 Y2: what was added, what ended and what got another name between the lists of two years, by 类. */
export async function showDifference({ years, format }: ClassificationOptions, sources: ClassificationSources, terminal: Terminal): Promise<ExitCode> {
  const [from = 0, to = 0] = years;
  const lists = [from, to].map((year) => classificationOf(year, sources));
  const diagnostics = lists.flatMap((list) => list.diagnostics);
  await show(diagnostics, terminal);
  const [before, after] = lists.map(({ value }) => namesOf(value));
  if (before === undefined || after === undefined || hasErrors(diagnostics)) return EXIT.document;
  const changes = changesBetween(before, after);
  const uncovered = lists.flatMap(({ value: { year, covered } }) => (year < covered.first || year > covered.last ? [year] : []));
  if (format === "json") {
    terminal.out(jsonText({ from, to, ...changes, uncovered }));
    return EXIT.fine;
  }
  terminal.out(
    `${from} 年到 ${to} 年：新增 ${changes.added.length} 个，停用 ${changes.ended.length} 个，改名 ${changes.renamed.length} 个，不变 ${changes.same} 个`,
  );
  for (const { code, name, changes: own } of byClass(changes, new Map([...before, ...after]))) {
    terminal.out([`${code} ${name}`, ...printChanges(own, WORDS, Number.POSITIVE_INFINITY)].join("\n"));
  }
  const { first, last } = coveredYears(sources.installed);
  if (uncovered.length > 0) terminal.out(`注意：随程序的科目表只有 ${first} 年到 ${last} 年的，${uncovered.join("、")} 年没有导入，按相近的年份比较`);
  return EXIT.fine;
}
