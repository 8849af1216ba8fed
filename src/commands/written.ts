import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { type OutputFile, reasonOf, writeWhole } from "./output.ts";

/** A file of a document, with what is said of it when it is written. */
export interface Built extends OutputFile {
  readonly remark: string;
}

/** Puts files in their places, all or none, and says which. */
export function writeFiles(files: readonly Built[], terminal: Terminal): ExitCode {
  try {
    writeWhole(files);
  } catch (failure) {
    terminal.error(`写不了文件（${reasonOf(failure)}）：${files.map(({ path }) => path).join("、")}；原来的文件没有动`);
    return EXIT.environment;
  }
  for (const { path, bytes, remark } of files) terminal.out(`已生成 ${path}（${Math.ceil(bytes.length / 1024)} KB${remark}）`);
  return EXIT.fine;
}
