import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Where the schema of budget files lies in the package. */
const SCHEMA = ["schema", "budget.schema.json"];

/**
 * The schema as a file in a folder refers to it, for the line by which an editor finds it: only within the package, or within
 * what the package is installed in. From elsewhere the way to it would hold on this machine alone.
 */
export function schemaFrom(folder: string, packageFolder: string): string | undefined {
  const schema = join(packageFolder, ...SCHEMA);
  const [home = packageFolder] = packageFolder.split(`${sep}node_modules${sep}`);
  const isInside = folder === home || folder.startsWith(home + sep);
  return isInside && existsSync(schema) ? relative(folder, schema).split(sep).join("/") : undefined;
}
