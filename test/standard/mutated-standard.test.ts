import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { ROOT } from "../support/compile.ts";

const ORIGINAL = join(ROOT, "templates", "qingyuan");
const EXAMPLE = join(ROOT, "budgets", "lianzhou.yaml");
const FILES = readdirSync(ORIGINAL, { recursive: true, encoding: "utf8" })
  .filter((path) => statSync(join(ORIGINAL, path)).isFile())
  .sort();

/** A slip of the hand in one line of one file. */
interface Slip {
  readonly file: string;
  readonly kind: "leave out" | "double" | "cut" | "put in" | "end here" | "indent";
  readonly line: number;
  readonly at: number;
  readonly piece: string;
}

const slips: fc.Arbitrary<Slip> = fc.record({
  file: fc.constantFrom(...FILES),
  kind: fc.constantFrom("leave out", "double", "cut", "put in", "end here", "indent"),
  line: fc.nat(60),
  at: fc.nat(40),
  piece: fc.constantFrom("[", "{", ":", '"', "'", "{{", "}}", "-", "#", "：", "\t", "201"),
});

function slipped(text: string, { kind, line, at, piece }: Slip): string {
  const lines = text.split("\n");
  const index = line % lines.length;
  const old = lines[index] ?? "";
  if (kind === "leave out") lines.splice(index, 1);
  else if (kind === "double") lines.splice(index, 0, old);
  else if (kind === "cut") lines[index] = old.slice(0, at);
  else if (kind === "put in") lines[index] = old.slice(0, at) + piece + old.slice(at);
  else if (kind === "end here") lines.splice(index);
  else lines[index] = `  ${old}`;
  return lines.join("\n");
}

const folder = mkdtempSync(join(tmpdir(), "budgetgen-mutated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a standard with a slip anywhere gives findings with file and line, never an exception", async () => {
  let refused = 0;
  const property = fc.asyncProperty(slips, async (slip) => {
    const { file } = slip;
    const copy = join(folder, "copy");
    rmSync(copy, { recursive: true, force: true });
    cpSync(ORIGINAL, copy, { recursive: true });
    writeFileSync(join(copy, file), slipped(readFileSync(join(copy, file), "utf8"), slip));
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line), colour: false, env: {} };
    const code = await main(["standards", "check", copy, "--example", EXAMPLE, "--format", "json"], terminal);
    const found = (JSON.parse(lines.join("\n")).standards as { diagnostics: { severity: string; file?: string }[] }[]).flatMap(
      ({ diagnostics }) => diagnostics,
    );
    expect(code).toBe(found.some(({ severity }) => severity === "error") ? EXIT.document : EXIT.fine);
    expect(found.filter((each) => each.file === undefined)).toEqual([]);
    refused += code === EXIT.fine ? 0 : 1;
  });
  await fc.assert(property, { numRuns: 60, seed: 20241122 });
  expect(refused).toBeGreaterThan(15);
});
