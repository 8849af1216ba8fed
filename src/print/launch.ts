import { looksLikeShell } from "./browser-flags.ts";
import { type BrowserProcess, launchBrowser } from "./browser-process.ts";
import { bundledLibraries } from "./bundled-browser.ts";
import { type Environment, writableCache } from "./cache-directory.ts";
import { type FindOptions, type FoundBrowser, findBrowser } from "./find-browser.ts";
import { writeFontConfig } from "./font-config.ts";
import { packageFonts } from "./font-directory.ts";
import { FontServer } from "./font-sheet.ts";
import { type FontFiles, listFonts, readFaces } from "./fonts.ts";
import { browserFailed, browserMissing, fontsMissing, PrintProblem, reasonOf } from "./problems.ts";
import { makeProfile, sweepProfiles } from "./profile-directory.ts";
import { Session } from "./session.ts";
import { TIMEOUTS, type Timeouts } from "./wire.ts";

/** How faces reach the browser: from its system's list, which only Linux lets us set, or as web fonts. */
export type FontDelivery = "installed" | "served";

export interface BrowserOptions extends FindOptions {
  /** The directory of faces; by default the package's own. */
  readonly fonts?: string;
  readonly delivery?: FontDelivery;
  /** `many` prints several documents at a time; `one` starts faster. */
  readonly load?: "one" | "many";
  readonly timeouts?: Timeouts;
}

/** A browser under way: the process is there, the session when it has answered. */
export interface Running {
  readonly found: FoundBrowser;
  readonly process: BrowserProcess;
  readonly session: Promise<Session>;
}

export function defaultDelivery(platform: string = process.platform): FontDelivery {
  return platform === "linux" ? "installed" : "served";
}

/** Starts a browser; a second try goes without the sandbox, which some systems do not let us have. */
export async function launch(options: BrowserOptions, secondTry: boolean): Promise<Running> {
  const { value: found, diagnostics } = await findBrowser(options);
  if (!found) throw new PrintProblem(diagnostics[0] ?? browserMissing());
  const fonts = listFonts(options.fonts ?? packageFonts());
  // A browser that has no face at all does not print boxes but dies.
  if (fonts.files.length === 0) throw new PrintProblem(fontsMissing(fonts.directory, []));
  const served = (options.delivery ?? defaultDelivery()) === "served";
  const shell = found.source === "bundled" || looksLikeShell(found.path);
  const single = shell && options.load !== "many";
  const sandbox = process.platform !== "linux" || !(single || secondTry || process.getuid?.() === 0);
  try {
    const profile = makeProfile();
    const variables = browserVariables(options.env ?? process.env, found, served ? undefined : fonts, profile);
    const started = launchBrowser(found.path, { shell, single, sandbox, profile }, variables);
    const server = served ? new FontServer(fonts.directory, readFaces(fonts.directory)) : undefined;
    const session = Session.connect(started, server, options.timeouts ?? TIMEOUTS);
    // Whoever asks for the session is told of its failure; until then it must not end the program.
    session.catch(() => undefined);
    sweepProfiles();
    return { found, process: started, session };
  } catch (thrown) {
    throw new PrintProblem(browserFailed(found.path, reasonOf(thrown)), false, thrown);
  }
}

/** The environment of the browser: the user's, less what would let other fonts or languages in. */
function browserVariables(env: Environment, found: FoundBrowser, fonts: FontFiles | undefined, profile: string): NodeJS.ProcessEnv {
  if (process.platform !== "linux") return { ...env };
  const { FONTCONFIG_PATH: _path, FONTCONFIG_SYSROOT: _root, ...rest } = env;
  const libraries = found.source === "bundled" ? bundledLibraries(found.path) : undefined;
  const searched = [env.LD_LIBRARY_PATH, libraries].filter((folder) => folder);
  return {
    ...rest,
    // A browser writes to its home; the profile is one that is writable, empty and gone afterwards.
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    LANGUAGE: "zh_CN",
    ...(fonts && { FONTCONFIG_FILE: writeFontConfig(fonts, writableCache(env) ?? profile) }),
    ...(searched.length > 0 && { LD_LIBRARY_PATH: searched.join(":") }),
  };
}
