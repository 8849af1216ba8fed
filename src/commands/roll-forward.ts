import { readFileSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { nextFile } from "../author/roll-forward/file-name.ts";
import { type RolledForward, rollForward } from "../author/roll-forward/roll-forward.ts";
import type { Amounts } from "../author/roll-forward/values.ts";
import { type Diagnostic, error, hasErrors, sortDiagnostics } from "../base/diagnostic.ts";
import type { MapNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import { type SourceFile, type Span, span } from "../base/span.ts";
import { readHead, YEARS } from "../check/budget/head.ts";
import { Findings } from "../check/reader.ts";
import { classificationBeside, compileBudget, type Resources, readyResources } from "../compile.ts";
import { loadText } from "../load/text.ts";
import { parseYaml } from "../load/yaml/parse.ts";
import { worse } from "./checked.ts";
import { checkedStandard } from "./checked-standard.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { reasonOf, writeWhole } from "./output.ts";
import { Places } from "./roll-forward-place.ts";
import { reportOf } from "./roll-forward-report.ts";
import { editedInSpelling } from "./spelling.ts";
import { show, summary } from "./summary.ts";

export interface RollForwardOptions {
  readonly files: readonly string[];
  readonly given: readonly string[];
  readonly lists?: string;
  readonly force: boolean;
  readonly amounts: Amounts;
  /** Where the one file is written; beside each file where it is not said. */
  readonly out?: string;
}

/** roll-forward FILE…: writes next year's file of each budget file. */
export async function runRollForward(options: RollForwardOptions, terminal: Terminal): Promise<ExitCode> {
  const resources = { ...readyResources(), given: options.given, ...(options.lists !== undefined && { lists: options.lists }) };
  const places = new Places(options.force);
  let exit: ExitCode = EXIT.fine;
  for (const path of options.files) exit = worse(exit, await rollOne(path, options, resources, places, terminal));
  return exit;
}

async function rollOne(path: string, options: RollForwardOptions, resources: Resources, places: Places, terminal: Terminal): Promise<ExitCode> {
  const { value: source, diagnostics } = readSource(path);
  if (source === undefined) return refuse(path, diagnostics, terminal);
  const target = options.out ?? nextFile(path, source.year);
  const taken = places.faultOf(path, target, source.tree);
  if (taken !== undefined) {
    terminal.error(taken);
    return EXIT.usage;
  }
  const { value: rolled, diagnostics: found } = rolledForward(path, source, target, options.amounts, resources);
  if (rolled === undefined) return refuse(path, [...diagnostics, ...found], terminal);
  return write(
    { path, target, bytes: editedInSpelling(readFileSync(path), source.file.text, rolled.edits), rolled, encoding: diagnostics },
    places,
    resources,
    terminal,
  );
}

async function refuse(path: string, diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  const found = sortDiagnostics(diagnostics);
  await show(found, terminal);
  terminal.error(`${path}：${summary(found)}；没有结转，没有写文件`);
  return EXIT.document;
}

/** A budget file as far as it must be read to be carried into the next year. */
interface Source {
  readonly file: SourceFile;
  readonly tree: MapNode;
  readonly standard: { readonly value: string; readonly span: Span };
  readonly year: number;
}

function readSource(path: string): Outcome<Source> {
  const { value: file, diagnostics: loaded } = loadText(path);
  if (file === undefined || hasErrors(loaded)) return { diagnostics: loaded };
  const { value: tree, diagnostics: syntax } = parseYaml(file, { flow: false });
  if (tree === undefined || hasErrors(syntax)) return { diagnostics: [...loaded, ...syntax] };
  const findings = new Findings();
  const { standard, year } = readHead(tree, findings);
  if (tree.kind !== "map" || standard === undefined || year === undefined)
    return { diagnostics: [...loaded, ...findings.diagnostics, ...withoutYear(tree.span, findings)] };
  if (year.value >= YEARS.last)
    return { diagnostics: [...loaded, error("bad-year", `“年度”是 ${year.value}，它的下一年不能写成预算文件`, year.span, { hint: "检查年度有没有写错" })] };
  return { value: { file, tree, standard, year: year.value }, diagnostics: loaded };
}

/** The reader of the head does not ask for a year; here nothing can be done without one. */
function withoutYear(place: Span, { diagnostics }: Findings): Diagnostic[] {
  if (diagnostics.length > 0) return [];
  return [error("missing-key", "预算文件缺少“年度”", span(place.file, place.start), { hint: "补上一行“年度: …”" })];
}

function rolledForward(path: string, { tree, standard: named, year }: Source, target: string, amounts: Amounts, resources: Resources): Outcome<RolledForward> {
  const { value: found, diagnostics } = checkedStandard(named.value, named.span, resources);
  const [now, next] = [year, year + 1].map((each) => classificationBeside(path, each, resources));
  const all = [...diagnostics, ...(now?.diagnostics ?? []), ...(next?.diagnostics ?? [])];
  if (found === undefined || now?.value === undefined || next?.value === undefined) return { diagnostics: all };
  const classifications = { now: now.value, next: next.value };
  return rollForward({ tree, year, standard: found.standard, classifications, amounts, link: linkFrom(target, path) });
}

/** How one file names another: from its own folder, with the strokes of YAML files everywhere. */
function linkFrom(target: string, path: string): string {
  const link = relative(dirname(resolve(target)), resolve(path));
  return isAbsolute(link) ? link : link.split(sep).join("/");
}

interface Written {
  readonly path: string;
  readonly target: string;
  readonly bytes: Buffer;
  readonly rolled: RolledForward;
  /** What was said of the file's encoding. */
  readonly encoding: readonly Diagnostic[];
}

function write({ path, target, bytes, rolled, encoding }: Written, places: Places, resources: Resources, terminal: Terminal): ExitCode {
  try {
    writeWhole([{ path: places.take(target), bytes }]);
  } catch (failure) {
    terminal.error(`写不了文件 ${target}（${reasonOf(failure)}）`);
    return EXIT.environment;
  }
  const errors = compileBudget(path, resources).diagnostics.filter(({ severity }) => severity === "error").length;
  for (const line of reportOf(rolled, { path, target, errors, encoding })) terminal.out(line);
  return EXIT.fine;
}
