// Bundles the command line: importing the libraries unbundled costs more than all the rest of a build.
import { chmodSync, rmSync } from "node:fs";
import { build } from "esbuild";

const outdir = new URL("../dist/", import.meta.url).pathname;
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: [new URL("../src/budgetgen.ts", import.meta.url).pathname],
  outdir,
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  minify: true,
  keepNames: true,
  legalComments: "linked",
  logLevel: "warning",
  // Libraries that are CommonJS ask for Node's own modules with require.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  // Handlebars' main file asks for node:fs to register .hbs files with require, which nothing here does.
  alias: { handlebars: "handlebars/dist/cjs/handlebars.js" },
});
chmodSync(`${outdir}budgetgen.js`, 0o755);
