import { accessSync, constants, lstatSync, mkdirSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where our own files may be kept between runs, best first: the user's cache, and for machines
 * without a writable home the temporary directory, under a name that holds the user's number.
 */
export function cacheCandidates(env: Environment): string[] {
  const uid = process.getuid?.() ?? userInfo().username;
  const xdg = env.XDG_CACHE_HOME;
  const home = env.HOME ?? homedirOrNothing();
  return [
    ...(xdg && isAbsolute(xdg) ? [join(xdg, "budgetgen")] : []),
    ...(home && isAbsolute(home) ? [join(home, ".cache", "budgetgen")] : []),
    join(tmpdir(), `budgetgen-${uid}`),
  ];
}

/** The first of the candidates that can be made and written to; undefined when none can. */
export function writableCache(env: Environment): string | undefined {
  return cacheCandidates(env).find((directory) => {
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      accessSync(directory, constants.W_OK | constants.X_OK);
      return isOurs(directory);
    } catch {
      return false;
    }
  });
}

/**
 * Whether a path is a real file or directory of this user that nobody else may write to. In a
 * shared temporary directory anyone can put a program where we are about to look for one.
 */
export function isOurs(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat || stat.isSymbolicLink()) return false;
  if (!process.getuid) return true;
  return stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

/** `homedir()` throws for a user that the system does not list, which is common in containers. */
function homedirOrNothing(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
