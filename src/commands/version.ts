import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../compile.ts";

/** The program's version, as its manifest gives it. */
export function version(): string {
  const manifest: { readonly version: string } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return manifest.version;
}
