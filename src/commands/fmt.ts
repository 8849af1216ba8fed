import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { FORMAT_KINDS, type FormatCounts, type FormatKind, type Formatted, formatBudget } from "../author/format.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import type { SourceFile } from "../base/span.ts";
import { readHead } from "../check/budget/head.ts";
import { Findings } from "../check/reader.ts";
import { type Resources, readyResources } from "../compile.ts";
import { loadClassification } from "../load/classification.ts";
import { loadText } from "../load/text.ts";
import { parseYaml } from "../load/yaml/parse.ts";
import { worse } from "./checked.ts";
import { checkedStandard } from "./checked-standard.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { rewrite } from "./rewrite.ts";
import { inOneSpelling } from "./spelling.ts";
import { show, summary } from "./summary.ts";

export interface FmtOptions {
  readonly files: readonly string[];
  readonly given: readonly string[];
  /** Whether files are only looked at. */
  readonly check: boolean;
}

/** fmt FILE…: puts the spelling of each file in order; a file that is in order is not written anew. */
export async function runFmt({ files, given, check }: FmtOptions, terminal: Terminal): Promise<ExitCode> {
  const resources = { ...readyResources(), given };
  let exit: ExitCode = EXIT.fine;
  for (const path of files) exit = worse(exit, await formatFile(path, check, resources, terminal));
  return exit;
}

async function formatFile(path: string, check: boolean, resources: Resources, terminal: Terminal): Promise<ExitCode> {
  const { value: file, diagnostics: unread } = loadText(path);
  const { value, diagnostics } = file === undefined || hasErrors(unread) ? { value: undefined, diagnostics: unread } : format(file, resources);
  if (value === undefined) {
    const found = sortDiagnostics(diagnostics);
    await show(found, terminal);
    terminal.error(`${path}：${summary(found)}；没有整理，文件没有动`);
    return EXIT.document;
  }
  const before = readFileSync(path);
  const after = inOneSpelling(before, value.text);
  if (after.equals(before)) {
    terminal.out(`${path}：不用整理`);
    return EXIT.fine;
  }
  const remark = remarkOn(value.counts, before);
  if (check) terminal.out(`${path}：要整理（${remark}）`);
  return check ? EXIT.document : rewrite(path, after, `已整理 ${path}（${remark}）`, terminal);
}

function format(file: SourceFile, resources: Resources): Outcome<Formatted> {
  const { value: tree, diagnostics: syntax } = parseYaml(file, { flow: false });
  if (tree === undefined) return { diagnostics: syntax };
  const findings = new Findings();
  const { standard: named, year } = readHead(tree, findings);
  if (named === undefined) return { diagnostics: [...syntax, ...findings.diagnostics] };
  const { value: found, diagnostics } = checkedStandard(named.value, named.span, resources);
  if (found === undefined) return { diagnostics };
  const formatted = formatBudget(file, { standard: found.standard, classification: loadClassification(resources.classification, year?.value) });
  const head: readonly Diagnostic[] = formatted.value === undefined ? findings.diagnostics : [];
  return { ...formatted, diagnostics: [...head, ...formatted.diagnostics] };
}

const REMARKS: Readonly<Record<FormatKind, (count: number) => string>> = {
  names: (count) => `补科目名称 ${count} 处`,
  amounts: (count) => `加千分位 ${count} 处`,
  numbers: (count) => `去掉粘贴来的编号 ${count} 处`,
  lines: (count) => `接上断开的句子 ${count} 处`,
  blanks: (count) => `去掉行末空格 ${count} 处`,
};

/** What is done to a file; one whose words are in order can still have another encoding, or line ends of two kinds. */
function remarkOn(counts: FormatCounts, before: Buffer): string {
  const remarks = FORMAT_KINDS.flatMap((kind) => (counts[kind] > 0 ? [REMARKS[kind](counts[kind])] : []));
  if (!isUtf8(before)) remarks.push("换成 UTF-8 编码");
  return remarks.length === 0 ? "统一换行" : remarks.join("，");
}
