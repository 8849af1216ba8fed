import { LISTS_FOLDER, readyResources } from "../compile.ts";
import { compareList } from "./classification/compare.ts";
import { showDifference } from "./classification/diff.ts";
import { importList } from "./classification/import.ts";
import { listYears } from "./classification/list.ts";
import type { ClassificationSources } from "./classification/sources.ts";
import type { ClassificationAction, ClassificationOptions } from "./classification-arguments.ts";
import type { ExitCode, Terminal } from "./exit.ts";
import { listsGiven } from "./file-arguments.ts";

type Action = (options: ClassificationOptions, sources: ClassificationSources, terminal: Terminal) => ExitCode | Promise<ExitCode>;

/** Where lists are kept unless it is said: in the folder in which one works, beside the budgets. */

const ACTIONS: Readonly<Record<ClassificationAction, Action>> = { list: listYears, import: importList, compare: compareList, diff: showDifference };

/** classification, classification import, classification compare, classification diff. */
export async function runClassification(options: ClassificationOptions, terminal: Terminal): Promise<ExitCode> {
  const { lists = LISTS_FOLDER } = listsGiven(options.folder, terminal.env);
  return await ACTIONS[options.action](options, { installed: readyResources().classification, lists }, terminal);
}
