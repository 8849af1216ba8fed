import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { reasonOf, writeWhole } from "./output.ts";

/** The right to write of owner, group or others. */
const ANY_WRITE = 0o222;

/** Puts a file in place of the one that is there: where a link leads to it, with the rights that it had. */
export function rewrite(path: string, bytes: Buffer, done: string, terminal: Terminal): ExitCode {
  try {
    const place = realpathSync(path);
    const mode = statSync(place).mode & 0o777;
    // A file that is read-only is not to be changed, though another could be put in its place.
    if ((mode & ANY_WRITE) === 0) {
      terminal.error(`没有动 ${path}：它是只读的；要写就先去掉“只读”`);
      return EXIT.environment;
    }
    accessSync(place, constants.W_OK);
    writeWhole([{ path: place, bytes, mode }]);
  } catch (failure) {
    terminal.error(`写不了文件 ${path}（${reasonOf(failure)}）；原来的文件没有动`);
    return EXIT.environment;
  }
  terminal.out(done);
  return EXIT.fine;
}
