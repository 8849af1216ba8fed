/** 科目 levels, from wide to narrow. Functional codes have 3, 5, 7 digits; economic ones 3 and 5. */
export const CATEGORY_LEVELS = ["类", "款", "项"] as const;
export type CategoryLevel = (typeof CATEGORY_LEVELS)[number];

/** 科目: one row of 《政府收支分类科目》. */
export interface Category {
  readonly code: string;
  readonly name: string;
  /** 一般公共预算, 政府性基金预算 or 国有资本经营预算; for economic codes the name of their classification. */
  readonly kind: string;
}

/** 政府收支分类科目 of one year. */
export interface Classification {
  readonly year: number;
  /** The first and the last year whose official lists are known here. */
  readonly covered: { readonly first: number; readonly last: number };
  /** 支出功能分类科目, by code. */
  readonly functional: Categories;
  /** 部门预算支出经济分类科目, by code. */
  readonly economic: Categories;
  /** A 科目 that is in force in other years and not in this one. */
  elsewhere(code: string): CategoryElsewhere | undefined;
}

/** The 科目 of one classification and year, by code. */
export interface Categories {
  get(code: string): Category | undefined;
  keys(): Iterable<string>;
}

/** A 科目 that is not in force in the year at hand. */
export interface CategoryElsewhere extends Category {
  /** First and last year in which it is in force; absent where not known. */
  readonly since?: number;
  readonly until?: number;
}

const LEVEL_BY_LENGTH: Readonly<Record<number, CategoryLevel>> = { 3: "类", 5: "款", 7: "项" };
const LENGTH_BY_LEVEL: Readonly<Record<CategoryLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** The level of a code, or nothing where its length is none of a 科目's. */
export function levelOf(code: string): CategoryLevel | undefined {
  return /^\d+$/.test(code) ? LEVEL_BY_LENGTH[code.length] : undefined;
}

/** The code of the 类 or 款 that a code belongs to: 2010350 at 款 is 20103. */
export function codeAt(code: string, level: CategoryLevel): string {
  return code.slice(0, LENGTH_BY_LEVEL[level]);
}

/** The name of a code in the year at hand, else as another year's list has it; empty where none does. */
export function nameOf(code: string, axis: "功能科目" | "经济科目", classification: Classification): string {
  const categories = axis === "功能科目" ? classification.functional : classification.economic;
  return categories.get(code)?.name ?? classification.elsewhere(code)?.name ?? "";
}
