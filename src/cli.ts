import { readArguments } from "./commands/arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "./commands/exit.ts";
import { version } from "./commands/version.ts";

/** The command line: from arguments to an exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const request = readArguments(argv);
  switch (request.command) {
    case "run":
      return await request.run(terminal);
    case "help": {
      const { help } = await import("./commands/help.ts");
      terminal.out(help());
      return EXIT.fine;
    }
    case "version":
      terminal.out(version());
      return EXIT.fine;
    case "wrong":
      terminal.error(`${request.message}\n用 budgetgen --help 看用法`);
      return EXIT.usage;
  }
}
