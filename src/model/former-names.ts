const BETWEEN = "、";

/**
 * 上年名称 as the names of the projects it means: several, parted by 、, where they are one project now. A name may have 、 of its own:
 * it is parted so that every name is known, where that can be done.
 */
export function formerNames(written: string, known: ReadonlySet<string>): string[] {
  const pieces = written.split(BETWEEN).map((piece) => piece.trim());
  return knownNames(pieces, known) ?? pieces.filter((piece) => piece !== "");
}

/** The pieces put together into known names, the longest first; nothing where they are not all known. */
function knownNames(pieces: readonly string[], known: ReadonlySet<string>): string[] | undefined {
  if (pieces.length === 0) return [];
  for (let count = pieces.length; count > 0; count--) {
    const name = pieces.slice(0, count).join(BETWEEN);
    const others = known.has(name) ? knownNames(pieces.slice(count), known) : undefined;
    if (others !== undefined) return [name, ...others];
  }
  return undefined;
}
