import { readFileSync } from "node:fs";
import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { type SourceFile, sourceFile, span } from "../base/span.ts";

/** Larger files are not budgets: the largest known one has well under a tenth of this. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** Reads a text file as UTF-8, with or without a byte order mark, with any line ends. */
export function loadText(path: string): Outcome<SourceFile> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (failure) {
    return { diagnostics: [unreadable(path, failure)] };
  }
  if (bytes.length > LARGEST_FILE) {
    return { diagnostics: [at(path, "file-too-large", `文件有 ${Math.round(bytes.length / 1048576)} MB，超过 5 MB，不像是预算文件`)] };
  }
  return decode(path, bytes);
}

function decode(path: string, bytes: Buffer): Outcome<SourceFile> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: sourceFile(path, text.replace(/\r\n?/g, "\n")), diagnostics: [] };
  } catch {
    return { diagnostics: [wrongEncoding(path, bytes)] };
  }
}

const ENCODINGS = [
  { label: "UTF-16", decoder: "utf-16le", applies: (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xfe },
  { label: "UTF-16", decoder: "utf-16be", applies: (bytes: Buffer) => bytes[0] === 0xfe && bytes[1] === 0xff },
  { label: "GBK（ANSI）", decoder: "gb18030", applies: () => true },
];

function wrongEncoding(path: string, bytes: Buffer): Diagnostic {
  const encoding = ENCODINGS.find(({ decoder, applies }) => applies(bytes) && canDecode(bytes, decoder));
  const what = encoding === undefined ? "不是文本文件" : `是 ${encoding.label} 编码的，不是 UTF-8`;
  return at(path, "encoding", `这个文件${what}`, "用记事本打开，“另存为”时把编码选为 UTF-8");
}

function canDecode(bytes: Buffer, decoder: string): boolean {
  try {
    new TextDecoder(decoder, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  EISDIR: "这是一个文件夹，不是文件",
  EACCES: "没有读这个文件的权限",
  EPERM: "没有读这个文件的权限",
};

function unreadable(path: string, failure: unknown): Diagnostic {
  const code = (failure as NodeJS.ErrnoException).code ?? "";
  return at(path, "file-unreadable", REASONS[code] ?? `读不了这个文件（${code}）`);
}

function at(path: string, code: string, message: string, hint?: string): Diagnostic {
  return error(code, message, span(sourceFile(path, ""), 0), hint === undefined ? {} : { hint });
}
