import { error } from "../base/diagnostic.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Project } from "../model/budget.ts";
import type { FormEachSpec, FormRowSpec, FormSpec } from "../model/form.ts";
import { type Item, wordsOf } from "../model/stated.ts";
import type { Sources } from "./sources.ts";

/** Items of a project's 明细 that its form prints, except some for which it has no row: nothing that is stated is left out in silence. */
export function reportUnprinted(spec: FormSpec, project: Project, printed: ReadonlySet<Item>, { report, standard }: Sources): void {
  const blocks = spec.rows.flatMap(repeatedIn);
  for (const name of new Set(blocks.map(({ over }) => over))) {
    const stated = project.inputs.get(name);
    if (!standard.projectInputs.has(name) || stated?.kind !== "items") continue;
    const own = blocks.filter(({ over }) => over === name);
    for (const item of stated.items) {
      if (printed.has(item)) continue;
      const message = `“${spec.title}”没有地方印项目“${project.name}”的这条“${name}”`;
      report(error("item-not-in-form", message, item.span, { hint: hintFor(item, own) }));
    }
  }
}

/** Which word of the item is none of the form's, and what was probably meant. */
function hintFor(item: Item, blocks: readonly FormEachSpec[]): string {
  const fields = new Set(blocks.flatMap(({ where }) => [...where.keys()]));
  for (const field of fields) {
    const wanted = new Set(blocks.flatMap(({ where }) => where.get(field)?.source ?? []));
    const written = wordsOf(item.fields.get(field));
    if (!wanted.has(written)) return `表上没有叫“${written}”的${field}；${didYouMean(written, wanted) ?? `表上有的是：${[...wanted].join("、")}`}`;
  }
  return `表上没有这样的组合；有的是：${[...new Set(blocks.map(({ where }) => [...where.values()].map(({ source }) => source).join(" / ")))].join("、")}`;
}

function repeatedIn(row: FormRowSpec): FormEachSpec[] {
  if (row.kind === "cells") return [];
  return [...(row.kind === "each" ? [row] : []), ...row.rows.flatMap(repeatedIn)];
}
