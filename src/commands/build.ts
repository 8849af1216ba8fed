import { basename, extname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { type Compiled, compileBudget, printability, type Resources, readyResources } from "../compile.ts";
import type { Browser } from "../print/browser.ts";
import { renderFragment, renderPage, renderPrint } from "../render/document.ts";
import type { BuildOptions } from "./build-options.ts";
import { exitOf, worse } from "./checked.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { ForeignFindings } from "./foreign-findings.ts";
import { type OutputFile, reasonOf, writeWhole } from "./output.ts";
import { show, summary, unfinishedWords } from "./summary.ts";

/** A file of a document, with what is said of it when it is written. */
interface Built extends OutputFile {
  readonly remark: string;
}

/** What became of a print: the file, or why there is none; and the characters that no face has. */
interface Printed {
  readonly pdf: Built | undefined;
  readonly faults: readonly Diagnostic[];
  readonly unprintable: readonly Diagnostic[];
}

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
  return write([...htmlEditions(file, value, options), ...(printed?.pdf ? [printed.pdf] : [])], terminal);
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

function write(files: readonly Built[], terminal: Terminal): ExitCode {
  try {
    writeWhole(files);
  } catch (failure) {
    terminal.error(`写不了文件（${reasonOf(failure)}）：${files.map(({ path }) => path).join("、")}；原来的文件没有动`);
    return EXIT.environment;
  }
  for (const { path, bytes, remark } of files) terminal.out(`已生成 ${path}（${Math.ceil(bytes.length / 1024)} KB${remark}）`);
  return EXIT.fine;
}

/** The print stage, loaded only where a PDF is wanted; its browser boots while documents are compiled. */
class Printer {
  private readonly browser: Browser;
  private readonly stage: typeof import("../print/print-pdf.ts");

  private constructor(browser: Browser, stage: typeof import("../print/print-pdf.ts")) {
    this.browser = browser;
    this.stage = stage;
  }

  static async start(options: BuildOptions, terminal: Terminal): Promise<Printer> {
    const { startBrowser } = await import("../print/browser.ts");
    const browser = startBrowser({ env: terminal.env, ...(options.browser !== undefined && { browser: options.browser }) });
    return new Printer(browser, await import("../print/print-pdf.ts"));
  }

  async print(path: string, compiled: Compiled): Promise<Printed> {
    const { document, standard } = compiled;
    let unprintable: readonly Diagnostic[] | undefined;
    const html = (pages: ReadonlyMap<string, number>): string => {
      const text = renderPrint(document, standard.styles, pages);
      // The browser is busy with the first print meanwhile.
      if (pages.size === 0) setImmediate(() => (unprintable = printability(compiled, text)));
      return text;
    };
    const { title, author, language } = document;
    const { value, diagnostics } = await this.stage.printPdf(this.browser, { html, title, author, language });
    return {
      pdf: value && { path, bytes: value.bytes, remark: `，${value.pageCount} 页` },
      faults: diagnostics,
      unprintable: unprintable ?? printability(compiled),
    };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
