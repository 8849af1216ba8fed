import { readFileSync, realpathSync, statSync } from "node:fs";
import { EXIT, type ExitCode, type Terminal } from "./exit.ts";
import { reasonOf, writeWhole } from "./output.ts";

/** A text as the bytes of a file that there is: with its byte order mark and its line ends; one in another encoding becomes UTF-8. */
export function inSpellingOf(path: string, text: string): { readonly before: Buffer; readonly after: Buffer } {
  const before = readFileSync(path);
  const mark = before.subarray(0, 3).equals(Buffer.from("\ufeff")) ? "\ufeff" : "";
  const ends = /\r\0?\n/.test(before.toString("latin1")) ? "\r\n" : "\n";
  return { before, after: Buffer.from(mark + text.replaceAll("\n", ends)) };
}

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
