import { readFileSync } from "node:fs";
import stringWidth from "string-width";
import { lastYearOf, reasonEdits } from "../author/reason-drafts.ts";
import { isReference, type PlannedReason, planReasons } from "../author/reason-plan.ts";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { type Exact, formatNumber } from "../base/money.ts";
import { entryOf, type Node } from "../base/node.ts";
import { TO_CONFIRM } from "../check/to-confirm.ts";
import { compileBudget, type Resources, readyResources } from "../compile.ts";
import { loadText } from "../load/text.ts";
import { parseYaml } from "../load/yaml/parse.ts";
import { type DisplayedPart, signedDifference } from "../model/decomposition.ts";
import { exitOf, listed, worse } from "./checked.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { printable } from "./place.ts";
import { rewrite } from "./rewrite.ts";
import { editedInSpelling } from "./spelling.ts";
import { show, summary } from "./summary.ts";

export interface ReasonsOptions {
  readonly files: readonly string[];
  readonly given: readonly string[];
  readonly lists?: string;
  /** Whether drafts are only shown. */
  readonly dry: boolean;
}

/** reasons FILE…: takes each change apart whose reason the document prints, and writes drafts where nobody has written words. */
export async function runReasons({ files, given, lists, dry }: ReasonsOptions, terminal: Terminal): Promise<ExitCode> {
  const resources = { ...readyResources(), given, ...(lists !== undefined && { lists }) };
  let exit: ExitCode = EXIT.fine;
  for (const path of files) exit = worse(exit, await draftFile(path, dry, resources, terminal));
  return exit;
}

async function draftFile(path: string, dry: boolean, resources: Resources, terminal: Terminal): Promise<ExitCode> {
  const { diagnostics, reasons } = compileBudget(path, resources);
  const { value: file } = loadText(path);
  const { value: tree, diagnostics: syntax = [] } = file ? parseYaml(file, { flow: false }) : {};
  if (reasons === undefined || file === undefined || tree === undefined || hasErrors(syntax)) {
    return showHindrances(path, hindrancesIn(diagnostics, tree), terminal);
  }
  const planned = planReasons(reasons, tree);
  for (const each of planned) for (const line of linesOf(each, reasons.linked)) terminal.out(line);
  const count = planned.filter(({ words }) => words !== undefined).length;
  if (count === 0) {
    terminal.out(planned.length === 0 ? `${path}：没有要写原因的增减` : `${path}：没有要起草的原因，文件没有动`);
    return EXIT.fine;
  }
  if (dry) {
    terminal.out(`${path}：可以起草 ${count} 处原因；去掉 --dry-run 就写进文件`);
    return EXIT.fine;
  }
  const edits = reasonEdits(file.text, tree, planned);
  if (edits === undefined) {
    terminal.error(`${path}：“原因:”这一段写不进去，文件没有动；照上面的草稿自己写，一行一个“名称: 原因”`);
    return EXIT.document;
  }
  const before = readFileSync(path);
  const after = editedInSpelling(before, file.text, edits);
  if (after.equals(before)) {
    terminal.out(`${path}：草稿和文件里的一样，文件没有动`);
    return EXIT.fine;
  }
  return rewrite(path, after, `已写进 ${path}：${count} 处原因的草稿。请改成真正的原因，再去掉“待确认：”，没有改的不能公开`, terminal);
}

/** The errors that keep reasons from being drafted: that they are still to be filled in keeps nobody. */
function hindrancesIn(diagnostics: readonly Diagnostic[], tree: Node | undefined): Diagnostic[] {
  const section = tree && entryOf(tree, "原因")?.value.span;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const others = errors.filter(
    ({ code, span }) => !(code === "to-fill" && section && span?.file.path === section.file.path && span.start >= section.start && span.start < section.end),
  );
  return others.length === 0 ? errors : others;
}

/** Of many the first few are shown: check shows them all. */
async function showHindrances(path: string, errors: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  const shown = listed(errors, MOST_SHOWN);
  await show(shown, terminal);
  if (shown.length < errors.length) terminal.error(`另有 ${errors.length - shown.length} 处没有列出，用 budgetgen check 看`);
  terminal.error(`${path}：${summary(errors)}；改好以后才起草得了原因，文件没有动`);
  return exitOf(path, errors);
}

const MOST_SHOWN = 20;

/** One change: both years, what it is made of, last year's words, the officer's, and the draft. */
function linesOf(planned: PlannedReason, linked: boolean): string[] {
  const { title, change, format } = planned.asked;
  const number = (value: Exact): string => formatNumber(value, format.amount);
  const head = `${title}：上年 ${number(change.base)}${change.unit}，本年 ${number(change.current)}${change.unit}，${wordsOf(signedDifference(change), number, change.unit)}`;
  return [head, ...tableOf(planned, number), ...saidOf(planned, linked), ""].map(printable);
}

/** What a change is made of; what refers to another has its table there. */
function tableOf({ asked, draft, words }: PlannedReason, number: (value: Exact) => string): string[] {
  if (draft.named.length === 0 || (words !== undefined && !words.startsWith(TO_CONFIRM))) return [];
  const signed = (value: Exact): string => (value.isNegative() ? `-${number(value.abs())}` : `+${number(value)}`);
  const rows = draft.named.map((part): string[] => [
    nameOf(part),
    number(part.change.base),
    number(part.change.current),
    signed(signedDifference(part.change)),
  ]);
  const rest = draft.rest.isZero() ? [] : [["其他", "", "", signed(draft.rest)]];
  const scope = draft.adjustment.isZero() ? [] : [["上年数按同口径调整", "", "", signed(draft.adjustment.negated())]];
  const unknown = rest.length > 0 && asked.decomposition().basis === "parts" ? ["    （“其他”由哪些科目、项目组成，要写“上年文件”才算得出）"] : [];
  return [...aligned([["", "上年", "本年", "增减"], ...rows, ...rest, ...scope]), ...unknown];
}

function saidOf(planned: PlannedReason, linked: boolean): string[] {
  const { asked, words, kept } = planned;
  const lastYear = lastYearOf(planned);
  return [
    ...(lastYear === "" ? [] : [`  上年写的：${lastYear}`]),
    ...(kept ? [`  文件里写的：${asked.own ?? writtenIn(planned)}`] : []),
    ...(words === undefined ? [] : [`  草稿：${words}`]),
    ...(kept || words !== undefined ? [] : [linked ? NOT_OF_FACTS : WITHOUT_FILE]),
  ];
}

const WITHOUT_FILE = "  没有上年的明细，起草不了：写“上年文件”，或者在“上年数”里写出它的各部分；也可以直接写原因";
const NOT_OF_FACTS = "  它不是由一笔笔支出加起来的，分不到科目、项目，起草不了；请直接写原因";

/** 同收入总计, where that waits for its words; else that something is left to fill in. */
function writtenIn({ entry }: PlannedReason): string {
  const value = entry?.value;
  return value?.kind === "scalar" && isReference(value) ? `${value.text.trim()}（它的原因还没有确认）` : "还没有填完";
}

function wordsOf(difference: Exact, number: (value: Exact) => string, unit: string): string {
  if (difference.isZero()) return "合计没有变";
  return `${difference.isNegative() ? "减少" : "增加"} ${number(difference.abs())}${unit}`;
}

/** A new project and one that is gone are said to be so. */
function nameOf({ contribution: { kind, name, current, base } }: DisplayedPart): string {
  if (kind !== "project") return name;
  return `项目“${name}”${base.isZero() ? "（新增）" : current.isZero() ? "（取消）" : ""}`;
}

/** Rows with their columns one below the other, the first at the left, full-width characters counted as two. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => stringWidth(row[column] ?? ""))));
  const blanks = (text: string, column: number): string => " ".repeat((widths[column] ?? 0) - stringWidth(text));
  return rows.map((row) => `    ${row.map((text, column) => (column === 0 ? text + blanks(text, column) : blanks(text, column) + text)).join("  ")}`);
}
