import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileBudget } from "../../src/compile.ts";
import { renderFragment, renderPage } from "../../src/render/document.ts";
import { compiled, RESOURCES, ROOT } from "../support/compile.ts";
import { expectGolden } from "../support/golden.ts";
import { readableTable, readableText } from "../support/readable.ts";

const BUDGETS = join(ROOT, "budgets");
const GOLDEN = join(ROOT, "test", "golden");

for (const file of readdirSync(BUDGETS).filter((name) => name.endsWith(".yaml"))) {
  const name = basename(file, ".yaml");
  const path = join(BUDGETS, file);

  describe(`the document of ${file}`, () => {
    const { document, standard } = compiled(path);

    it("has nothing to complain of", () => {
      expect(compileBudget(path, RESOURCES).diagnostics).toEqual([]);
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
