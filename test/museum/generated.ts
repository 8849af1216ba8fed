import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Generated {
  /** Absent where there is to be no file at all. */
  readonly text?: () => string;
  readonly findings: readonly string[];
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;

const fine = (): string => readFileSync(join(import.meta.dirname, "nothing-wrong.yaml"), "utf8");

/** A correct file, made as long in bytes as wanted by comments. */
function padded(length: number): string {
  const text = fine();
  const line = `#${" 注".repeat(100)}\n`;
  const missing = length - Buffer.byteLength(text);
  const lines = Math.floor(missing / Buffer.byteLength(line)) - 1;
  const filled = text + line.repeat(lines);
  return `${filled}# ${"x".repeat(length - Buffer.byteLength(filled) - 3)}\n`;
}

/** Bad files that are made when they are needed. */
export const GENERATED: Readonly<Record<string, Generated>> = {
  "file-missing": { findings: ["file-unreadable 1:1"] },
  "five-megabytes": { text: () => padded(FIVE_MEGABYTES), findings: [] },
  "over-five-megabytes": { text: () => padded(FIVE_MEGABYTES + 1), findings: ["file-too-large 1:1"] },
  "deep-flow": { text: () => `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`, findings: ["flow-collection 1:4"] },
  brackets: { text: () => `a: ${"[".repeat(50_000)}\n`, findings: ["missing-key 1:1", "special-first-character 1:4"] },
  braces: { text: () => `a: ${"{a: ".repeat(10_000)}\n`, findings: ["missing-key 1:1", "special-first-character 1:4"] },
};

/** Files nested deeper than any reader goes: where it gives up is its own affair, but it says so once. */
export const DEEP: Readonly<Record<string, () => string>> = {
  "lists of 10,000 levels": () => `${fine()}概要: \n  ${"- ".repeat(10_000)}1\n`,
  "keys of 10,000 levels": () => `${fine()}${"? ".repeat(10_000)}1\n`,
  "maps of 3,000 levels, the most in five megabytes": () =>
    `${fine()}概要:\n${Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth + 1)}a:`).join("\n")} 1\n`,
};
