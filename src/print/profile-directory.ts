import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "budgetgen-profile-";
const HOUR = 3_600_000;

/** A new directory for one browser's scratch files, named after the process that owns it. */
export function makeProfile(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Removes a profile whose browser has gone. What cannot be removed now is swept at a later start. */
export function removeProfile(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch {
    // On Windows the files of a process that has just ended may still be held for a moment.
  }
}

/**
 * Removes what runs that were killed left behind: profiles of ours, of processes that are no more.
 * The hour is for containers, which share the directory but not the numbers of processes.
 */
export function sweepProfiles(directory: string = tmpdir(), now: number = Date.now()): void {
  for (const name of readdirSync(directory)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const path = join(directory, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat?.isDirectory() || (process.getuid && stat.uid !== process.getuid())) continue;
    if (now - stat.mtimeMs > HOUR) removeProfile(path);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
