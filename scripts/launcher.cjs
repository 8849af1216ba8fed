#!/usr/bin/env node
// Runs the bundle beside it with the code that V8 compiled when the package was built: compiling it
// anew takes several times as long as building a document. Where the cache does not fit (another
// version of Node) V8 refuses it and the bundle runs all the same.
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

const bundle = join(__dirname, "bundle.cjs");
const cache = join(__dirname, "bundle.cache");
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, "utf8")}\n})`, {
  filename: bundle,
  cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
});
if (process.env.BUDGETGEN_MAKE_CACHE) process.on("exit", () => writeFileSync(cache, script.createCachedData()));
script.runInThisContext()(exports, require, module, bundle, __dirname);
