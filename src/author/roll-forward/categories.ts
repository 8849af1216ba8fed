import { entriesOf, entryOf, type Node, type ScalarNode } from "../../base/node.ts";
import { type Categories, type Category, type Classification, sameName, successorOf } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { Edit } from "../edits.ts";
import { codedKeys } from "../format-names.ts";

export interface Renamed {
  readonly edits: readonly Edit[];
  /** 2013804 市场主体管理 → 2013804 经营主体管理. */
  readonly renamed: readonly string[];
  /** 科目 that are not in force next year and have no single successor, and those of the file's own that next year's list calls otherwise. */
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
    const taken = new Set(entries.map(({ key }) => partsOf(key.text).code));
    return entries.map(({ key }) => new Renaming(key, axis, years).found(own, taken));
  });
  const edits = found.flatMap((each) => (each && "edit" in each ? [each] : []));
  const doubtful = found.flatMap((each) => (each && "doubtful" in each ? [each.doubtful] : []));
  return { edits: edits.map(({ edit }) => edit), renamed: [...new Set(edits.map(({ words }) => words))], doubtful: [...new Set(doubtful)] };
}

function partsOf(text: string): { readonly code: string; readonly name: string } {
  const [, code = "", name = ""] = /^(\d{3}|\d{5}|\d{7})(?!\d)\s*(.*)$/s.exec(text.trim()) ?? [];
  return { code, name };
}

/** One key that may be a 科目, in both years. */
class Renaming {
  private readonly key: ScalarNode;
  private readonly code: string;
  private readonly name: string;
  private readonly now: Categories;
  private readonly next: Categories;
  private readonly nextYear: Classification;

  constructor(key: ScalarNode, axis: "functional" | "economic", { now, next }: Years) {
    this.key = key;
    ({ code: this.code, name: this.name } = partsOf(key.text));
    this.now = now[axis];
    this.next = next[axis];
    this.nextYear = next;
  }

  /** `taken` are the codes beside it: two 科目 are not made one. */
  found(own: ReadonlySet<string>, taken: ReadonlySet<string>): Found {
    const { code, name, key } = this;
    const before = this.now.get(code);
    const same = this.next.get(code);
    const keepsName = same === undefined || name === "" || sameName(same.name, name);
    // What the file declares itself may be in next year's list under another name: the officer's to decide.
    if (own.has(code)) return keepsName ? undefined : { doubtful: `${code} ${name}` };
    if (code === "" || before === undefined || (same && keepsName)) return undefined;
    // A name that is wrong already is the checker's matter.
    if (same !== undefined) return this.isNameOf(before) ? change(key, name, same) : undefined;
    const successor = this.isNameOf(before) ? successorOf(code, this.nextYear, before.name) : undefined;
    return successor === undefined || taken.has(successor.code) ? { doubtful: `${code} ${name || before.name}` } : change(key, name, successor);
  }

  /** Whether the name that is written is one that this year's list has, or may have. */
  private isNameOf(before: Category): boolean {
    const { code, name } = this;
    return name === "" || sameName(name, before.name) || this.nextYear.renames.some((rename) => rename.code === code && sameName(rename.old, name));
  }
}

function change(key: ScalarNode, name: string, { code, name: now }: { readonly code: string; readonly name: string }): Found {
  const text = name === "" ? code : `${code} ${now}`;
  return { edit: { start: key.span.start, end: key.span.end, text }, words: `${key.text.trim()} → ${code} ${now}` };
}
