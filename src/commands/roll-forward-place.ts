import { existsSync, lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Node } from "../base/node.ts";
import { linkIn, pathOfLink } from "../last-year/link.ts";

/** Where next year's files may be written. */
export class Places {
  private readonly force: boolean;
  /** What was written in this run. */
  private readonly written = new Set<string>();

  constructor(force: boolean) {
    this.force = force;
  }

  /** Why a file may not be written; what is there stays as it is, unless it is forced. */
  faultOf(source: string, target: string, tree: Node): string | undefined {
    const folder = dirname(target);
    if (!statOf(folder)?.isDirectory()) return `没有文件夹 ${folder}，没有写 ${target}；先建好文件夹，或者用 -o 写到别处`;
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const there = statOf(target);
    if (isSame(there, statOf(source))) return `${target} 就是原来的文件，不能写在它上面；用 -o 写另一个文件名`;
    const { value: link } = linkIn(tree);
    if (link !== undefined && isSame(there, statOf(pathOfLink(link)))) return `${target} 是 ${source} 的上年文件，不能写在它上面；用 -o 写另一个文件名`;
    if (there === undefined) return `${target} 是一个链接，连到的文件没有了；用 -o 写另一个文件名`;
    if (there.isDirectory()) return `${target} 是文件夹；-o 后面写文件名`;
    if (!there.isFile()) return `${target} 不是普通的文件，没有写；用 -o 写另一个文件名`;
    if (this.written.has(realpathSync(target))) return `${target} 刚刚由另一个文件写成，没有再写；这两个文件分两次结转，用 -o 写成不同的名称`;
    return this.force ? undefined : `已经有 ${target} 了，没有动它；用 -o 换一个文件名，或者加 --force 重写`;
  }

  /** The place to write at: where a link leads to, it. */
  take(target: string): string {
    const place = existsSync(target) ? realpathSync(target) : resolve(realpathSync(dirname(target)), target.split(/[\\/]/).at(-1) ?? target);
    this.written.add(place);
    return place;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Whether two names lead to one file, by whatever links. */
function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}
