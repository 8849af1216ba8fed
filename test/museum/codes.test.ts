import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codesOfPages } from "../../src/commands/pages.ts";

const SRC = join(import.meta.dirname, "..", "..", "src");

/** Codes of a standard's folder or of the machine, that no budget file can bring about. */
const NOT_OF_A_BUDGET: Readonly<Record<string, string>> = {
  "standard-circle": "extends of a standard's pack.yaml",
  "unknown-extends": "extends of a standard's pack.yaml",
  "duplicate-standard": "two folders of standards",
  "no-standards": "a folder given as --standard",
  "standard-not-given": "a folder given as --standard",
  "stray-file": "a file in a standard's folder",
  "selects-nothing": "a table of a standard",
  "total-differs": "a table of a standard",
  "unused-name": "a definition of a standard",
  "unused-file": "a file in a standard's folder",
  "missing-file": "a standard without pack.yaml or document.yaml",
  "template-syntax": "a sentence of a standard",
  "amount-in-template": "a sentence of a standard",
  "unknown-name": "a sentence or document.yaml of a standard",
  "template-failed": "a sentence of a standard",
  "figure-circle": "figures.yaml of a standard",
  "template-circle": "a list of a standard whose item prints the list",
  "form-width": "a form of a standard",
  "duplicate-name": "a list of a standard",
  "format-unsafe": "a fault of fmt itself",
  "roll-forward-unsafe": "a fault of roll-forward itself",
  "repeated-table": "document.yaml of a standard",
  "repeated-title": "two tables of a standard",
  "repeated-label": "two tables of a standard",
  "category-list-broken": "a list of 科目 that a bureau imported",
  "category-list-code": "a spreadsheet given to classification import",
  "category-list-duplicate": "a spreadsheet given to classification import",
  "category-list-foreign": "a spreadsheet given to classification import",
  "category-list-name": "a spreadsheet given to classification import",
  "category-list-parent": "a spreadsheet given to classification import",
  "category-list-shape": "a spreadsheet given to classification import",
  "approval-list-lacks-unit": "a list given as --approvals",
  "approval-list-repeats": "a list given as --approvals",
  "approval-list-shape": "a list given as --approvals",
  "approval-list-unit": "a list given as --approvals",
  "adjustment-without-words": "phrases.yaml of a standard",
  "sheet-cell": "a spreadsheet given to a command",
  "sheet-hidden": "a spreadsheet given to a command",
  "sheet-unreadable": "a spreadsheet given to a command",
};

/** Rooms that read no budget file, but the command line and the machine. */
const ELSEWHERE = ["commands", "print"];

/** Texts of sources: of a budget's stages, or of all. */
function sources(wanted: (path: string) => boolean): string[] {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && wanted(file));
  return files.map((file) => readFileSync(join(SRC, file), "utf8"));
}

function isOfBudget(path: string): boolean {
  return !ELSEWHERE.includes(path.split("/")[0] ?? "");
}

/** A code is words of small letters with - between them; only one is a single word. */
const CODE = '"([a-z]+(?:-[a-z\\d]+)+|encoding)"';

/** Where a code stands: error("code", …), .error("code", …), at(path, "code", …), refuse(node, "code", …), environment("code", …), code: "code", CODE = "code". */
const CODES = new RegExp(`(?:\\b(?:error|warning|note|report|at|refuse|environment)\\(\\s*(?:[a-z]\\w*,\\s*)?|\\b(?:code: |CODE = )|\\? )${CODE}`, "g");

/** Of a severity that is chosen: REPORT[severity]("code", …), (sure ? warning : note)("code", …). */
const OF_A_SEVERITY = new RegExp(`[\\])]\\(\\s*${CODE},`, "g");

/** Some choose between two codes in one expression. */
const CHOSEN = new RegExp(`\\? ${CODE} : ${CODE}[,;]`, "g");

/** Behind a function that makes the message: refuseRepeated(nodes, (text) => …, "code", …). */
const REPEATED = new RegExp(`\\brefuseRepeated\\(.*?, ${CODE},`, "g");

function codesInSources(wanted: (path: string) => boolean = isOfBudget): Set<string> {
  const texts = sources(wanted);
  const found = [CODES, OF_A_SEVERITY, CHOSEN, REPEATED].flatMap((pattern) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, ...codes]) => codes)),
  );
  return new Set(found.filter((code) => code !== undefined));
}

/** Codes that the museum's files say they give, and those that its goldens show: some files can carry no comment. */
function codesInMuseum(): Set<string> {
  // Whatever the encoding of a file, its codes are Latin letters.
  const said = textsIn(".yaml", "latin1").flatMap((text) => [...text.replaceAll("\0", "").matchAll(/# expect: (?!nothing)([a-z\d-]+)/g)]);
  const shown = textsIn(".txt", "utf8").flatMap((text) => [...text.matchAll(/(?:错误|警告|提示)\[([a-z\d-]+)\] /g)]);
  return new Set([...said, ...shown].map(([, code = ""]) => code));
}

function textsIn(ending: string, encoding: BufferEncoding): string[] {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(ending) && !file.endsWith(`-changed${ending}`));
  return files.map((file) => readFileSync(join(import.meta.dirname, file), encoding));
}

test("every code of the sources has its file in the museum, or a reason why a budget file cannot bring it about", () => {
  const museum = codesInMuseum();
  const missing = [...codesInSources()].filter((code) => !museum.has(code));
  expect(missing.sort()).toEqual(Object.keys(NOT_OF_A_BUDGET).sort());
});

test("every code of the museum is a code of the sources", () => {
  const known = codesInSources();
  expect([...codesInMuseum()].filter((code) => !known.has(code))).toEqual([]);
});

test("every code of the sources has a page, docs/errors/CODE.md, and every page a code", () => {
  const all = codesInSources(() => true);
  const pages = new Set(codesOfPages());
  expect({ without: [...all].filter((code) => !pages.has(code)).sort(), idle: [...pages].filter((code) => !all.has(code)).sort() }).toEqual({
    without: [],
    idle: [],
  });
  expect(all.size).toBeGreaterThan(95);
});
