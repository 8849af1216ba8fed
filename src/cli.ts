import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./commands/arguments.ts";
import { EXIT, type ExitCode, type Terminal } from "./commands/exit.ts";
import { packageRoot } from "./compile.ts";

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

function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return manifest.version;
}
