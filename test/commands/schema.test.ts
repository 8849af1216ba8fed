import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT, type Terminal } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-schema-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ readonly exit: number; readonly out: string; readonly errors: string }> {
  const [out, errors]: [string[], string[]] = [[], []];
  const terminal: Terminal = { out: (line) => void out.push(line), error: (line) => void errors.push(line), colour: false, env: {} };
  return { exit: await main(["schema", ...argv], terminal), out: out.join("\n"), errors: errors.join("\n") };
}

describe("schema", () => {
  it("prints the schema, or writes it as it is committed", async () => {
    const committed = readFileSync(join(ROOT, "schema", "budget.schema.json"), "utf8");
    const printed = await run();
    expect([printed.exit, printed.errors, `${printed.out}\n` === committed]).toEqual([EXIT.fine, "", true]);
    const path = join(folder, "new", "own.json");
    expect(await run("-o", path)).toEqual({ exit: EXIT.fine, out: path, errors: "" });
    expect(readFileSync(path, "utf8") === committed).toBe(true);
  });

  it("takes no words, no empty name of a file, no folder without a standard", async () => {
    expect(await run("budgets/lianzhou.yaml")).toMatchObject({ exit: EXIT.usage, errors: expect.stringContaining("-o 文件") });
    expect(await run("-o", " ")).toMatchObject({ exit: EXIT.usage });
    expect(await run("--standard", folder)).toMatchObject({ exit: EXIT.usage, errors: expect.stringContaining("没有标准") });
  });

  it("names a standard that is wrong, and gives nothing", async () => {
    const city = mkdtempSync(join(folder, "city-"));
    writeFileSync(join(city, "pack.yaml"), "name: 某市\nextends: nowhere\n");
    const wrong = await run("--standard", city);
    expect(wrong).toMatchObject({ exit: EXIT.document, out: "" });
    expect(wrong.errors).toContain("unknown-extends");
  });

  it("says where it cannot write", async () => {
    writeFileSync(join(folder, "file"), "");
    const failed = await run("-o", join(folder, "file", "own.json"));
    expect(failed.exit).toBe(EXIT.environment);
    expect(failed.errors).toContain("写不了");
  });
});
