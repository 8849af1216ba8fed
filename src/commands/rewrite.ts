import { realpathSync, statSync } from "node:fs";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { reasonOf, writeWhole } from "./output.ts";

/** Puts a file in place of the one that is there: where a link leads to it, with the rights that it had. */
export function rewrite(path: string, bytes: Buffer, done: string, terminal: Terminal): ExitCode {
  try {
    const place = realpathSync(path);
    writeWhole([{ path: place, bytes, mode: statSync(place).mode & 0o777 }]);
  } catch (failure) {
    terminal.error(`写不了文件 ${path}（${reasonOf(failure)}）；原来的文件没有动`);
    return EXIT.environment;
  }
  terminal.out(done);
  return EXIT.fine;
}
