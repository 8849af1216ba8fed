import type { Terminal } from "../exit.ts";

export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(JSON.stringify(value, null, 2));
}
