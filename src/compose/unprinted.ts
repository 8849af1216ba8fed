import { error } from "../base/diagnostic.ts";
import type { Project } from "../model/budget.ts";
import type { FormEachSpec, FormRowSpec, FormSpec } from "../model/form.ts";
import type { Item } from "../model/stated.ts";
import type { Sources } from "./sources.ts";

/** Items of a project's 明细 that its form prints, except some for which it has no row: nothing that is stated is left out in silence. */
export function reportUnprinted(spec: FormSpec, project: Project, printed: ReadonlySet<Item>, { report, standard }: Sources): void {
  const blocks = spec.rows.flatMap(repeatedIn);
  for (const name of new Set(blocks.map(({ over }) => over))) {
    const stated = project.inputs.get(name);
    if (!standard.projectInputs.has(name) || stated?.kind !== "items") continue;
    const places = placesOf(blocks.filter(({ over }) => over === name));
    for (const item of stated.items) {
      if (printed.has(item)) continue;
      const message = `“${spec.title}”没有地方印项目“${project.name}”的这条“${name}”`;
      report(error("item-not-in-form", message, item.span, { hint: `表上有的是：${places}；名称要和表上一样` }));
    }
  }
}

function repeatedIn(row: FormRowSpec): FormEachSpec[] {
  if (row.kind === "cells") return [];
  return [...(row.kind === "each" ? [row] : []), ...row.rows.flatMap(repeatedIn)];
}

/** What the rows ask of the items: 数量指标、质量指标. */
function placesOf(blocks: readonly FormEachSpec[]): string {
  return [...new Set(blocks.flatMap(({ where }) => [...where.values()].map(({ source }) => source)))].join("、");
}
