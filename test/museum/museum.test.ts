import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCheck } from "../../src/commands/check.ts";
import { EXIT } from "../../src/commands/exit.ts";
import { DEEP, GENERATED } from "./generated.ts";

/** The smallest file for each mistake, NAME.yaml, with what `check` prints of it, NAME.txt. */
const FOLDER = import.meta.dirname;

/** Standards for what no installed one prints yet, such as columns of last year. */
const STANDARDS = join(FOLDER, "standards");
const OWN_STANDARDS = /^标准: 上年对比$/m;

/** What files that cannot carry a comment must give: the first line of the others says it themselves. */
const WITHOUT_COMMENT: Readonly<Record<string, readonly string[]>> = { "empty-file": ["empty-file 1:1"], "not-text": ["encoding 1:1"] };

interface Checked {
  /** All that is printed, paths without their folder. */
  readonly printed: string;
  /** Code and place of each finding, in the order printed. */
  readonly findings: readonly string[];
  readonly exit: number;
}

/** Lines of thousands of characters keep their beginning, so that a golden can be read. */
function shortened(text: string): string {
  return text.replace(/^(.{240}).{200,}$/gmu, "$1…");
}

const checks = new Map<string, Promise<Checked>>();

/** What `check` says of a file; each is checked once. */
function check(folder: string, file: string): Promise<Checked> {
  const path = join(folder, file);
  const known = checks.get(path) ?? checkNow(folder, file);
  checks.set(path, known);
  return known;
}

async function checkNow(folder: string, file: string): Promise<Checked> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(shortened(line.replaceAll(`${folder}/`, "")));
  const path = join(folder, file);
  const given = existsSync(path) && OWN_STANDARDS.test(readFileSync(path, "utf8")) ? [STANDARDS] : [];
  const exit = await runCheck([path], { out: print, error: print, colour: false, env: {} }, given);
  const findings = lines.flatMap((line) => {
    const [, place, code] = /^(?:[^\n:]+:(\d+:\d+): )?(?:错误|警告|提示)\[([a-z-]+)\] /.exec(line) ?? [];
    return code === undefined ? [] : [place === undefined ? code : `${code} ${place}`];
  });
  return { printed: `${lines.join("\n")}\n`, findings, exit };
}

/** `# expect: CODE LINE:COLUMN` at the beginning of lines of a file, whatever its encoding. */
function expected(name: string, bytes: Buffer): readonly string[] {
  const ascii = bytes.toString("latin1").replaceAll("\0", "");
  const written = [...ascii.matchAll(/# expect: ([a-z-]+(?: \d+:\d+)?|nothing)[\r\n]/g)].map(([, what = ""]) => what);
  return WITHOUT_COMMENT[name] ?? written.filter((what) => what !== "nothing");
}

/** Held against NAME.txt; a missing one is written, but in CI that is a failure. */
function expectGolden(name: string, printed: string): void {
  const golden = join(FOLDER, `${name}.txt`);
  const changed = join(FOLDER, `${name}-changed.txt`);
  rmSync(changed, { force: true });
  if (!existsSync(golden)) {
    expect(process.env.CI, `${name}.txt is missing`).toBeFalsy();
    writeFileSync(golden, printed);
  }
  const wanted = readFileSync(golden, "utf8");
  if (printed !== wanted) writeFileSync(changed, printed);
  expect(printed).toBe(wanted);
}

async function expectCase(name: string, folder: string, file: string, wanted: readonly string[]): Promise<void> {
  const { printed, findings, exit } = await check(folder, file);
  expect(findings, printed).toEqual(wanted);
  expect(exit).toBe(/错误\[/.test(printed) ? EXIT.document : EXIT.fine);
  expectGolden(name, printed);
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""));

describe("a file of the museum gives exactly the findings that it says, and prints them as its golden", () => {
  test.each(names)("%s", async (name) => {
    const bytes = readFileSync(join(FOLDER, `${name}.yaml`));
    const wanted = expected(name, bytes);
    expect(name in WITHOUT_COMMENT || bytes.toString("latin1").replaceAll("\0", "").includes("# expect: ")).toBe(true);
    await expectCase(name, FOLDER, `${name}.yaml`, wanted);
  });
});

describe("files too large to be kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-museum-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(GENERATED))("%s", async (name, { text, findings }) => {
    const file = `${name}.yaml`;
    if (text !== undefined) writeFileSync(join(folder, file), text());
    await expectCase(name, folder, file, findings);
  });
});

/** What `check` finds in a file of some text. */
async function findingsIn(text: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-museum-"));
  try {
    writeFileSync(join(folder, "deep.yaml"), text);
    return (await check(folder, "deep.yaml")).findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("nesting", () => {
  test.each(Object.entries(DEEP))("%s is one finding and no exception", async (_, text) => {
    const findings = await findingsIn(text());
    expect(findings).toHaveLength(1);
    expect(["too-deep", "key-not-text"]).toContain(findings[0]?.split(" ")[0]);
  });
});

/** What a terminal would obey rather than show. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

test.each(names)("what is printed of %s cannot steer a terminal", async (name) => {
  const { printed } = await check(FOLDER, `${name}.yaml`);
  expect(printed.split("\n").filter((line) => CONTROLS.test(line))).toEqual([]);
});

test("every golden belongs to a file", () => {
  const known = new Set([...names, ...Object.keys(GENERATED)]);
  const goldens = readdirSync(FOLDER).filter((file) => file.endsWith(".txt") && !file.endsWith("-changed.txt"));
  expect(goldens.filter((file) => !known.has(file.replace(/\.txt$/, "")))).toEqual([]);
});
