import { existsSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { faultOfRoot } from "../load/standard-folders.ts";

/** What is wrong with the folders given as --standard. */
export function faultOfGiven(given: readonly string[]): string | undefined {
  const fault = given.flatMap((root) => faultOfRoot(root) ?? [])[0];
  return fault && `--standard：${fault.message}；${fault.hint}`;
}

/** What is wrong with the files behind a command: none, one that is not there, or a folder. */
export function fileFault(files: readonly string[], name: string): string | undefined {
  if (files.length === 0) return `${name} 后面要写预算文件，例如 budgetgen ${name} budgets/example.yaml`;
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return `没有文件 ${missing}`;
  const folder = files.find((file) => statSync(file).isDirectory());
  return folder && `${folder} 是文件夹，不是预算文件`;
}

/** Two files whose editions would have one name. */
export function repeatedNameFault(files: readonly string[]): string | undefined {
  const names = files.map((file) => basename(file, extname(file)));
  const repeated = names.find((each, index) => names.indexOf(each) < index);
  return repeated && `有两个文件都叫 ${repeated}，生成的文件会互相覆盖；请分两次、用 -o 写到不同的文件夹`;
}

/** What is wrong with the folder given as --classification. */
export function faultOfLists(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  if (!existsSync(folder)) return `--classification：没有文件夹 ${folder}`;
  return statSync(folder).isDirectory() ? undefined : `--classification：${folder} 不是文件夹`;
}

/** What is wrong with the file given as --approvals. */
export function faultOfApprovals(file: string | undefined): string | undefined {
  return file !== undefined && !existsSync(file) ? `--approvals：没有文件 ${file}` : undefined;
}

/** The environment variable that names the folder of lists of 科目. */
const LISTS_VARIABLE = "BUDGETGEN_CLASSIFICATION";

/** The folder of lists of 科目 that a bureau imported, as an option or the environment gives it. */
export function listsGiven(folder: string | undefined, env: Readonly<Record<string, string | undefined>>): { readonly lists?: string } {
  const lists = folder ?? env[LISTS_VARIABLE];
  return lists === undefined || lists === "" ? {} : { lists };
}
