import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readArguments } from "./commands/arguments.ts";
import { runBuild } from "./commands/build.ts";
import { runCheck } from "./commands/check.ts";
import { EXIT, type ExitCode, type Terminal } from "./commands/exit.ts";
import { HELP } from "./commands/help.ts";
import { packageRoot } from "./compile.ts";

/** The command line: from arguments to an exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const request = readArguments(argv);
  switch (request.command) {
    case "build":
      return await runBuild(request.options, terminal);
    case "check":
      return await runCheck(request.files, terminal, request.given);
    case "standards": {
      const { runStandards } = await import("./commands/standards.ts");
      return await runStandards(request.options, terminal);
    }
    case "doctor": {
      const { runDoctor } = await import("./commands/doctor.ts");
      return await runDoctor(request.browser, terminal);
    }
    case "help":
      terminal.out(HELP);
      return EXIT.fine;
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
