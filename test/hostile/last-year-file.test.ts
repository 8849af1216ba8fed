import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { showDiagnostic } from "../../src/commands/report.ts";
import { compileBudget } from "../../src/compile.ts";
import { ROOT } from "../support/compile.ts";
import { QUICK_RESOURCES } from "../support/quick.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-paths-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = "一二三四五机密";
const FINE = readFileSync(join(ROOT, "test", "museum", "nothing-wrong.yaml"), "utf8");
mkdirSync(join(folder, "own"));
writeFileSync(join(folder, "secret.yaml"), `password: ${SECRET}\n  oops: ${SECRET}\n\t- ${SECRET}\n`);
writeFileSync(join(folder, "secret.txt"), Buffer.concat([Buffer.from(`口令：${SECRET}\n`.repeat(20)), Buffer.from([0xff])]));
execFileSync("mkfifo", [join(folder, "pipe.yaml")]);

/** All that is said of a file that names such a file as last year's. */
function said(name: string): string {
  const path = join(folder, "own", "x.yaml");
  writeFileSync(path, FINE.replace("上年数:", `上年文件: ${name}\n上年数:`));
  return compileBudget(path, QUICK_RESOURCES)
    .diagnostics.map((diagnostic) => showDiagnostic(diagnostic, false))
    .join("\n");
}

test.each([
  ["another file", "../secret.yaml"],
  ["another file by its whole path", join(folder, "secret.yaml")],
  ["a text with a broken byte", "../secret.txt"],
  ["the system's file of users", "../../../../../../../../etc/passwd"],
  ["a device", "/dev/zero"],
  ["a pipe", "../pipe.yaml"],
  ["a folder", ".."],
  ["an address of the network", "https://example.com/a.yaml"],
  ["an address of a file", "file:///etc/passwd"],
  ["a file of the system without an end", "/proc/self/mem"],
])("%s as last year's file is refused, and no line of it is shown", (_, name) => {
  const text = said(name);
  expect(text).toMatch(/错误\[last-year-file-unread\]/);
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(/root:|:\/bin\//);
});

test("names of files are told of the budget's own folder only", () => {
  expect(said("../secrets.yaml")).not.toContain("secret.yaml");
});
