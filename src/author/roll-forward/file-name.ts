import { basename, dirname, extname, join } from "node:path";

/** Next year's file beside this year's: the year in its name is shifted, or added: 某局.yaml and 某局-2024.yaml → 某局-2025.yaml. */
export function nextFile(path: string, year: number): string {
  const extension = extname(path);
  const name = basename(path, extension);
  const last = [...name.matchAll(/(?<!\d)\d{4}(?!\d)/g)].findLast(([digits]) => digits === String(year));
  const next = last === undefined ? `${name}-${year + 1}` : `${name.slice(0, last.index)}${year + 1}${name.slice(last.index + 4)}`;
  return join(dirname(path), next + extension);
}
