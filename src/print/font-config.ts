import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FontFiles } from "./fonts.ts";

/**
 * Behind every family that a document may name. Bound strongly, or the language of the process, which
 * differs between the ways to run a browser, would choose among our faces.
 */
const LAST_RESORT = "BudgetGen Fallback";

/**
 * Writes the fontconfig file that shows a browser our faces and no others, and gives its path for
 * FONTCONFIG_FILE. That is what makes the bytes of a PDF the same on every machine; installed faces
 * also print a good deal faster than web fonts. The name follows the fonts, so nothing ever changes
 * under a browser that runs.
 */
export function writeFontConfig(fonts: FontFiles, cache: string): string {
  const folder = join(cache, `fontconfig-${fonts.fingerprint}`);
  const path = join(folder, "fonts.conf");
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.fonts.conf-${process.pid}`);
  writeFileSync(temporary, fontConfig(fonts.directory, folder));
  renameSync(temporary, path);
  return path;
}

function fontConfig(directory: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(directory)}</dir>
  <cachedir>${escapeXml(cache)}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong"><string>${LAST_RESORT}</string></edit>
  </match>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
