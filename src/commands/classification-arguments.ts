import { existsSync } from "node:fs";
import { didYouMean } from "../base/suggest.ts";
import { FUND_SOURCE_GROUPS } from "../model/expenditure.ts";
import { faultOfLists } from "./file-arguments.ts";
import { REPORT_FORMATS, type ReportFormat } from "./standards-arguments.ts";

export const CLASSIFICATION_ACTIONS = ["import", "compare", "diff"] as const;
export type ClassificationAction = "list" | (typeof CLASSIFICATION_ACTIONS)[number];

export interface ClassificationOptions {
  readonly action: ClassificationAction;
  /** The spreadsheet of import and compare. */
  readonly file: string;
  /** The year of import and compare, or the two years of diff. */
  readonly years: readonly number[];
  readonly kind?: string;
  /** The folder of the bureau's lists, as the option gives it. */
  readonly folder?: string;
  readonly format: ReportFormat;
}

interface Given {
  readonly year?: string | undefined;
  readonly kind?: string | undefined;
  readonly format?: string | undefined;
  readonly classification?: string | undefined;
}

type Fault = { readonly fault: string };

const KINDS = FUND_SOURCE_GROUPS.财政拨款 ?? [];

/** What stands behind `classification`, or what is wrong with it. */
export function readClassificationOptions(words: readonly string[], given: Given): ClassificationOptions | Fault {
  const [word, ...rest] = words;
  const action = word === undefined ? "list" : CLASSIFICATION_ACTIONS.find((each) => each === word);
  if (action === undefined)
    return {
      fault: `没有“classification ${word}”这个命令；${didYouMean(word ?? "", CLASSIFICATION_ACTIONS) ?? `可以写 ${CLASSIFICATION_ACTIONS.join("、")}`}`,
    };
  const format = REPORT_FORMATS.find((each) => each === (given.format ?? "text"));
  if (format === undefined) return { fault: `classification 的 --format 可以写 ${REPORT_FORMATS.join("、")}，不能写“${given.format}”` };
  const fault = (action === "import" ? undefined : faultOfLists(given.classification)) ?? faultOfKind(given.kind, action);
  if (fault !== undefined) return { fault };
  const subject = action === "list" ? ofList(rest, given) : action === "diff" ? ofDiff(rest, given) : ofFile(action, rest, given);
  if ("fault" in subject) return subject;
  const { kind, classification: folder } = given;
  return { action, format, ...subject, ...(kind !== undefined && { kind }), ...(folder !== undefined && { folder }) };
}

type Subject = Pick<ClassificationOptions, "file" | "years">;

function ofList(rest: readonly string[], { year }: Given): Subject | Fault {
  return rest.length > 0 || year !== undefined ? { fault: "classification 后面不用写文件和年度" } : { file: "", years: [] };
}

function ofDiff(rest: readonly string[], { year }: Given): Subject | Fault {
  const years = rest.map(yearOf);
  const [from, to] = years;
  if (rest.length !== 2 || from === undefined || to === undefined || year !== undefined)
    return { fault: "classification diff 后面写两个年度，例如 budgetgen classification diff 2023 2024" };
  return { file: "", years: [from, to] };
}

function ofFile(action: string, [file, ...others]: readonly string[], { year }: Given): Subject | Fault {
  if (file === undefined || others.length > 0)
    return { fault: `classification ${action} 后面写一个科目表文件，例如 budgetgen classification ${action} 科目表.xlsx --year 2024` };
  if (!existsSync(file)) return { fault: `没有文件 ${file}` };
  const value = yearOf(year ?? "");
  return value === undefined ? { fault: `classification ${action} 要用 --year 写明是哪一年的科目表，例如 --year 2024` } : { file, years: [value] };
}

/** Years in which a budget may be. */
function yearOf(word: string): number | undefined {
  return /^20[1-9]\d$/.test(word) ? Number(word) : undefined;
}

function faultOfKind(kind: string | undefined, action: ClassificationAction): string | undefined {
  if (kind === undefined) return undefined;
  if (action !== "import" && action !== "compare") return "--kind 只用于 classification import 和 classification compare";
  return KINDS.some((each) => each === kind) ? undefined : `--kind 可以写 ${KINDS.join("、")}，不能写“${kind}”`;
}
