import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { position } from "../../src/base/span.ts";
import { compileBudget } from "../../src/compile.ts";
import { renderFragment, renderPage } from "../../src/render/document.ts";
import { compiled, RESOURCES, ROOT } from "../support/compile.ts";
import { expectGolden } from "../support/golden.ts";
import { readableTable, readableText } from "../support/readable.ts";

const BUDGETS = join(ROOT, "budgets");
const GOLDEN = join(ROOT, "test", "golden");

/** 警告[CODE] 行:列 message. */
function lineOf({ severity, code, message, span }: Diagnostic): string {
  const place = span && position(span.file, span.start);
  return `${SEVERITIES[severity]}[${code}] ${place?.line}:${place?.column} ${message}`;
}

/** Below each finding of findings.txt, why a reviewer agrees with it. */
const OPINION = /^ {2}意见：.{10}/;

const SEVERITIES = { error: "错误", warning: "警告", note: "提示" };

for (const file of readdirSync(BUDGETS).filter((name) => name.endsWith(".yaml"))) {
  const name = basename(file, ".yaml");
  const path = join(BUDGETS, file);

  describe(`the document of ${file}`, () => {
    const { document, standard } = compiled(path);

    it("has no error, and every warning and note is one that a reviewer agrees with and says why", () => {
      const { diagnostics } = compileBudget(path, RESOURCES);
      const reviewed = readFileSync(join(GOLDEN, name, "findings.txt"), "utf8")
        .trimEnd()
        .split("\n");
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(reviewed.filter((line) => !OPINION.test(line))).toEqual(diagnostics.map(lineOf));
      expect(reviewed.map((line) => OPINION.test(line))).toEqual(diagnostics.flatMap(() => [false, true]));
    });

    it("reads as reviewed", () => {
      expectGolden(join(GOLDEN, name, "document.txt"), readableText(document));
    });

    const tables = document.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" && block.caption ? [{ ...block, caption: block.caption }] : [])),
    );
    it.each(tables.map((block) => [block.caption.label, block] as const))("has %s as reviewed", (_label, block) => {
      expectGolden(join(GOLDEN, name, "tables", `${block.table.key}.txt`), readableTable(block));
    });

    it("renders the HTML as reviewed", () => {
      expectGolden(join(GOLDEN, name, `${name}.html`), renderPage(document, standard.styles));
    });

    it("renders the fragment as reviewed", () => {
      expectGolden(join(GOLDEN, name, `${name}.fragment.html`), renderFragment(document));
    });
  });
}
