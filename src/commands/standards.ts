import { readyResources } from "../compile.ts";
import type { ExitCode, Terminal } from "./exit.ts";
import { checkStandards } from "./standards/check.ts";
import { listAll } from "./standards/list.ts";
import { showOrigins } from "./standards/show.ts";
import type { StandardsAction, StandardsOptions } from "./standards-arguments.ts";

const ACTIONS: Readonly<Record<StandardsAction, typeof listAll>> = { list: listAll, show: showOrigins, check: checkStandards };

/** standards, standards show, standards check. */
export async function runStandards(options: StandardsOptions, terminal: Terminal): Promise<ExitCode> {
  return await ACTIONS[options.action](options, readyResources(), terminal);
}
