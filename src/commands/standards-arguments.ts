import { existsSync } from "node:fs";
import { didYouMean } from "../base/suggest.ts";

/** What of the standards is wanted: which there are, where one comes from, whether some are right. */
export const STANDARDS_ACTIONS = ["show", "check"] as const;
export type StandardsAction = "list" | (typeof STANDARDS_ACTIONS)[number];

export const REPORT_FORMATS = ["text", "json"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface StandardsOptions {
  readonly action: StandardsAction;
  /** Names or folders; where there are none, what --standard gives. */
  readonly targets: readonly string[];
  readonly given: readonly string[];
  readonly format: ReportFormat;
  /** A budget file by which a standard is tried instead of its own. */
  readonly example?: string;
}

/** What stands behind `standards`, or what is wrong with it. */
export function readStandardsOptions(
  words: readonly string[],
  values: { readonly format?: string | undefined; readonly example?: string | undefined },
  given: readonly string[],
): StandardsOptions | { readonly fault: string } {
  const [word, ...targets] = words;
  const action = word === undefined ? "list" : STANDARDS_ACTIONS.find((each) => each === word);
  if (action === undefined) return { fault: unknownAction(word ?? "") };
  const format = REPORT_FORMATS.find((each) => each === (values.format ?? "text"));
  if (format === undefined) return { fault: `standards 的 --format 可以写 ${REPORT_FORMATS.join("、")}，不能写“${values.format}”` };
  const { example } = values;
  if (example !== undefined && action !== "check") return { fault: "--example 只用于 standards check" };
  if (example !== undefined && !existsSync(example)) return { fault: `没有文件 ${example}` };
  if (action !== "list" && targets.length === 0 && given.length === 0) {
    return { fault: `standards ${action} 后面要写标准的名称或者文件夹，例如 budgetgen standards ${action} 标准的名称` };
  }
  return { action, targets, given, format, ...(example !== undefined && { example }) };
}

function unknownAction(word: string): string {
  return `没有“standards ${word}”这个命令；${didYouMean(word, STANDARDS_ACTIONS) ?? `要看标准“${word}”，写 budgetgen standards show ${word}`}`;
}
