import type { Changed, Changes, Names } from "./changes.ts";

/** How many 科目 a list names before it says only how many more there are. */
const SHOWN = 20;

/** The three kinds of change with their words, in the order in which they are told. */
const KINDS = [
  ["added", "新增"],
  ["ended", "停用"],
  ["renamed", "改名"],
] as const;

export type ChangeWords = Readonly<Record<(typeof KINDS)[number][0], string>>;

export const WORDS: ChangeWords = Object.fromEntries(KINDS) as ChangeWords;

/** Changes kind by kind, the first of each by name. */
export function printChanges(changes: Changes, words: ChangeWords, shown: number = SHOWN): string[] {
  return KINDS.flatMap(([kind]) => {
    const all = changes[kind];
    if (all.length === 0) return [];
    const more = all.length > shown ? [`    ……还有 ${all.length - shown} 个`] : [];
    return [`  ${words[kind]} ${all.length} 个：`, ...all.slice(0, shown).map((each) => `    ${lineOf(each)}`), ...more];
  });
}

function lineOf({ code, name, before }: Changed): string {
  return before === undefined ? `${code} ${name}` : `${code} ${before} → ${name}`;
}

/** Changes by 类, each with its name. */
export function byClass(changes: Changes, names: Names): { readonly code: string; readonly name: string; readonly changes: Changes }[] {
  const classOf = ({ code }: Changed): string => code.slice(0, 3);
  const codes = [...new Set(KINDS.flatMap(([kind]) => changes[kind].map(classOf)))].sort();
  return codes.map((code) => {
    const of = (list: readonly Changed[]): Changed[] => list.filter((each) => classOf(each) === code);
    return { code, name: names.get(code) ?? "", changes: { same: 0, added: of(changes.added), ended: of(changes.ended), renamed: of(changes.renamed) } };
  });
}
