import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { readApprovalList } from "../../src/check/lists/approvals.ts";
import { readCategoryList } from "../../src/check/lists/categories.ts";
import { loadHeadings } from "../../src/load/classification/headings.ts";
import { readSheets } from "../../src/load/sheet/read.ts";
import { classificationOf } from "../derive/support.ts";
import { ROOT } from "../support/compile.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const headings = loadHeadings(join(ROOT, "src", "classification"));

/** Reads bytes as every command does; what is wrong is a finding with a place, and never an exception. */
async function read(bytes: Uint8Array): Promise<void> {
  const path = join(folder, "list.xlsx");
  writeFileSync(path, bytes);
  const { value, diagnostics } = await readSheets(path);
  expect(value !== undefined || diagnostics.length > 0).toBe(true);
  const lists = value && [readCategoryList(value, { headings, classification: classificationOf(2024) }), readApprovalList(path, value, headings)];
  for (const { message, span } of [...diagnostics, ...(lists ?? []).flatMap((list) => list.diagnostics)]) {
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(span?.start ?? 0).toBeLessThanOrEqual(span?.file.text.length ?? 0);
  }
}

describe("a stranger's spreadsheet", () => {
  it("a workbook with bytes changed anywhere", async () => {
    const rows = [
      ["单位：万元", null, null],
      ["单位编码", "单位名称", "收入总计"],
      [113001, "某局", 465.58],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: "表1", rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }] }] });
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const broken = Uint8Array.from(bytes);
        for (const { at, to } of changes) broken[at] = to;
        await read(broken);
      }),
      { numRuns: 60 },
    );
  });

  it("any table of words and numbers", async () => {
    const word = fc.constantFrom(
      "科目编码",
      "科目名称",
      "名称",
      "编码",
      "类",
      "款",
      "项",
      "单位",
      "收入总计",
      "合计",
      "单位：元",
      "201",
      "01",
      "",
      "-",
      "1e5",
      "12,0",
      "2010101",
      "__proto__",
      '"',
      "甲\n乙",
      "=1+1",
    );
    const table = fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        await read(Buffer.from(rows.map((row) => row.join(",")).join("\n")));
      }),
      { numRuns: 100 },
    );
  });

  it("any bytes", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), read), { numRuns: 60 });
  });
});
