import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A face of the font directory, as coverage.json names it. */
export interface Face {
  readonly file: string;
  readonly family: string;
}

/** The font directory as it lies on disk. */
export interface FontFiles {
  readonly directory: string;
  readonly files: readonly string[];
  /** Changes when any of the files does. */
  readonly fingerprint: string;
}

/**
 * The font files of a directory; none when there is no such directory. The fingerprint goes by
 * size and time, not by content: reading 50 MB would cost every run more than the printing.
 */
export function listFonts(directory: string): FontFiles {
  const files = existsSync(directory)
    ? readdirSync(directory)
        .filter((name) => name.endsWith(".ttf"))
        .sort()
    : [];
  const hash = createHash("sha256").update(directory);
  for (const file of files) {
    const stat = statSync(join(directory, file));
    hash.update(`\0${file}\0${stat.size}\0${stat.mtimeMs}`);
  }
  return { directory, files, fingerprint: hash.digest("hex").slice(0, 16) };
}

/** The faces that should be in a directory. coverage.json is large, so only who needs it reads it. */
export function readFaces(directory: string): Face[] {
  const path = join(directory, "coverage.json");
  if (!existsSync(path)) return [];
  const coverage: unknown = JSON.parse(readFileSync(path, "utf8"));
  const listed: unknown = Array.isArray(coverage) ? coverage : (coverage as { faces?: unknown } | null)?.faces;
  return Array.isArray(listed) ? listed.filter(isFace).map(({ file, family }) => ({ file, family })) : [];
}

function isFace(value: unknown): value is Face {
  const face = value as Partial<Face> | null;
  return typeof face?.file === "string" && typeof face.family === "string";
}
