import { entryOf, type MapEntry, type Node } from "../../base/node.ts";
import { sameName } from "../../check/budget/category-near.ts";
import { type Categories, type Classification, codesAbove } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { Edit } from "../edits.ts";
import { codedKeys } from "../format-names.ts";
import { entriesOf } from "./places.ts";

export interface Renamed {
  readonly edits: readonly Edit[];
  /** 2013804 市场主体管理 → 2013804 经营主体管理. */
  readonly renamed: readonly string[];
  /** 科目 that are not in force next year and have no single successor. */
  readonly doubtful: readonly string[];
}

/** Both years' 科目. */
export interface Years {
  readonly now: Classification;
  readonly next: Classification;
}

type Found = { readonly edit: Edit; readonly words: string } | { readonly doubtful: string } | undefined;

/** Writes 科目 as next year's list has them, where it is beyond doubt which that is. */
export function renamedCodes(root: Node, standard: Standard, years: Years): Renamed {
  const own = new Set(entriesOf(entryOf(root, "自设科目")?.value).map(({ key }) => partsOf(key.text).code));
  const found = codedKeys(root, standard).flatMap(({ node, axis }) => {
    const entries = entriesOf(node);
    return entries.map((entry) => renamed(entry, entries, own, years.now[axis], years.next[axis], years.next));
  });
  const edits = found.flatMap((each) => (each && "edit" in each ? [each] : []));
  const doubtful = found.flatMap((each) => (each && "doubtful" in each ? [each.doubtful] : []));
  return { edits: edits.map(({ edit }) => edit), renamed: [...new Set(edits.map(({ words }) => words))], doubtful: [...new Set(doubtful)] };
}

function partsOf(text: string): { readonly code: string; readonly name: string } {
  const [, code = "", name = ""] = /^(\d{3}|\d{5}|\d{7})(?!\d)\s*(.*)$/s.exec(text.trim()) ?? [];
  return { code, name };
}

function renamed({ key }: MapEntry, entries: readonly MapEntry[], own: ReadonlySet<string>, now: Categories, next: Categories, year: Classification): Found {
  const { code, name } = partsOf(key.text);
  const before = now.get(code);
  if (code === "" || own.has(code) || before === undefined) return undefined;
  // A name that is wrong is the checker's matter.
  if (name !== "" && !sameName(name, before.name)) return next.get(code) === undefined ? { doubtful: `${code} ${name}` } : undefined;
  const same = next.get(code);
  if (same !== undefined) return sameName(same.name, before.name) || name === "" ? undefined : change(key, name, same);
  const successor = successorOf(code, before.name, next, year);
  const taken = entries.some((each) => partsOf(each.key.text).code === successor);
  const category = successor === undefined || taken ? undefined : next.get(successor);
  return category === undefined ? { doubtful: `${code} ${before.name}` } : change(key, name, category);
}

function change(key: MapEntry["key"], name: string, { code, name: now }: { readonly code: string; readonly name: string }): Found {
  const text = name === "" ? code : `${code} ${now}`;
  return { edit: { start: key.span.start, end: key.span.end, text }, words: `${key.text.trim()} → ${code} ${now}` };
}

/** The one code in place of another; of a 款 that moved whole, the one below it of the same name. */
function successorOf(code: string, name: string, next: Categories, { renames }: Classification): string | undefined {
  for (const each of [code, ...codesAbove(code)]) {
    const [to, second] = renames.find((rename) => rename.code === each && rename.successors.length > 0)?.successors ?? [];
    if (to === undefined) continue;
    if (second !== undefined) return undefined;
    if (to.length === code.length) return next.get(to) && to;
    const below = [...next.keys()].filter((one) => one.startsWith(to) && one.length === code.length && sameName(next.get(one)?.name ?? "", name));
    return below.length === 1 ? below[0] : undefined;
  }
  return undefined;
}
