import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GENERATED } from "./generated.ts";

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
};

/** Stages that read a budget file or what was read of it. */
const FOLDERS = ["base", "load", "check", "derive", "reconcile", "compose"];

function sources(): string[] {
  const files = FOLDERS.flatMap((folder) => readdirSync(join(SRC, folder), { recursive: true, encoding: "utf8" }).map((file) => join(SRC, folder, file)));
  return [...files.filter((file) => file.endsWith(".ts")), join(SRC, "compile.ts"), join(SRC, "last-year.ts")].map((file) => readFileSync(file, "utf8"));
}

/** The code of error("code", …), of .error("code", …), of at(path, "code", …), of refuse(node, "code", …) and of code: "code". */
const CODES = /(?:\b(?:error|warning|at|refuse)\(\s*(?:[a-z]\w*,\s*)?|\bcode: |\? )"([a-z]+(?:-[a-z]+)+|encoding)"/g;

/** Some choose between two codes in one expression. */
const CHOSEN = /\? "([a-z]+(?:-[a-z]+)+)" : "([a-z]+(?:-[a-z]+)+)"[,;]/g;

function codesInSources(): Set<string> {
  const texts = sources();
  return new Set([
    ...texts.flatMap((text) => [...text.matchAll(CODES)].map(([, code = ""]) => code)),
    ...texts.flatMap((text) => [...text.matchAll(CHOSEN)].flatMap(([, one = "", other = ""]) => [one, other])),
  ]);
}

/** Codes that the museum's files say they give. */
function codesInMuseum(): Set<string> {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".yaml"));
  const texts = files.map((file) =>
    readFileSync(join(import.meta.dirname, file))
      .toString("latin1")
      .replaceAll("\0", ""),
  );
  const written = texts.flatMap((text) => [...text.matchAll(/# expect: ([a-z-]+)/g)].map(([, code = ""]) => code));
  const generated = Object.values(GENERATED).flatMap(({ findings }) => findings.map((finding) => finding.split(" ")[0] ?? ""));
  return new Set([...written, ...generated]);
}

test("every code of the sources has its file in the museum, or a reason why a budget file cannot bring it about", () => {
  const museum = codesInMuseum();
  const missing = [...codesInSources()].filter((code) => !museum.has(code));
  expect(missing.sort()).toEqual(Object.keys(NOT_OF_A_BUDGET).sort());
});

test("every code of the museum is a code of the sources", () => {
  const known = codesInSources();
  expect([...codesInMuseum()].filter((code) => code !== "nothing" && !known.has(code))).toEqual([]);
});
