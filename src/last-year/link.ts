import { existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { type Diagnostic, error, hasErrors } from "../base/diagnostic.ts";
import { entryOf, isEmpty, type Node, type ScalarNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import type { SourceFile } from "../base/span.ts";
import { didYouMean } from "../base/suggest.ts";
import { readHead } from "../check/budget/head.ts";
import { Findings } from "../check/reader.ts";
import { isToFill, toFill } from "../check/to-fill.ts";
import { loadText } from "../load/text.ts";
import { parseYaml } from "../load/yaml/parse.ts";

/** The key of a budget file that names last year's. */
export const KEY = "上年文件";

const YEAR = "年度";

/** A budget file to which another leads. */
export interface LinkedFile {
  readonly link: ScalarNode;
  readonly file: SourceFile;
  readonly tree: Node;
  /** Its 年度, where that can be read. */
  readonly year: number | undefined;
}

/** The name of last year's file, as a budget file gives it; nothing where it gives none. */
export function linkIn(tree: Node): Outcome<ScalarNode> {
  const entry = entryOf(tree, KEY);
  if (entry === undefined) return { diagnostics: [] };
  const { value } = entry;
  if (isEmpty(value)) {
    return { diagnostics: [error("missing-value", `“${KEY}”后面是空的，应当写上年预算文件的名称`, value.span, { hint: "没有上年的文件就删掉这一行" })] };
  }
  if (isToFill(value)) return { diagnostics: [toFill(KEY, value.span)] };
  if (value.kind === "scalar") return { value, diagnostics: [] };
  return { diagnostics: [error("wrong-shape", `“${KEY}”应当写一个文件名`, value.span, { hint: "例如 example-2023.yaml，和这个文件放在同一个文件夹" })] };
}

/** Where a link leads, from the folder of the file that it stands in. */
export function pathOfLink({ text, span }: ScalarNode): string {
  const name = text.trim();
  return isAbsolute(name) ? resolve(name) : join(dirname(resolve(span.file.path)), name);
}

/** The budget file that a link names. Mistakes of its format are told as its own. */
export function openLink(link: ScalarNode): Outcome<LinkedFile> {
  const name = link.text.trim();
  const path = pathOfLink(link);
  if (!existsSync(path)) return refuse(link, `没有文件“${name}”`, nearFile(path, link));
  const { value: file, diagnostics } = loadText(shownPath(link, path));
  if (file === undefined) return unreadable(link, diagnostics);
  if (!isBudgetFile(file)) return refuse(link, `“${name}”不是预算文件`, "写上年预算文件的名称，里面要有“标准”和“年度”");
  const { value: tree, diagnostics: syntax } = parseYaml(file, { flow: false });
  if (tree === undefined || hasErrors(syntax)) return unreadable(link, syntax);
  const head = new Findings();
  const year = readHead(tree, head).year?.value;
  // A year that is written and cannot be read is a mistake of that file.
  if (year === undefined && entryOf(tree, YEAR) !== undefined) return unreadable(link, head.diagnostics);
  return { value: { link, file, tree, year }, diagnostics };
}

/** As the user would name it: beside the path of the file that links to it. */
function shownPath({ text, span }: ScalarNode, path: string): string {
  return isAbsolute(text.trim()) ? path : join(dirname(span.file.path), text.trim());
}

/** Mistakes of last year's file, each at its place, and one finding at the link that leads to them. */
export function unreadable(link: ScalarNode, found: readonly Diagnostic[]): Outcome<never> {
  const mistakes = found.filter(({ severity, span }) => severity === "error" && span !== undefined && mayBeShown(span.file));
  const count = mistakes.length > 0 ? `有 ${mistakes.length} 处错误` : "读不了";
  const hint = mistakes.length > 0 ? `先改好 ${mistakes[0]?.span?.file.path ?? ""} 里的错误` : "检查文件名有没有写错";
  return { diagnostics: [...mistakes, ...refuse(link, `上年文件“${link.text.trim()}”${count}，没有上年数可以比较`, hint).diagnostics] };
}

function refuse(link: ScalarNode, message: string, hint: string): Outcome<never> {
  return { diagnostics: [error("last-year-file-unread", message, link.span, { hint })] };
}

/** Whether a file has keys of a budget: lines of any other file are nobody's business and are not shown. */
function isBudgetFile({ text }: SourceFile): boolean {
  return /^\s*["']?(?:标准|年度)["']?\s*[:：]/m.test(text);
}

/** A file that is no budget may be named, its lines may not. */
function mayBeShown(file: SourceFile): boolean {
  return file.text === "" || isBudgetFile(file);
}

/** A file beside the budget, or in a folder below, that is nearly called so; other folders are not looked through. */
function nearFile(path: string, { span }: ScalarNode): string {
  const where = "文件名从这个预算文件所在的文件夹算起";
  if (!path.startsWith(dirname(resolve(span.file.path)) + sep)) return where;
  try {
    const names = readdirSync(dirname(path)).filter((name) => name.endsWith(".yaml"));
    return didYouMean(path.split(/[\\/]/).at(-1) ?? "", names) ?? where;
  } catch {
    return where;
  }
}
