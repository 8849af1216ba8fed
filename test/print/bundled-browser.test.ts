import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { BUNDLED_VERSION, bundledArchives, bundledLibraries, unpackBrowser, unpackedBrowser } from "../../src/print/bundled-browser.ts";
import { ROOT, temporaryDirectory } from "./support.ts";

const PROGRAM = randomBytes(300_000);

/** A package like the real one, with a small browser in it. */
function somePackage(browser: Buffer = brotliCompressSync(PROGRAM)): { archives: string; env: Record<"HOME" | "XDG_CACHE_HOME", string> } {
  const directory = temporaryDirectory();
  const archives = join(directory, "bin");
  mkdirSync(archives);
  symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
  writeFileSync(join(archives, "chromium.br"), browser);
  copyFileSync(join(ROOT, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"), join(archives, "al2023.tar.br"));
  return { archives, env: { HOME: directory, XDG_CACHE_HOME: join(directory, "cache") } };
}

describe("the bundled browser", () => {
  it("is the version that package.json pins", () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(dependencies["@sparticuz/chromium"]).toBe(BUNDLED_VERSION);
    expect(bundledArchives()).toBeDefined();
  });

  it("is unpacked whole, with its libraries, to a path of its version", async () => {
    const { archives, env } = somePackage();
    expect(unpackedBrowser(env)).toBeUndefined();
    const path = await unpackBrowser(env, archives);
    expect(path).toBe(join(env.XDG_CACHE_HOME, "budgetgen", `chromium-${BUNDLED_VERSION}`, "chromium"));
    expect(readFileSync(path).equals(PROGRAM)).toBe(true);
    expect(existsSync(join(path, "../lib/libnss3.so"))).toBe(true);
    expect(unpackedBrowser(env)).toBe(path);
  });

  it("is unpacked by several at once, who all succeed and leave nothing over", async () => {
    const { archives, env } = somePackage();
    const paths = await Promise.all([1, 2, 3].map(() => unpackBrowser(env, archives)));
    expect(new Set(paths).size).toBe(1);
    expect(readdirSync(join(env.XDG_CACHE_HOME, "budgetgen"))).toEqual([`chromium-${BUNDLED_VERSION}`]);
  });

  it("is not there at all when the archive is damaged", async () => {
    const { archives, env } = somePackage(brotliCompressSync(PROGRAM).subarray(0, 100_000));
    await expect(unpackBrowser(env, archives)).rejects.toThrow();
    expect(readdirSync(join(env.XDG_CACHE_HOME, "budgetgen"))).toEqual([]);
    expect(unpackedBrowser(env)).toBeUndefined();
  });

  it("clears away what a killed run left half unpacked", async () => {
    const { archives, env } = somePackage();
    const left = join(env.XDG_CACHE_HOME, "budgetgen", ".unpack-1-abc");
    mkdirSync(left, { recursive: true, mode: 0o700 });
    utimesSync(left, new Date(0), new Date(0));
    await unpackBrowser(env, archives);
    expect(existsSync(left)).toBe(false);
  });

  it("is not taken from a place where others may write", async () => {
    const { archives, env } = somePackage();
    const path = await unpackBrowser(env, archives);
    chmodSync(join(path, ".."), 0o777);
    expect(unpackedBrowser(env)).toBeUndefined();
  });

  it("brings its libraries only where the machine lacks them", () => {
    const cache = join(temporaryDirectory(), "ld.so.cache");
    writeFileSync(cache, "libnss3.so\0libnssutil3.so\0libnspr4.so\0libexpat.so.1\0");
    expect(bundledLibraries("/c/chromium", cache)).toBeUndefined();
    writeFileSync(cache, "libexpat.so.1\0");
    expect(bundledLibraries("/c/chromium", cache)).toBe("/c/lib");
    expect(bundledLibraries("/c/chromium", "/nowhere")).toBe("/c/lib");
  });
});
