import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { browserFlags, type RunMode } from "./browser-flags.ts";
import { removeProfile } from "./profile-directory.ts";

/** A browser that hangs says nothing; one that died has said it all by then. In milliseconds. */
const LAST_WORDS = 300;

/** A browser that runs, with the pipe to command it by. */
export interface BrowserProcess {
  readonly path: string;
  readonly pid: number | undefined;
  readonly toBrowser: Writable;
  readonly fromBrowser: Readable;
  /** Rejects when the program could not be run at all. */
  readonly spawned: Promise<unknown>;
  /** Resolves when it has ended, by itself or not. */
  readonly exited: Promise<void>;
  /** Of one that failed: the most telling thing it said on its error output, or how it ended, or nothing. */
  lastWords(): Promise<string>;
  /** Ends it and all it started at once, and removes its profile. */
  end(): void;
}

/**
 * Starts a browser. The pipe is what makes it die with us even when we are killed outright: it
 * ends when its end of the pipe closes, which a debugging port would not tell it.
 */
export function launchBrowser(path: string, mode: RunMode, variables: NodeJS.ProcessEnv): BrowserProcess {
  const { profile } = mode;
  const child = spawn(path, browserFlags(mode), {
    env: variables,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  // A pipe that breaks also closes, and that is what is acted on; unheard, the error would end the program.
  for (const stream of child.stdio) stream?.on("error", () => undefined);
  const spawned = once(child, "spawn");
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const silent = new Promise<void>((resolve) => child.stderr?.once("close", () => resolve()));
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString("latin1")).slice(-4000)));
  const end = (): void => {
    living.delete(end);
    killGroup(child);
    // A killed browser takes 50 ms to give its memory back, and nobody need wait for that.
    child.unref();
    for (const stream of child.stdio) stream?.destroy();
    removeProfile(profile);
  };
  endAtExit(end);
  return {
    path,
    pid: child.pid,
    toBrowser: child.stdio[3] as Writable,
    fromBrowser: child.stdio[4] as Readable,
    spawned,
    exited,
    async lastWords() {
      // Its pipe closes before its end is told, and its end is told before its words are read.
      await Promise.race([Promise.all([exited, silent]), pause(LAST_WORDS)]);
      return tellingLine(errors) || endOf(child);
    },
    end,
  };
}

/** Started detached, the browser leads a group of its own, so that one signal reaches its helpers too. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

const living = new Set<() => void>();
let watching = false;

function endAtExit(end: () => void): void {
  living.add(end);
  if (watching) return;
  watching = true;
  const endAll = (): void => {
    for (const endOne of living) endOne();
  };
  process.once("exit", endAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      endAll();
      // A listener takes away the signal's own effect; when it was the only one, that is given back.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

function endOf({ exitCode, signalCode }: ChildProcess): string {
  if (signalCode !== null) return `浏览器被信号 ${signalCode} 终止`;
  return exitCode === null ? "" : `浏览器自行退出，退出码 ${exitCode}`;
}

function tellingLine(errors: string): string {
  const lines = errors
    .split("\n")
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, "").trim())
    .filter((line) => line !== "");
  const telling = lines.find((line) => /error while loading|No usable sandbox|not found|cannot /i.test(line));
  return (telling ?? lines.at(-1) ?? "").slice(0, 200);
}
