const BETWEEN = /[、，,]/g;

/**
 * 上年名称 as the names of the projects it means: several, parted by 、, where they are one project now. A name may have 、 of its own:
 * it is parted so that every name is known, where that can be done.
 */
export function formerNames(written: string, known: ReadonlySet<string>): string[] {
  return knownNames(written.trim(), known) ?? written.split("、").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

/** Words as known names, the longest first; nothing where they are not all known. */
function knownNames(words: string, known: ReadonlySet<string>): string[] | undefined {
  if (known.has(words)) return [words];
  for (const { index } of [...words.matchAll(BETWEEN)].reverse()) {
    const name = words.slice(0, index).trim();
    const others = known.has(name) ? knownNames(words.slice(index + 1).trim(), known) : undefined;
    if (others !== undefined) return [name, ...others];
  }
  return undefined;
}
