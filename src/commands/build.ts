import { basename, extname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { type Compiled, compileBudget, type Resources, readyResources } from "../compile.ts";
import { renderFragment, renderPage } from "../render/document.ts";
import type { BuildOptions } from "./build-options.ts";
import { exitOf, worse } from "./checked.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { ForeignFindings } from "./foreign-findings.ts";
import { Printer } from "./printer.ts";
import { show, summary, unfinishedWords } from "./summary.ts";
import { type Built, writeFiles } from "./written.ts";

/** build FILE…: compiles each file and writes its editions. A file with errors writes nothing. */
export async function runBuild(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const printer = options.formats.includes("pdf") ? await Printer.start(options, terminal) : undefined;
  const resources = { ...readyResources(), given: options.given, ...(options.lists !== undefined && { lists: options.lists }) };
  const foreign = new ForeignFindings(options.files);
  let exit: ExitCode = EXIT.fine;
  try {
    for (const file of options.files) {
      exit = worse(exit, await buildFile(file, { resources, options, printer, terminal, foreign }));
    }
  } finally {
    await printer?.close();
  }
  return exit;
}

/** What all files of a run are built with. */
interface Run {
  readonly resources: Resources;
  readonly options: BuildOptions;
  readonly printer: Printer | undefined;
  readonly terminal: Terminal;
  readonly foreign: ForeignFindings;
}

async function buildFile(file: string, { resources, options, printer, terminal, foreign }: Run): Promise<ExitCode> {
  const { value, diagnostics, unfinished } = compileBudget(file, resources);
  const printed = value && (await printer?.print(pathOf(file, ".pdf", options), value));
  const found = [...foreign.toldWith(file, diagnostics), ...(printed?.unprintable ?? [])];
  await showUrgent(file, found, terminal);
  if (value === undefined || hasErrors(found)) {
    terminal.error(`${file}：${summary(found)}；没有生成文件${unfinishedWords(unfinished)}`);
    return exitOf(file, found);
  }
  if (printed !== undefined && printed.pdf === undefined) {
    await show(printed.faults, terminal);
    return EXIT.environment;
  }
  return writeFiles([...htmlEditions(file, value, options), ...(printed?.pdf ? [printed.pdf] : [])], terminal);
}

/** A build shows what must or should be mended; of notes it only says that there are some. */
async function showUrgent(file: string, found: readonly Diagnostic[], terminal: Terminal): Promise<void> {
  const urgent = found.filter(({ severity }) => severity !== "note");
  await show(urgent, terminal);
  const notes = found.length - urgent.length;
  if (notes > 0) terminal.error(`${file}：另有 ${notes} 处提示，用 budgetgen check 看`);
}

function pathOf(file: string, ending: string, { out }: BuildOptions): string {
  return join(out, basename(file, extname(file)) + ending);
}

function htmlEditions(file: string, { document, standard }: Compiled, options: BuildOptions): Built[] {
  const editions: Built[] = [];
  const add = (ending: string, text: string, remark: string): void =>
    void editions.push({ path: pathOf(file, ending, options), bytes: Buffer.from(text), remark });
  if (options.formats.includes("html")) add(".html", renderPage(document, standard.styles), "");
  if (options.fragment) add(".fragment.html", renderFragment(document), "，可粘贴到网站编辑器");
  return editions;
}
