import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { position } from "../../src/base/span.ts";
import { decodeText } from "../../src/load/encoding.ts";
import { loadText } from "../../src/load/text.ts";
import { ROOT } from "../support/compile.ts";

const BUDGETS = ["lianzhou", "siping", "suizhou"].map((name) => readFileSync(join(ROOT, "budgets", `${name}.yaml`)));

/** The bytes of a text in GBK, by the decoder's own table: there is no encoder. */
function inGbk(text: string): Buffer {
  return Buffer.concat([...text].map((character) => GBK.get(character) ?? Buffer.from("?")));
}

const GBK: ReadonlyMap<string, Buffer> = (() => {
  const decoder = new TextDecoder("gb18030");
  const known = new Map<string, Buffer>(Array.from({ length: 128 }, (_, code) => [String.fromCharCode(code), Buffer.from([code])]));
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) known.set(decoder.decode(Buffer.from([first, second])), Buffer.from([first, second]));
  }
  return known;
})();

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const codesOf = (bytes: Buffer): readonly string[] => decodeText("x.yaml", bytes).diagnostics.map(({ code }) => code);

describe.each(BUDGETS.map((bytes) => bytes.toString("utf8")))("a budget in other encodings", (text) => {
  const little = Buffer.from(text, "utf16le");

  test.each([
    ["GBK", inGbk(text)],
    ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ["UTF-16, big-endian", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(little)])],
    ["UTF-16 without a mark", little],
    ["UTF-16, big-endian, without a mark", swapped(little)],
  ])("%s is read whole, with a note", (name, bytes) => {
    const { value, diagnostics } = decodeText("x.yaml", bytes);
    expect(value?.text).toBe(name === "GBK" ? [...text].map((each) => (GBK.has(each) ? each : "?")).join("") : text);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["note other-encoding"]);
  });

  test.each(["", "\ufeff"])("UTF-8 is read without a word", (mark) => {
    expect(decodeText("x.yaml", Buffer.from(mark + text))).toMatchObject({ value: { text }, diagnostics: [] });
  });

  test("one broken byte is named at its place, wherever it is, and never read as GBK", () => {
    const bytes = Buffer.from(text);
    for (let at = 7; at < bytes.length; at += 251) {
      if ((bytes[at] ?? 0) < 0x80) continue;
      const broken = Buffer.from(bytes);
      broken[at] = 0xff;
      const [finding] = decodeText("x.yaml", broken).diagnostics;
      expect(finding?.code).toBe("broken-character");
      let start = at;
      while (((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
      const before = bytes.subarray(0, start).toString("utf8").split("\n");
      expect(finding?.span && position(finding.span.file, finding.span.start)).toEqual({ line: before.length, column: [...(before.at(-1) ?? "")].length + 1 });
    }
  });

  test("cut off in the midst of a character", () => {
    const bytes = Buffer.from(text);
    let end = bytes.length - 1;
    while (((bytes[end] ?? 0) & 0xc0) !== 0x80) end -= 1;
    expect(codesOf(bytes.subarray(0, end))).toEqual(["broken-character"]);
  });
});

describe("what is no text", () => {
  test.each([
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452000000ff", "hex")],
    ["an archive", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919) % 256))])],
    ["Latin letters with accents", Buffer.from("caf\xe9 \xe0 la carte \xfc", "latin1")],
  ])("%s is refused", (_, bytes) => {
    expect(codesOf(bytes)).toEqual(["encoding"]);
  });

  test("nothing at all is an empty text", () => {
    expect(decodeText("x.yaml", Buffer.alloc(0))).toMatchObject({ value: { text: "" }, diagnostics: [] });
  });
});

describe("what is no file to be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "budgetgen-load-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const findings = (path: string): readonly string[] => loadText(path).diagnostics.map(({ code, message }) => `${code} ${message}`);

  test("a pipe is not waited for", () => {
    const pipe = join(folder, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    expect(findings(pipe)).toEqual(["file-unreadable 这不是普通的文件（是管道或设备），没有读"]);
  });

  test("a device has no end", () => {
    expect(findings("/dev/zero")).toEqual(["file-unreadable 这不是普通的文件（是管道或设备），没有读"]);
  });

  test("a folder, and a path through a file", () => {
    mkdirSync(join(folder, "inner.yaml"));
    writeFileSync(join(folder, "file.yaml"), "甲: 乙\n");
    expect(findings(join(folder, "inner.yaml"))).toEqual(["file-unreadable 这是一个文件夹，不是文件"]);
    expect(findings(join(folder, "file.yaml", "x.yaml"))).toEqual(["file-unreadable 没有这个文件"]);
    expect(findings(join(folder, "a\0b.yaml"))[0]).toMatch(/^file-unreadable /);
  });

  test("a file of 100 MB is refused before a byte is read", () => {
    const path = join(folder, "large.yaml");
    const descriptor = openSync(path, "w");
    ftruncateSync(descriptor, 100 * 1024 * 1024);
    closeSync(descriptor);
    expect(findings(path)).toEqual(["file-too-large 文件有 100 MB，超过 5 MB，不像是预算文件"]);
  });
});
