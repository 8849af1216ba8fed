import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";
import { position } from "../../src/base/span.ts";
import { numberText } from "../../src/load/sheet/number.ts";
import { readSheets } from "../../src/load/sheet/read.ts";
import { addressOf, type Sheet } from "../../src/model/sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "budgetgen-sheet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

function file(ending: string, bytes: string | Uint8Array): string {
  count += 1;
  const path = join(folder, `${count}${ending}`);
  writeFileSync(path, bytes);
  return path;
}

async function workbook(...sheets: WriteSheet[]): Promise<string> {
  return file(".xlsx", await writeXlsx({ sheets }));
}

async function sheetsIn(path: string): Promise<readonly Sheet[]> {
  const { value, diagnostics } = await readSheets(path);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

async function textsIn(path: string): Promise<string[][]> {
  return (await sheetsIn(path)).flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
}

async function refusal(path: string): Promise<string> {
  const { value, diagnostics } = await readSheets(path);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["sheet-unreadable"]);
  return diagnostics[0]?.message ?? "";
}

describe("numbers of cells", () => {
  it("are written out without binary noise", async () => {
    const path = await workbook({ name: "表1", rows: [[465.58, 465.58000000000004, 0.1 + 0.2, 1e21, -0.07, 4655758]] });
    expect(await textsIn(path)).toEqual([["465.58", "465.58", "0.3", "1000000000000000000000", "-0.07", "4655758"]]);
  });

  it("have as many decimals as their format prints", () => {
    expect(["0.00", "#,##0.00", "#,##0.00_);(#,##0.00)", "General", "0%", ""].map((format) => numberText(465.6, format))).toEqual([
      "465.60",
      "465.60",
      "465.60",
      "465.6",
      "465.6",
      "465.6",
    ]);
    expect(numberText(465.5758, "0.00")).toBe("465.5758");
  });

  it("have the format of their cell", async () => {
    const path = await workbook({ name: "表1", rows: [[465.6]], cells: new Map([["0,0", { style: { numFmt: "#,##0.00" } }]]) });
    expect(await textsIn(path)).toEqual([["465.60"]]);
  });
});

describe("a workbook", () => {
  it("gives cells with their addresses; a place is row and column", async () => {
    const [sheet] = await sheetsIn(
      await workbook({
        name: "表1",
        rows: [
          ["单位", "金额"],
          ["某局", 1],
        ],
      }),
    );
    const row = sheet?.rows[1];
    const cell = row?.cells[1];
    expect(sheet && row && addressOf(sheet, row, 27)).toBe("表1!AB2");
    expect(cell && position(cell.span.file, cell.span.start)).toEqual({ line: 2, column: 2 });
    expect(cell?.span.file.text.slice(cell.span.start, cell.span.end)).toBe("1");
  });

  it("says of a cell that it is an error, a date, or a formula without a result", async () => {
    const cells = new Map([
      ["0,0", { type: "error" as const, value: "#DIV/0!" }],
      ["0,2", { formula: "SUM(B1)", value: null }],
      ["0,3", { formula: "1+1", formulaResult: 2, value: 2 }],
    ]);
    const [sheet] = await sheetsIn(await workbook({ name: "表1", rows: [["", new Date("2024-02-05"), "", ""]], cells }));
    expect(sheet?.rows[0]?.cells.map(({ kind, text }) => `${kind} ${text}`)).toEqual(["error #DIV/0!", "date 2024-02-05", "无结果 ", "number 2"]);
  });

  it("repeats the text of merged cells, and says so", async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }];
    const [sheet] = await sheetsIn(
      await workbook({
        name: "表1",
        rows: [
          ["甲", null, "乙"],
          [null, null, "丙"],
        ],
        merges,
      }),
    );
    expect(sheet?.rows.map(({ cells }) => cells.map(({ text, merged }) => text + (merged ? "'" : "")))).toEqual([
      ["甲", "甲'", "乙"],
      ["甲'", "甲'", "丙"],
    ]);
  });

  it("leaves out hidden sheets and reads hidden rows, with a word on both", async () => {
    const shown: WriteSheet = { name: "表1", rows: [["甲"], ["乙"]], rowDefs: new Map([[1, { hidden: true }]]) };
    const { value, diagnostics } = await readSheets(await workbook(shown, { name: "旧表", rows: [["丙"]], hidden: true }));
    expect(value?.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.text))).toEqual(["甲", "乙"]);
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["note sheet-hidden", "note sheet-hidden"]);
    expect(diagnostics.map(({ message }) => message).join()).toMatch(/1 行是隐藏的.*旧表/);
  });
});

describe("values parted by commas", () => {
  const ROWS = [
    ["科目编码", "科目名称"],
    ["2010301", "行政运行"],
  ];
  const text = (delimiter: string, end = "\r\n"): string => ROWS.map((row) => row.join(delimiter)).join(end) + end;

  it.each([
    ["UTF-8", Buffer.from(text(","))],
    ["a byte order mark", Buffer.from(`\ufeff${text(",")}`)],
    ["semicolons", Buffer.from(text(";"))],
    ["tabs", Buffer.from(text("\t", "\n"))],
    ["UTF-16", Buffer.from(`\ufeff${text("\t")}`, "utf16le")],
    ["GBK", Buffer.from("bfc6c4bfb1e0c2eb2cbfc6c4bfc3fbb3c60d0a323031303330312cd0d0d5fed4cbd0d00d0a", "hex")],
  ])("%s", async (_, bytes) => {
    expect(await textsIn(file(".csv", bytes))).toEqual(ROWS);
  });

  it("keeps quotes, digits that are guarded, and the lines of the file", async () => {
    const [sheet] = await sheetsIn(file(".csv", '标题\n编码,名称\n"=""0123""","甲\n乙"\n\'0124,"丙,丁"\n'));
    expect(sheet?.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
      [1, "标题"],
      [2, "编码", "名称"],
      [3, "0123", "甲 乙"],
      [5, "0124", "丙,丁"],
    ]);
    const last = sheet?.rows[3]?.cells[1];
    expect(last && position(last.span.file, last.span.start)).toEqual({ line: 5, column: 2 });
  });
});

/** A zip with one entry whose directory may lie about its size. */
function zip(name: string, content: Buffer, said: number): Buffer {
  const packed = deflateRawSync(content);
  const header = (signature: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = header(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = header(0x02014b50, 46);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe("what cannot be read is said in one sentence and never an exception", () => {
  it.each([
    ["a folder", () => folder, /文件夹/],
    ["no file", () => join(folder, "none.xlsx"), /没有这个文件/],
    ["a large file", () => file(".csv", Buffer.alloc(11 * 1024 * 1024, 65)), /11 MB/],
    ["an old workbook", () => file(".xls", Buffer.from("d0cf11e0a1b11ae1000000", "hex")), /旧式的 \.xls/],
    ["bytes", () => file(".xlsx", Buffer.from([1, 0, 2, 0])), /不是电子表格/],
    ["a web page", () => file(".xls", "<html><table></table></html>"), /网页/],
    ["a broken zip", () => file(".xlsx", "PK\x03\x04 and nothing more"), /不是完好的/],
    ["another zip", () => file(".xlsx", zip("a.txt", Buffer.from("a"), 1)), /不是完好的/],
    ["a bomb that says so", () => file(".xlsx", zip("[Content_Types].xml", Buffer.alloc(60_000_000), 60_000_000)), /解压以后/],
    ["a bomb that says nothing", () => file(".xlsx", zip("[Content_Types].xml", Buffer.alloc(60_000_000), 0)), /解压以后/],
    ["a bomb that lies", () => file(".xlsx", zip("[Content_Types].xml", Buffer.alloc(60_000_000), 1000)), /不是完好的/],
  ])("%s", async (_, path, message) => {
    expect(await refusal(path())).toMatch(message);
  });

  it("a password", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "表1", rows: [["甲"]] }], encryption: { password: "x", spinCount: 10 } });
    expect(await refusal(file(".xlsx", bytes))).toMatch(/密码/);
  });

  it("more rows or columns than a list has", async () => {
    expect(await refusal(file(".csv", "1\n".repeat(20_001)))).toMatch(/20000 行/);
    expect(await refusal(await workbook({ name: "表1", rows: [[...Array(100).fill(null), "x"]] }))).toMatch(/100 列/);
  });

  it("a cell far away costs nothing", async () => {
    const cells = new Map([["900000,0", { value: "x" }]]);
    const [sheet] = await sheetsIn(await workbook({ name: "表1", rows: [["甲"]], cells }));
    expect(sheet?.rows[0]?.cells[0]?.text).toBe("甲");
  });
});
