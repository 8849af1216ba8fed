import { resolve } from "node:path";
import { type Diagnostic, error } from "../base/diagnostic.ts";
import type { Node, ScalarNode } from "../base/node.ts";
import type { Outcome } from "../base/outcome.ts";
import { KEY, type LinkedFile, linkIn, openLink, pathOfLink } from "./link.ts";

/**
 * How many files, each the last year's of the one before, are followed in search of a circle. Of a longer one some link has the wrong
 * year, which is told where that file is built.
 */
const LONGEST = 3;

/** Files that are each the last year's of the one before, opened once. */
export class Chain {
  private readonly opened = new Map<string, Outcome<LinkedFile>>();

  /** The budget of the year before `year` that a link names. */
  open(link: ScalarNode, year: number): Outcome<LinkedFile & { readonly year: number }> {
    const circle = this.circleFrom(link);
    if (circle !== undefined) return { diagnostics: [circle] };
    const { value, diagnostics } = this.at(link);
    if (value === undefined) return { diagnostics };
    const { year: found } = value;
    if (found === year - 1) return { value: { ...value, year: found }, diagnostics };
    const what = found === undefined ? "没有写年度" : `是 ${found} 年的预算`;
    const message = `“${link.text.trim()}”${what}，应当是 ${year - 1} 年的`;
    return { diagnostics: [error("last-year-file-year", message, link.span, { hint: "写上一年的预算文件" })] };
  }

  private at(link: ScalarNode): Outcome<LinkedFile> {
    const path = pathOfLink(link);
    const known = this.opened.get(path);
    if (known !== undefined) return known;
    const outcome = openLink(link);
    this.opened.set(path, outcome);
    return outcome;
  }

  /** A link that leads back to a file on the way: the years of such files cannot all be right. */
  private circleFrom(link: ScalarNode): Diagnostic | undefined {
    const own = resolve(link.span.file.path);
    if (pathOfLink(link) === own) return error("last-year-file-self", `“${KEY}”写的就是这个文件`, link.span, { hint: "写上年的预算文件" });
    const seen = [own];
    for (let next: ScalarNode | undefined = link; next !== undefined && seen.length <= LONGEST; ) {
      const path = pathOfLink(next);
      if (seen.includes(path)) return circle(link, next);
      seen.push(path);
      const tree: Node | undefined = this.at(next).value?.tree;
      next = tree && linkIn(tree).value;
    }
    return undefined;
  }
}

function circle(link: ScalarNode, back: ScalarNode): Diagnostic {
  return error("last-year-file-circle", `“${KEY}”绕成了圈：从 ${link.text.trim()} 往前找，又回到了 ${back.text.trim()}`, link.span, {
    hint: "每一年的文件写它自己上一年的文件；最早的一年不写“上年文件”",
    related: [{ message: "从这里转回来了", span: back.span }],
  });
}
