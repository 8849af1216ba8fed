import { isatty } from "node:tty";
import { main } from "./cli.ts";
import { EXIT } from "./commands/exit.ts";

/** The program: hands the process's world to the command line and ends with its exit code. */
const terminal = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  error: (line: string) => void process.stderr.write(`${line}\n`),
  colour: process.stderr.isTTY === true && !process.env.NO_COLOR,
  env: process.env,
  ...(isatty(0) && { person: () => ({ input: process.stdin, output: process.stderr }) }),
};

// A reader that has seen enough, such as head, is no fault of the program.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code === "EPIPE") return;
    if (stream === process.stdout) terminal.error(`写不出结果（${failure.code}）`);
    process.exit(EXIT.environment);
  });
}

main(process.argv.slice(2), terminal)
  .catch((failure: unknown) => {
    // A fault of the program and not of a file; the stack is for its developers.
    terminal.error(`budgetgen 内部出错：${process.env.BUDGETGEN_DEBUG && failure instanceof Error ? failure.stack : String(failure)}`);
    terminal.error("请把预算文件和这条信息发给维护者；设 BUDGETGEN_DEBUG=1 可以看到详情");
    return EXIT.environment;
  })
  .then((code) => {
    process.exitCode = code;
  });
