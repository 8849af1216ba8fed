import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { onTestFinished } from "vitest";
import type { Outcome } from "../../src/base/outcome.ts";
import { PRINT_POLICY } from "../../src/print/policy.ts";

export const ROOT = join(import.meta.dirname, "..", "..");

/** Every text names the faces that it may fall back to; and none is bold, which would be synthesised. */
const LOOKS = `
  body{font:16pt "BudgetGen FangSong","BudgetGen Fallback","BudgetGen Fallback Extension"}
  @page{size:A4;margin:25mm;font:14pt "BudgetGen FangSong","BudgetGen Fallback"} h1,h2,th{font-weight:normal}`;

/** A document with the policy that print asks for. */
export function page(title: string, style: string, body: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${PRINT_POLICY}"><title>${title}</title><style>${LOOKS}${style}</style></head><body>${body}</body></html>`;
}

/** A directory that goes when the test does. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "budgetgen-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/**
 * Variables of a system that has fonts of its own, whatever this machine has: a browser that finds
 * none at all cannot print, and served faces are for systems that do have some.
 */
export function systemWithFonts(): Record<string, string | undefined> {
  const directory = temporaryDirectory();
  const config = join(directory, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><dir>${join(ROOT, "node_modules/pdfjs-dist/standard_fonts")}</dir><cachedir>${directory}</cachedir></fontconfig>`,
  );
  return { ...process.env, FONTCONFIG_FILE: config };
}

/** The value of an outcome that must have one. */
export function demand<Value>({ value, diagnostics }: Outcome<Value>): Value {
  if (value === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return value;
}

/**
 * A second opinion on a PDF, by a reader that shares nothing with our own. It is loaded late because
 * it replaces JSON.stringify with one of its own, fifty times slower, which served fonts would feel.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

export async function textOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

/** Bundles a small program as the product is bundled, to be run by a node of its own. */
export async function bundle(source: string): Promise<string> {
  const directory = temporaryDirectory();
  symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
  const outfile = join(directory, "program.mjs");
  await build({
    stdin: { contents: source, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
  });
  return outfile;
}

/** Waits for something that another process brings about. */
export async function eventually(holds: () => boolean, milliseconds = 10_000): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return holds();
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
