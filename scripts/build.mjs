// Bundles the command line, makes the package's own standards ready, and keeps what V8 compiled of
// the bundle: a run loads two files instead of a thousand and compiles next to nothing.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const launcher = join(dist, "budgetgen.cjs");

const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
  // A script has no import.meta; the sources use it only to find files beside themselves.
  define: { "import.meta.url": "moduleUrl" },
  banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

// The reader of spreadsheets is nearly as large as the rest; only a run that reads one loads its file.
const spreadsheets = {
  name: "spreadsheets",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/hucre\.ts$/ }, () => ({ path: "./spreadsheets.cjs", external: true })),
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
// The launcher's script has no import() of its own: what is loaded later is required.
const lazy = { plugins: [spreadsheets], supported: { "dynamic-import": false } };
await build({ ...common, ...lazy, entryPoints: [join(root, "src", "budgetgen.ts")], outfile: join(dist, "bundle.cjs") });
await build({ ...common, entryPoints: [join(root, "src", "load", "sheet", "hucre.ts")], outfile: join(dist, "spreadsheets.cjs") });
copyFileSync(join(root, "scripts", "launcher.cjs"), launcher);
chmodSync(launcher, 0o755);

const maker = join(dist, "make-ready.cjs");
await build({ ...common, entryPoints: [join(root, "scripts", "make-ready.ts")], outfile: maker });
createRequire(import.meta.url)(maker).makeReady(root);
rmSync(maker);

// What is compiled is what a build calls. Where nothing can be printed yet, the cache is only smaller.
const scratch = mkdtempSync(join(tmpdir(), "budgetgen-cache-"));
try {
  execFileSync(process.execPath, [launcher, "build", join(root, "budgets", "lianzhou.yaml"), "-o", scratch], {
    env: { ...process.env, BUDGETGEN_MAKE_CACHE: "1" },
    stdio: "ignore",
  });
} catch {
  // The first build says what is wrong.
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
