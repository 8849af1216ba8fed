import { distance } from "fastest-levenshtein";

/**
 * The known word that was probably meant: one that is a slip of the finger away, else the only
 * shortest one that holds all characters of the word in order (经营收入 in 事业单位经营收入), else the
 * longest whose characters the word holds in order (事业单位 in 全额事业单位), else one that is near
 * enough: a third of the word, and for words in letters two edits.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const candidates = [...known].map((candidate) => ({ candidate, edits: editsBetween(word, candidate) }));
  const [best] = candidates.sort((a, b) => a.edits - b.edits);
  if (best === undefined || word === "") return undefined;
  if (best.edits <= 1) return best.candidate;
  const fuller = onlyShortest(candidates.map(({ candidate }) => candidate).filter((candidate) => holdsInOrder(candidate, word)));
  if (fuller !== undefined) return fuller;
  const within = candidates.map(({ candidate }) => candidate).filter((candidate) => candidate.length > 2 && holdsInOrder(word, candidate));
  if (within.length > 0) return within.sort((a, b) => b.length - a.length)[0];
  return best.edits <= Math.max(/^[\w-]{4,}$/.test(word) ? 2 : 1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

/** Characters left out, put in or put in another's place; two neighbours exchanged are one slip, and the likeliest. */
function editsBetween(word: string, candidate: string): number {
  return isExchanged(word, candidate) ? 0.5 : distance(word, candidate);
}

function isExchanged(word: string, candidate: string): boolean {
  if (word.length !== candidate.length || word === candidate) return false;
  let at = 0;
  while (word[at] === candidate[at]) at += 1;
  return word[at] === candidate[at + 1] && word[at + 1] === candidate[at] && word.slice(at + 2) === candidate.slice(at + 2);
}

function onlyShortest(words: readonly string[]): string | undefined {
  const length = Math.min(...words.map((word) => word.length));
  const shortest = words.filter((word) => word.length === length);
  return shortest.length === 1 ? shortest[0] : undefined;
}

function holdsInOrder(long: string, short: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return short.length > 1;
}

/** A hint 是不是想写“…”？ when a known word is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const meant = nearest(word, known);
  return meant === undefined ? undefined : `是不是想写“${meant}”？`;
}
