import { type Diagnostic, error, note } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { type SourceFile, sourceFile, span } from "../base/span.ts";

const SAVE_AS = "用记事本打开，“另存为”时把编码选为 UTF-8";

/** An encoding in which spreadsheets and old editors save, as an officer sees it called. */
interface Encoding {
  readonly name: string;
  readonly decoder: string;
  /** Whether the bytes are plainly of this encoding; their decoding is looked at besides. */
  readonly applies: (bytes: Buffer) => boolean;
}

const beginsWith = (bytes: Buffer, first: number, second: number): boolean => bytes[0] === first && bytes[1] === second;

/** UTF-16 has a zero in every Latin letter, digit and line end; no text in UTF-8 or GBK has any. */
const hasZeros = (bytes: Buffer): boolean => bytes.length % 2 === 0 && bytes.includes(0);

const OTHERS: readonly Encoding[] = [
  { name: "UTF-16", decoder: "utf-16le", applies: (bytes) => beginsWith(bytes, 0xff, 0xfe) || hasZeros(bytes) },
  { name: "UTF-16", decoder: "utf-16be", applies: (bytes) => beginsWith(bytes, 0xfe, 0xff) || hasZeros(bytes) },
  { name: "GBK（ANSI）", decoder: "gb18030", applies: (bytes) => !bytes.includes(0) && !mostlyUtf8(bytes) },
];

/** The text of a file's bytes: UTF-8, else another encoding with a note that names it. */
export function decodeText(path: string, bytes: Buffer): Outcome<SourceFile> {
  const text = decoded(bytes, "utf-8");
  if (text !== undefined && !bytes.includes(0)) return { value: fileOf(path, text), diagnostics: [] };
  for (const { name, decoder, applies } of OTHERS) {
    const other = applies(bytes) ? decoded(bytes, decoder) : undefined;
    if (other !== undefined && isReadable(other)) return asRead(fileOf(path, other), name);
  }
  // A zero that somehow came into a text has a place, and is named there with the other control characters.
  return text === undefined ? { diagnostics: [refuse(path, bytes)] } : { value: fileOf(path, text), diagnostics: [] };
}

function asRead(file: SourceFile, name: string): Outcome<SourceFile> {
  const message = `这个文件的编码是 ${name}，不是 UTF-8；这次已经照着读出来了`;
  return { value: file, diagnostics: [note("other-encoding", message, span(file, 0), { hint: SAVE_AS })] };
}

function decoded(bytes: Buffer, decoder: string): string | undefined {
  try {
    return new TextDecoder(decoder, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fileOf(path: string, text: string): SourceFile {
  return sourceFile(path, text.replace(/\r\n?/g, "\n"));
}

const CONTROLS = /[^\P{Cc}\t\n\r]/u;
const LATIN_OR_CHINESE = /[\t\n\r -~\u2010-\u2030\u2160-\u2179\u2460-\u249b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef·×÷°§±]/g;

/** Bytes read in the wrong encoding give signs of all the world's scripts. */
const MOST_FOREIGN = 0.05;

function isReadable(text: string): boolean {
  if (CONTROLS.test(text)) return false;
  const known = text.match(LATIN_OR_CHINESE)?.length ?? 0;
  return text.length - known <= text.length * MOST_FOREIGN;
}

/** What is wrong with bytes that are no text in any encoding that we read: a damaged place of a UTF-8 file, or no text at all. */
function refuse(path: string, bytes: Buffer): Diagnostic {
  if (hasNoText(bytes)) return error("encoding", "这个文件不是文本文件", span(sourceFile(path, ""), 0), { hint: "检查是不是选错了文件" });
  // The text with a mark in the place of each broken byte: places before the first are true.
  const file = fileOf(path, new TextDecoder("utf-8").decode(bytes));
  const at = firstBroken(path, bytes);
  const count = brokenBytes(bytes);
  const message = `这里有 ${count} 个字节坏了，读不出是什么字；这个文件的其余部分是 UTF-8 编码的`;
  return error("broken-character", message, span(file, at, at + 1), { hint: "重新输入这个字；坏的地方多，就从原来的文件重新另存一份，编码选 UTF-8" });
}

function hasNoText(bytes: Buffer): boolean {
  return bytes.includes(0) || !mostlyUtf8(bytes) || CONTROLS.test(new TextDecoder("utf-8").decode(bytes));
}

/** Where the first broken byte stands, in the text as it is read. */
function firstBroken(path: string, bytes: Buffer): number {
  let good = 0;
  for (const piece of sequences(bytes)) {
    if (!piece.valid) break;
    good += piece.length;
  }
  return fileOf(path, new TextDecoder("utf-8").decode(bytes.subarray(0, good))).text.length;
}

function brokenBytes(bytes: Buffer): number {
  let count = 0;
  for (const { valid, length } of sequences(bytes)) if (!valid) count += length;
  return count;
}

/** Chinese text in GBK has next to no accidental characters of UTF-8 in three bytes; a damaged UTF-8 file has little else. */
function mostlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let high = 0;
  for (const { valid, length } of sequences(bytes)) {
    if (valid && length === 1) continue;
    high += length;
    if (valid && length >= 3) good += length;
  }
  return good * 2 >= high;
}

interface Sequence {
  readonly valid: boolean;
  readonly length: number;
}

/** The characters of UTF-8 by their length in bytes, and broken bytes one by one. */
function* sequences(bytes: Buffer): Generator<Sequence> {
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    yield { valid: length > 0, length: Math.max(1, length) };
    at += Math.max(1, length);
  }
}

/** Bytes of the character that begins here; 0 where none does. */
function lengthAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  for (let index = 1; index < length; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
