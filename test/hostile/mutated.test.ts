import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "../support/compile.ts";
import { putLastYear } from "../support/lianzhou.ts";
import { bomb, mutatedFile, seedFiles } from "../support/mutations.ts";
import { QUICK_RESOURCES } from "../support/quick.ts";
import { tried } from "../support/trial.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-hostile-"));
// 连州's file names it, as many of the mutated ones do.
putLastYear(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultOf(bytes: Buffer): string | undefined {
  const path = join(folder, "mutated.yaml");
  writeFileSync(path, bytes);
  return tried(path, QUICK_RESOURCES, bytes.toString("utf8")).fault;
}

/** The long form is `npm run fuzz`: ten thousand of them, with time and memory measured. */
test("mutated files give a document or errors that can be shown, and HTML in which nothing runs", () => {
  const files = seedFiles(ROOT);
  const faults: string[] = [];
  for (let seed = 0; seed < 80; seed += 1) {
    const fault = faultOf(mutatedFile(seed, files).bytes);
    if (fault !== undefined) faults.push(`seed ${seed}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test.each([10, 40, 2_000])("an alias bomb of %i levels is refused like any anchor", (levels) => {
  expect(faultOf(Buffer.from(bomb(levels)))).toBeUndefined();
});
