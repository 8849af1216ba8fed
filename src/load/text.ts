import { closeSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { type SourceFile, sourceFile, span } from "../base/span.ts";
import { decodeText } from "./encoding.ts";

const MEGABYTE = 1024 * 1024;

/** Larger files are not budgets: the largest known one has well under a tenth of this. */
const LARGEST_FILE = 5 * MEGABYTE;

/** Reads a text file, with or without a byte order mark, with any line ends; in UTF-8, or with a note in GBK or UTF-16. */
export function loadText(path: string): Outcome<SourceFile> {
  try {
    const found = statSync(path);
    const refused = refuse(path, found);
    if (refused !== undefined) return { diagnostics: [refused] };
    return decodeText(path, readBeginning(path, found.size));
  } catch (failure) {
    return { diagnostics: [unreadable(path, (failure as NodeJS.ErrnoException).code ?? String(failure))] };
  }
}

/** Told before a byte is read: a pipe never ends, nor does a device, and a huge file would fill the memory. */
function refuse(path: string, found: Stats): Diagnostic | undefined {
  if (found.isDirectory()) return unreadable(path, "EISDIR");
  if (!found.isFile()) return unreadable(path, "ENOTFILE");
  if (found.size <= LARGEST_FILE) return undefined;
  const size = (Math.ceil((found.size / MEGABYTE) * 10) / 10).toString();
  return at(path, "file-too-large", `文件有 ${size} MB，超过 5 MB，不像是预算文件`, "检查是不是选错了文件");
}

/** As many bytes as the file is said to have: some of the system's own files have no end, and say 0. */
function readBeginning(path: string, size: number): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(size);
    let length = 0;
    for (let more = -1; more !== 0 && length < size; length += more) more = readSync(descriptor, bytes, length, size - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件",
  ENOTDIR: "没有这个文件",
  EISDIR: "这是一个文件夹，不是文件",
  ENOTFILE: "这不是普通的文件（是管道或设备），没有读",
  EACCES: "没有读这个文件的权限",
  EPERM: "没有读这个文件的权限",
};

function unreadable(path: string, code: string): Diagnostic {
  return at(path, "file-unreadable", REASONS[code] ?? `读不了这个文件（${code}）`);
}

function at(path: string, code: string, message: string, hint?: string): Diagnostic {
  return error(code, message, span(sourceFile(path, ""), 0), hint === undefined ? {} : { hint });
}
