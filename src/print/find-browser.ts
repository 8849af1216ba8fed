import { accessSync, constants, statSync } from "node:fs";
import { delimiter, posix, win32 } from "node:path";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Outcome } from "../base/outcome.ts";
import { bundledArchives, bundledRunsHere, unpackBrowser, unpackedBrowser } from "./bundled-browser.ts";
import type { Environment } from "./cache-directory.ts";
import { browserMissing, browserNotAt, browserNotUnpacked, reasonOf } from "./problems.ts";

/** Who named the browser that is used, for doctor. */
export type BrowserSource = "option" | "environment" | "bundled" | "installed";

export interface FoundBrowser {
  readonly path: string;
  readonly source: BrowserSource;
}

/** What finding looks at; tests give a machine of their own. */
export interface Machine {
  readonly platform: string;
  readonly architecture: string;
  isProgram(path: string): boolean;
  /** The bundled browser's path, unpacked at need; undefined where the package is not installed. */
  bundled(env: Environment): Promise<string> | string | undefined;
}

export interface FindOptions {
  readonly browser?: string | undefined;
  readonly env?: Environment;
}

const thisMachine: Machine = {
  platform: process.platform,
  architecture: process.arch,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  bundled(env) {
    const unpacked = unpackedBrowser(env);
    if (unpacked) return unpacked;
    const archives = bundledArchives();
    return archives === undefined ? undefined : unpackBrowser(env, archives);
  },
};

/**
 * The browser to print with: the one the user names, by option or BUDGETGEN_BROWSER; else the
 * headless shell that came with the program (its version is pinned, so its bytes are); else an
 * installed one. A browser that is named and not there is an error, never passed over in silence.
 */
export async function findBrowser(options: FindOptions, machine: Machine = thisMachine): Promise<Outcome<FoundBrowser>> {
  const env = options.env ?? process.env;
  const named: [string | undefined, BrowserSource, string][] = [
    [options.browser, "option", "--browser"],
    [env.BUDGETGEN_BROWSER, "environment", "环境变量 BUDGETGEN_BROWSER"],
  ];
  for (const [path, source, namedBy] of named) {
    if (!path) continue;
    return machine.isProgram(path) ? found(path, source) : { diagnostics: [browserNotAt(path, namedBy)] };
  }
  let unpacking: Diagnostic | undefined;
  if (bundledRunsHere(machine.platform, machine.architecture)) {
    try {
      const path = await machine.bundled(env);
      if (path) return found(path, "bundled");
    } catch (thrown) {
      unpacking = browserNotUnpacked(reasonOf(thrown));
    }
  }
  const installed = installedPaths(machine.platform, env).find((path) => machine.isProgram(path));
  return installed ? found(installed, "installed") : { diagnostics: [unpacking ?? browserMissing()] };
}

function found(path: string, source: BrowserSource): Outcome<FoundBrowser> {
  return { value: { path, source }, diagnostics: [] };
}

/** The places where the makers of browsers put them, in the order of trying. */
export function installedPaths(platform: string, env: Environment): string[] {
  if (platform === "win32") return windowsPaths(env);
  if (platform === "darwin") return macPaths(env);
  return linuxPaths(env);
}

/** Edge first: every Windows since 10 has it. */
function windowsPaths(env: Environment): string[] {
  const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const programs = ["Microsoft\\Edge\\Application\\msedge.exe", "Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"];
  return programs.flatMap((program) => roots.map((root) => win32.join(root, program)));
}

function macPaths(env: Environment): string[] {
  const roots = ["/Applications", ...(env.HOME ? [posix.join(env.HOME, "Applications")] : [])];
  const programs = ["Google Chrome", "Microsoft Edge", "Chromium"];
  return programs.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app`, "Contents/MacOS", name)));
}

/** Headless shells first: they start five times and print three times as fast as a full browser. */
function linuxPaths(env: Environment): string[] {
  const names = [
    "chrome-headless-shell",
    "chromium-headless-shell",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "chromium",
    "chromium-browser",
  ];
  const folders = [...(env.PATH ?? "").split(delimiter).filter((folder) => folder.startsWith("/")), "/usr/bin", "/usr/local/bin"];
  const fixed = ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
  return [...names.flatMap((name) => folders.map((folder) => posix.join(folder, name))), ...fixed];
}
