import { type Categories, type Category, type CategoryLevel, type Classification, codeAt, levelOf } from "../../model/classification.ts";
import type { JsonSchema, SchemaMap } from "./json-schema.ts";

export type Axis = "functional" | "economic";

/** What an editor needs to know of each 科目 of a level. */
interface Directory {
  readonly axis: Axis;
  readonly level: CategoryLevel;
  /** What stands behind each. */
  readonly below: JsonSchema;
  /** What is told of each beside where it belongs. */
  readonly about?: string;
}

/** The 科目 of a level, for completion: their codes with their names, and where each belongs. */
export function directoryOf({ axis, level, below, about = "" }: Directory, classifications: readonly Classification[]): JsonSchema {
  const found = new Map<string, { readonly category: Category; readonly years: number[] }>();
  for (const classification of classifications) {
    for (const category of categoriesAt(level, classification[axis])) {
      const known = found.get(category.code) ?? { category, years: [] };
      known.years.push(classification.year);
      found.set(category.code, known);
    }
  }
  const latest = classifications.at(-1)?.[axis];
  const entries = [...found.values()].sort((a, b) => (a.category.code < b.category.code ? -1 : 1));
  const properties: SchemaMap = Object.fromEntries(
    entries.map(({ category, years }) => [
      `${category.code} ${category.name}`,
      { ...below, title: `${category.code} ${category.name}`, description: `${placeOf(category, latest)}${yearsOf(years, classifications.length)}。${about}` },
    ]),
  );
  return { type: "object", properties };
}

function categoriesAt(level: CategoryLevel, categories: Categories): Category[] {
  return [...categories.keys()].filter((code) => levelOf(code) === level).flatMap((code) => categories.get(code) ?? []);
}

/** 一般公共预算：201 一般公共服务支出 → 20103 政府办公厅（室）及相关机构事务. */
function placeOf({ code, kind }: Category, categories: Categories | undefined): string {
  const above = [codeAt(code, "类"), codeAt(code, "款")].filter((each) => each !== code);
  const named = above.flatMap((each) => {
    const name = categories?.get(each)?.name;
    return name === undefined ? [] : [`${each} ${name}`];
  });
  return named.length === 0 ? kind : `${kind}：${named.join(" → ")}`;
}

/** Said only of what is not in force in all the years at hand. */
function yearsOf(years: readonly number[], all: number): string {
  return years.length === all ? "" : `（只用于 ${years.join("、")} 年）`;
}
