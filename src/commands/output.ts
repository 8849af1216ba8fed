import { closeSync, fchmodSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that is complete and has only to be put in its place. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Rights of the file; the system's usual ones where they are not said. */
  readonly mode?: number;
}

/**
 * Puts the files of one document in place. Each is written whole beside its place and then renamed,
 * so a reader finds the old file or the new one and never a part; nothing is renamed until all are written.
 */
export function writeWhole(files: readonly OutputFile[]): void {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, bytes, mode } of files) {
      mkdirSync(dirname(path), { recursive: true });
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      written.push({ temporary, path });
      writeSynced(temporary, bytes, mode);
    }
    for (const { temporary, path } of written) renameSync(temporary, path);
  } finally {
    for (const { temporary } of written) rmSync(temporary, { force: true });
  }
}

function writeSynced(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(path, "wx");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    if (mode !== undefined) fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: "输出位置是一个文件，不是文件夹",
  ENOTDIR: "输出位置是一个文件，不是文件夹",
  EACCES: "没有写的权限",
  EPERM: "没有写的权限",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘满了",
};

/** Why a file could not be written, in the user's words. */
export function reasonOf(failure: unknown): string {
  const { code = String(failure) } = failure as NodeJS.ErrnoException;
  return REASONS[code] ?? code;
}
