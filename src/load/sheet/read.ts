import { readFileSync, statSync } from "node:fs";
import { type Diagnostic, error, hasErrors, note } from "../../base/diagnostic.ts";
import type { Outcome } from "../../base/outcome.ts";
import { sourceFile, span } from "../../base/span.ts";
import type { Sheet } from "../../model/sheet.ts";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { MOST_COLUMNS, MOST_ROWS, readWorkbook } from "./xlsx.ts";
import { unpackedSize } from "./zip-size.ts";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 10 * MEGABYTE;
const LARGEST_UNPACKED = 48 * MEGABYTE;

const SAVE_AS = "用 Excel 或 WPS 打开，另存为 .xlsx（不设密码）或 .csv";

/** Reads a spreadsheet that a bureau sent: .xlsx, or a .csv of whatever encoding. Whatever it is, there is no exception. */
export async function readSheets(path: string): Promise<Outcome<readonly Sheet[]>> {
  const bytes = readBytes(path);
  if ("fault" in bytes) return refuse(path, bytes.fault, bytes.hint);
  if (bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04") return readPacked(path, bytes);
  if (bytes.subarray(0, 4).toString("hex") === "d0cf11e0") return refuse(path, oldKind(bytes), SAVE_AS);
  const text = decodeText(bytes);
  if (text === undefined) return refuse(path, "这不是电子表格，读不出文字", SAVE_AS);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return refuse(path, "这是网页格式的表格，只是扩展名像 Excel", SAVE_AS);
  return bounded(path, [await readCsv(path, text)], []);
}

interface Fault {
  readonly fault: string;
  readonly hint?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  EISDIR: "这是一个文件夹，不是文件",
  EACCES: "没有读这个文件的权限",
  EPERM: "没有读这个文件的权限",
};

/** A pipe or a device would be waited for without end. */
function kindOf(path: string): { readonly size: number; readonly fault?: string } {
  const found = statSync(path);
  if (found.isFile()) return { size: found.size };
  return { size: 0, fault: found.isDirectory() ? "这是一个文件夹，不是文件" : "这不是普通的文件" };
}

function readBytes(path: string): Buffer | Fault {
  try {
    const { size, ...kind } = kindOf(path);
    if (kind.fault !== undefined) return { fault: kind.fault };
    if (size > LARGEST_FILE) return { fault: `文件有 ${Math.round(size / MEGABYTE)} MB，超过 10 MB，不像是科目表或者批复清单`, hint: "只留要用的表，另存一份" };
    return readFileSync(path);
  } catch (failure) {
    const { code = String(failure) } = failure as NodeJS.ErrnoException;
    return { fault: REASONS[code] ?? `读不了这个文件（${code}）` };
  }
}

/** An OLE container is a workbook before 2007, or a newer one under a password. */
function oldKind(bytes: Buffer): string {
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "这个表格加了密码，读不了" : "这是旧式的 .xls 表格，读不了";
}

async function readPacked(path: string, bytes: Buffer): Promise<Outcome<readonly Sheet[]>> {
  if (unpackedSize(bytes) > LARGEST_UNPACKED) return refuse(path, "表格解压以后超过 48 MB，不像是科目表或者批复清单", "只留要用的表，另存一份");
  try {
    const { sheets, hidden } = await readWorkbook(path, bytes);
    return bounded(path, sheets, hidden);
  } catch {
    return refuse(path, "这不是完好的 .xlsx 表格，读不了", SAVE_AS);
  }
}

function bounded(path: string, sheets: readonly Sheet[], hidden: readonly string[]): Outcome<readonly Sheet[]> {
  const diagnostics: Diagnostic[] = sheets.flatMap((sheet) => [...tooLarge(sheet), ...hiddenRows(sheet)]);
  if (hidden.length > 0) diagnostics.push(note("sheet-hidden", `隐藏的表没有读：${hidden.join("、")}`, placeOf(path), { hint: "要用的，取消隐藏再保存" }));
  return hasErrors(diagnostics) ? { diagnostics } : { value: sheets, diagnostics };
}

function tooLarge({ name, rows, file }: Sheet): Diagnostic[] {
  const wide = rows.some(({ cells }) => cells.slice(MOST_COLUMNS).some(({ text }) => text !== ""));
  if (rows.length <= MOST_ROWS && !wide) return [];
  const message = `表${name === "" ? "" : `“${name}”`}超过 ${MOST_ROWS} 行或 ${MOST_COLUMNS} 列，不像是科目表或者批复清单`;
  return [error("sheet-unreadable", message, span(file, 0), { hint: "只留要用的行和列，另存一份" })];
}

function hiddenRows({ name, rows }: Sheet): Diagnostic[] {
  const hidden = rows.filter((row) => row.hidden && row.cells.some(({ text }) => text !== ""));
  const [first] = hidden;
  if (first === undefined) return [];
  const message = `表“${name}”有 ${hidden.length} 行是隐藏的，也读了，第一处是第 ${first.number} 行`;
  return [note("sheet-hidden", message, first.cells[0]?.span, { hint: "不要的行删掉再保存" })];
}

function refuse(path: string, message: string, hint?: string): Outcome<never> {
  return { diagnostics: [error("sheet-unreadable", message, placeOf(path), hint === undefined ? {} : { hint })] };
}

function placeOf(path: string): ReturnType<typeof span> {
  return span(sourceFile(path, ""), 0);
}
