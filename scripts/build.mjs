// Bundles the command line (importing the libraries one by one costs more than all the rest of a
// build) and parses the package's own standards, so that a run need not.
import { chmodSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = join(root, "dist");

/** Libraries that are CommonJS ask for Node's own modules with require. */
const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };

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
  // Handlebars' main file asks for node:fs to register .hbs files with require, which nothing here does.
  alias: { handlebars: "handlebars/dist/cjs/handlebars.js" },
};

rmSync(outdir, { recursive: true, force: true });
await build({ ...common, entryPoints: [join(root, "src", "budgetgen.ts")], splitting: true });
chmodSync(join(outdir, "budgetgen.js"), 0o755);

const packer = join(outdir, "pack-trees.js");
await build({ ...common, entryPoints: [join(root, "scripts", "pack-trees.ts")] });
const { packTrees } = await import(packer);
rmSync(packer);
const templates = join(root, "templates");
const files = readdirSync(templates, { recursive: true }).filter((path) => path.endsWith(".yaml"));
writeFileSync(join(outdir, "trees.json"), packTrees(files.map((path) => join(templates, path))));
