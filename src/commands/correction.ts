import { basename, extname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Compiled } from "../compile.ts";
import { correctionNote, isPrintedOtherwise, markedDocument } from "../correct/correct.ts";
import type { CorrectionNote } from "../model/correction.ts";
import type { Difference, Unlike } from "../model/difference.ts";
import { plainTitle, renderCorrectionPage, renderCorrectionPrint } from "../render/correction.ts";
import { renderPage } from "../render/document.ts";
import type { CorrectionOptions } from "./correction-options.ts";
import type { DiffOptions } from "./diff-options.ts";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { type Printed, Printer } from "./printer.ts";
import { show, summary } from "./summary.ts";
import { type Built, writeFiles } from "./written.ts";

/** diff --correction: the corrected document, marked as such, and the 更正说明. Where nothing prints otherwise nothing is written. */
export async function writeCorrection(
  difference: Difference,
  after: Compiled,
  { before: published, after: path, out }: DiffOptions,
  correction: CorrectionOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const refusal = refusalOf(difference);
  if (refusal !== undefined) {
    terminal.error(refusal);
    return EXIT.document;
  }
  if (!isPrintedOtherwise(difference)) {
    terminal.out(`${published} 和 ${path} 印出来的内容没有差别，没有要更正的；没有生成文件`);
    return EXIT.fine;
  }
  const marked = { ...after, document: markedDocument(after) };
  const note = correctionNote(difference, after, correction);
  const at = (ending: string): string => join(out, basename(path, extname(path)) + ending);
  const printed = correction.formats.includes("pdf") ? await print(marked, note, at, correction, terminal) : [];
  const unprintable = printed.flatMap((each) => each.unprintable);
  if (hasErrors(unprintable)) return refuseCharacters(path, unprintable, terminal);
  const faults = printed.flatMap((each) => each.faults);
  if (printed.some(({ pdf }) => pdf === undefined)) {
    await show(faults, terminal);
    return EXIT.environment;
  }
  const pages = correction.formats.includes("html") ? htmlEditions(marked, note, at) : [];
  return writeFiles([...pages, ...printed.flatMap(({ pdf }) => pdf ?? [])], terminal);
}

const MUST_AGREE: readonly (readonly [Unlike, string])[] = [
  ["unit", "单位"],
  ["year", "年度"],
  ["kind", "文种"],
];

/** A correction is of one document: of the same unit, year and kind. */
function refusalOf({ unlike, before, after }: Difference): string | undefined {
  const differing = MUST_AGREE.flatMap(([each, name]) => (unlike.includes(each) ? [`${name}是“${before[each]}”和“${after[each]}”`] : []));
  if (differing.length === 0) return undefined;
  return `更正前后要是同一个单位、同一年度、同一文种的预算，这两份的${differing.join("，")}；没有生成文件。检查两个文件有没有写错；只是要比较的，去掉 --correction`;
}

async function refuseCharacters(path: string, unprintable: readonly Diagnostic[], terminal: Terminal): Promise<ExitCode> {
  await show(unprintable, terminal);
  terminal.error(`${path}：${summary(unprintable)}；没有生成文件`);
  return EXIT.document;
}

type At = (ending: string) => string;

function htmlEditions(marked: Compiled, note: CorrectionNote, at: At): Built[] {
  const { document, standard } = marked;
  return [
    { path: at(".html"), bytes: Buffer.from(renderPage(document, standard.styles)), remark: "，更正后的文档" },
    { path: at(".correction.html"), bytes: Buffer.from(renderCorrectionPage(note, standard.styles)), remark: "，更正说明" },
  ];
}

async function print(marked: Compiled, note: CorrectionNote, at: At, { browser }: CorrectionOptions, terminal: Terminal): Promise<Printed[]> {
  const printer = await Printer.start(browser === undefined ? {} : { browser }, terminal);
  try {
    const document = await printer.print(at(".pdf"), marked);
    return [
      document,
      await printer.printPages(at(".correction.pdf"), marked, { ...note, title: plainTitle(note) }, () => renderCorrectionPrint(note, marked.standard.styles)),
    ];
  } finally {
    await printer.close();
  }
}
