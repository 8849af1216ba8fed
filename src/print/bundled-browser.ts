import { randomBytes } from "node:crypto";
import { closeSync, createReadStream, createWriteStream, existsSync, fsyncSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { cacheCandidates, type Environment, isOurs, writableCache } from "./cache-directory.ts";

/** The version of @sparticuz/chromium that package.json pins; a test holds the two together. */
export const BUNDLED_VERSION = "147.0.0";

const NAME = `chromium-${BUNDLED_VERSION}`;
const UNPACKING = ".unpack-";
const HOUR = 3_600_000;

/** Whether the package carries a browser for this machine: its npm edition holds x64 Linux only. */
export function bundledRunsHere(platform: string = process.platform, architecture: string = process.arch): boolean {
  return platform === "linux" && architecture === "x64";
}

/** The browser as unpacked by an earlier run. */
export function unpackedBrowser(env: Environment): string | undefined {
  return cacheCandidates(env)
    .map((cache) => join(cache, NAME))
    .filter((directory) => isOurs(dirname(directory)) && isOurs(directory))
    .map((directory) => join(directory, "chromium"))
    .find((path) => isOurs(path));
}

/** The folder of archives in the installed package; undefined when the package is not installed. */
export function bundledArchives(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const archives = join(dirname(main), "..", "..", "bin");
    return existsSync(join(archives, "chromium.br")) ? archives : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the browser and gives its path. Everything goes to a directory of another name, is
 * flushed to disk and renamed at the end: what bears the final name is whole, always. Of two
 * processes that unpack at once the second finds the name taken and uses the first one's.
 */
export async function unpackBrowser(env: Environment, archives: string): Promise<string> {
  const cache = writableCache(env);
  if (!cache) throw new Error("找不到可以写入的缓存目录");
  const target = join(cache, NAME);
  const temporary = join(cache, `${UNPACKING}${process.pid}-${randomBytes(6).toString("hex")}`);
  await sweepUnpacking(cache);
  try {
    await mkdir(join(temporary, "lib"), { recursive: true, mode: 0o700 });
    const written = await Promise.allSettled([
      decompress(join(archives, "chromium.br"), createWriteStream(join(temporary, "chromium"), { mode: 0o700, flush: true })),
      decompress(join(archives, "al2023.tar.br"), tarTarget(archives, temporary)),
    ]);
    // Only when both have come to an end, or one would still be writing to what is being removed.
    for (const { reason } of written.filter((result) => result.status === "rejected")) throw reason;
    syncDirectory(temporary);
    await rename(temporary, target).catch((thrown: NodeJS.ErrnoException) => {
      if (!(thrown.code === "ENOTEMPTY" || thrown.code === "EEXIST")) throw thrown;
    });
    syncDirectory(cache);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  if (!isOurs(target)) throw new Error(`${target} 不属于当前用户`);
  return join(target, "chromium");
}

const NEEDED_LIBRARIES = ["libnss3.so", "libnssutil3.so", "libnspr4.so", "libexpat.so.1"];

/**
 * The folder for LD_LIBRARY_PATH when the machine lacks a library that the browser links to.
 * Never otherwise: the package's copies ask for glibc 2.34, the browser itself only for 2.25.
 */
export function bundledLibraries(browser: string, linkerCache = "/etc/ld.so.cache"): string | undefined {
  const known = readOrNothing(linkerCache);
  return NEEDED_LIBRARIES.every((library) => known.includes(library)) ? undefined : join(dirname(browser), "lib");
}

async function decompress(archive: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress({ chunkSize: 2 ** 21 }), target);
}

/** A writer of tar entries: the package's own dependency, so resolved from where the package lies. */
function tarTarget(archives: string, directory: string): NodeJS.WritableStream {
  const { extract } = createRequire(join(archives, "..", "package.json"))("tar-fs") as {
    extract(directory: string, options: { dmode: number }): NodeJS.WritableStream;
  };
  return extract(directory, { dmode: 0o700 });
}

/** A rename is only as durable as the directory that holds it. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes what a killed process left half unpacked; an hour is far longer than unpacking takes. */
async function sweepUnpacking(cache: string): Promise<void> {
  const stale = readdirSync(cache)
    .filter((name) => name.startsWith(UNPACKING))
    .map((name) => join(cache, name))
    .filter((path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > HOUR);
  await Promise.all(stale.map((path) => rm(path, { recursive: true, force: true })));
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
