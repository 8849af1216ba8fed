import { basename, extname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { compareBudgets } from "../compare/compare.ts";
import { type Compiled, compileBudget, type Resources, readyResources } from "../compile.ts";
import { termsOf } from "../last-year/carried.ts";
import { type CategoriesOf, type Difference, isSame } from "../model/difference.ts";
import type { StandardStyles } from "../model/standard.ts";
import { renderDifference } from "../render/difference.ts";
import { exitOf, worse } from "./checked.ts";
import { comparisonJson, failureJson } from "./diff/json.ts";
import { differenceText } from "./diff/text.ts";
import type { DiffOptions } from "./diff-options.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { jsonText } from "./json-text.ts";
import { show, summary } from "./summary.ts";
import { writeFiles } from "./written.ts";

/** The two files of a comparison as they were compiled, or how they failed. */
interface BothCompiled {
  readonly before?: Compiled;
  readonly after?: Compiled;
  readonly exit: ExitCode;
  readonly diagnostics: readonly { readonly path: string; readonly found: readonly Diagnostic[] }[];
}

/** diff A B: how one budget differs from another. A file with errors cannot be compared; warnings do not hinder. */
export async function runDiff(options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const { before, after, exit, diagnostics } = compileBoth(options);
  const { format } = options;
  if (before === undefined || after === undefined) {
    if (format === "json") terminal.out(jsonText(failureJson(options, diagnostics)));
    else await showFailures(diagnostics, options, terminal);
    return exit;
  }
  const difference = compareBudgets(before, after, categoriesBetween(before, after));
  if (options.correction !== undefined) {
    // What is published is looked at as build looks at it.
    await show(
      diagnostics.flatMap(({ path, found }) => (path === options.after ? found.filter(({ severity }) => severity === "warning") : [])),
      terminal,
    );
    return (await import("./correction.ts")).writeCorrection(difference, after, options, options.correction, terminal);
  }
  if (format === "html") return writePage(difference, after.standard.styles, options, terminal);
  terminal.out(format === "json" ? jsonText(comparisonJson(difference, options)) : differenceText(difference, options, terminal.colour));
  return EXIT.fine;
}

/** What became of the first's 科目 where the second is the year after: by its 科目对照, else by what is known of the two years' lists. */
function categoriesBetween({ budget: before }: Compiled, { budget: after, classification }: Compiled): CategoriesOf {
  if (after.year !== before.year + 1) return (fact) => fact;
  const { categories } = termsOf(before, after, classification);
  return (fact) => categories.translate(fact);
}

function writePage(difference: Difference, styles: StandardStyles, { before, after, out }: DiffOptions, terminal: Terminal): ExitCode {
  const text = renderDifference(difference, { before: basename(before), after: basename(after) }, styles);
  const path = join(out, `${nameOf(before)}-${nameOf(after)}.diff.html`);
  return writeFiles([{ path, bytes: Buffer.from(text), remark: isSame(difference) ? "，没有差别" : "" }], terminal);
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** Both files through the compiler, each with what is wrong with it. */
function compileBoth({ before: one, after: other, given, lists }: DiffOptions): BothCompiled {
  const resources: Resources = { ...readyResources(), given, ...(lists !== undefined && { lists }) };
  const [before, after] = [one, other].map((path) => compileBudget(path, resources));
  const diagnostics = [
    { path: one, found: before?.diagnostics ?? [] },
    { path: other, found: after?.diagnostics ?? [] },
  ];
  const exit = diagnostics.map(({ path, found }) => exitOf(path, found)).reduce(worse);
  return { ...(before?.value && { before: before.value }), ...(after?.value && { after: after.value }), exit, diagnostics };
}

/** Only what keeps a file from being compared is told. */
async function showFailures(diagnostics: BothCompiled["diagnostics"], { before }: Pick<DiffOptions, "before">, terminal: Terminal): Promise<void> {
  const failed = diagnostics.filter(({ found }) => hasErrors(found));
  for (const { path, found } of failed) {
    const errors = found.filter(({ severity }) => severity === "error");
    await show(errors, terminal);
    terminal.error(`${path}：${summary(errors)}；没有比较，先改好${path === before ? "前" : "后"}一份文件的错误`);
  }
}
