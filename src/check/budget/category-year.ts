import type { ScalarNode } from "../../base/node.ts";
import { type Categories, type CategoryElsewhere, type Classification, codesAbove, levelOf, type Rename, sameName } from "../../model/classification.ts";
import type { Findings } from "../reader.ts";
import { DECLARE, EXAMPLES } from "./category-faults.ts";
import { written } from "./category-near.ts";

/** A code that is in force in other years: says which, and what stands in its place. */
export function refuseYear(key: ScalarNode, category: CategoryElsewhere, classification: Classification, findings: Findings): undefined {
  const { code, name, since, until } = category;
  const { year } = classification;
  const ended = until !== undefined && until < year;
  const message = `${year} 年没有科目 ${code} ${name}：它${ended ? `只用到 ${until} 年` : `从 ${since} 年起才有`}`;
  const instead = ended ? successorOf(category, classification) : predecessorOf(category, classification);
  return findings.error("category-year", message, key.span, `${instead ?? "换成当年的科目"}；${DECLARE}`);
}

/** 2024 年起改为 20140 信访事务, with the 科目 of the same name below it, or the first ones. */
function successorOf({ code, name }: CategoryElsewhere, { renames, functional }: Classification): string | undefined {
  const moved = [code, ...codesAbove(code)].flatMap((each) => renames.filter((rename) => rename.code === each && rename.successors.length > 0))[0];
  if (moved === undefined) return undefined;
  const below = [...functional.keys()].filter((each) => moved.successors.some((successor) => each.startsWith(successor)) && each.length >= code.length);
  const same = below.find((each) => sameName(functional.get(each)?.name ?? "", name) && each.length === code.length);
  const target = same === undefined ? moved.successors.map((each) => written(each, functional)).join("、") : written(same, functional);
  const items = same === undefined ? alike(below, name, functional).slice(0, EXAMPLES) : [];
  const examples = items.length === 0 ? "" : `，例如 ${items.map((each) => written(each, functional)).join("、")}`;
  return `${whenChanged(moved)}改为 ${target}${examples}`;
}

/** 项 below the new codes, those that share the beginning of the old name first. */
function alike(codes: readonly string[], name: string, categories: Categories): string[] {
  const rank = (code: string): number => ((categories.get(code)?.name ?? "").includes(name.slice(0, 2)) ? 0 : 1);
  return codes.filter((code) => levelOf(code) === "项").sort((a, b) => rank(a) - rank(b));
}

/** Which code the same money had before. */
function predecessorOf({ code }: CategoryElsewhere, { renames, functional }: Classification): string | undefined {
  const above = [code, ...codesAbove(code)];
  const moved = renames.find(({ successors }) => successors.some((each) => above.includes(each)));
  return moved && functional.get(moved.code) && `以前写在 ${written(moved.code, functional)} 下面`;
}

/** 2024 年起, as far as the year is known. */
export function whenChanged({ first, last }: Rename): string {
  if (first === undefined) return `最迟 ${last} 年起`;
  return first === last ? `${last} 年起` : `${first} 年到 ${last} 年间`;
}
