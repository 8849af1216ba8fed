/** How a browser is to run. */
export interface RunMode {
  /** A headless shell, which has the old, quick headless mode; a full browser has only the slow one. */
  readonly shell: boolean;
  /** Everything in one process: boots and prints one document fastest, but prints one at a time. */
  readonly single: boolean;
  readonly sandbox: boolean;
  readonly profile: string;
}

/**
 * The command line. Measured on two cores, cold, 19 pages: one process instead of several saves 130
 * of 560 ms; none of the usual thirty flags for quiet and speed beyond these changes the time.
 *
 * One process means no sandbox. What the sandbox guards against is a page that breaks the renderer;
 * here the page is our own markup around escaped text, with our own fonts, no script, no image that
 * is fetched and no network. With several processes (batches) the sandbox stays on, except for root,
 * whom Chromium refuses one, and where the system forbids it (then the relaunch goes without).
 */
export function browserFlags({ shell, single, sandbox, profile }: RunMode): string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    ...(sandbox ? [] : ["--no-sandbox"]),
    ...(single && shell ? ["--single-process", "--no-zygote"] : []),
    // Without it the shell writes sixty files to the profile, which cost 20 ms to make and to remove.
    ...(shell ? ["--incognito"] : []),
    // There is no GPU to use, and in one process the software one does not start without its libraries.
    "--disable-gpu",
    // A second wall behind the interception of requests: no name resolves to anything.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    // No frame gets a process of its own, which the interception would not see.
    "--disable-features=IsolateOrigins,site-per-process,Translate,MediaRouter,OptimizationHints",
    "--disable-site-isolation-trials",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    // Containers give /dev/shm 64 MB, and a browser that fills it dies.
    "--disable-dev-shm-usage",
    // Hinting rounds the widths of characters to the pixels of a screen that is not there. One process
    // heeds the first of these, several the second; without them the two lay text out differently.
    "--font-render-hinting=none",
    "--disable-font-subpixel-positioning",
    "--no-first-run",
    "--no-default-browser-check",
    "--lang=zh-CN",
    "about:blank",
  ];
}

/** Whether a browser that the user named is a headless shell: its makers all put it into the name. */
export function looksLikeShell(path: string): boolean {
  return /headless[-_]shell/i.test(path);
}
