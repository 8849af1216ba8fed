import { didYouMean } from "../base/suggest.ts";
import { build } from "./declare/build.ts";
import { check } from "./declare/check.ts";
import { classification } from "./declare/classification.ts";
import { diff } from "./declare/diff.ts";
import { doctor } from "./declare/doctor.ts";
import { explain } from "./declare/explain.ts";
import { fmt } from "./declare/fmt.ts";
import { newFile } from "./declare/new.ts";
import { reasons } from "./declare/reasons.ts";
import { rollForward } from "./declare/roll-forward.ts";
import { schema } from "./declare/schema.ts";
import { standards } from "./declare/standards.ts";
import type { Command, Fault } from "./options.ts";

/** The commands, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [newFile, check, explain, fmt, rollForward, reasons, build, diff, standards, classification, schema, doctor];

/** The command of a name, or what to say where there is none. */
export function commandNamed(name: string): Command | Fault {
  const command = COMMANDS.find((each) => each.name === name);
  if (command !== undefined) return command;
  const hint = didYouMean(
    name,
    COMMANDS.map((each) => each.name),
  );
  return { fault: `没有“${name}”这个命令${hint === undefined ? "" : `；${hint}`}` };
}
