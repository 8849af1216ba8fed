import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "vitest";

/**
 * Holds a text against its golden file. A missing golden is written for review, but never in CI;
 * what differs is left beside it as NAME-changed, to be looked at and, when right, renamed.
 */
export function expectGolden(path: string, actual: string): void {
  const changed = path.replace(/(\.\w+)$/, "-changed$1");
  if (!existsSync(path)) {
    if (process.env.CI) throw new Error(`there is no golden ${path}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  const golden = readFileSync(path, "utf8");
  if (golden === actual) rmSync(changed, { force: true });
  else writeFileSync(changed, actual);
  expect(actual).toBe(golden);
}
