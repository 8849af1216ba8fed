// Bundles the command line (importing the libraries one by one costs more than all the rest of a
// build) and makes the package's own standards ready, so that a run need not.
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = join(root, "dist");

/** Libraries that are CommonJS ask for Node's own modules with require. */
const banner = { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' };

const common = {
  outdir,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
  banner,
};

rmSync(outdir, { recursive: true, force: true });
await build({ ...common, entryPoints: [join(root, "src", "budgetgen.ts")], splitting: true });
chmodSync(join(outdir, "budgetgen.js"), 0o755);

// The maker lies where the bundle does, so that it finds the template compiler.
const maker = join(outdir, "make-ready.js");
await build({ ...common, entryPoints: [join(root, "scripts", "make-ready.ts")] });
const { makeReady } = await import(pathToFileURL(maker).href);
rmSync(maker);
makeReady(root);
