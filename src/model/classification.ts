/** 科目 levels, from wide to narrow. Functional codes have 3, 5, 7 digits; economic ones 3 and 5. */
export const CATEGORY_LEVELS = ["类", "款", "项"] as const;
export type CategoryLevel = (typeof CATEGORY_LEVELS)[number];

/**
 * How a row is known: from the official list that a bureau imported, read in a published document, from memory,
 * from memory with a doubt, or declared by the budget file itself.
 */
export const CATEGORY_BASES = ["official list", "published document", "from memory", "unsure", "own"] as const;
export type CategoryBasis = (typeof CATEGORY_BASES)[number];

/** 科目: one row of 《政府收支分类科目》. */
export interface Category {
  readonly code: string;
  readonly name: string;
  /** 一般公共预算, 政府性基金预算 or 国有资本经营预算; for economic codes the name of their classification. */
  readonly kind: string;
  readonly basis: CategoryBasis;
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
  /** A code of a classification in which no budget is written: 政府预算支出经济分类, 政府收入分类. */
  foreign(code: string): ForeignCategory | undefined;
  /** How names and codes changed over the years. */
  readonly renames: readonly Rename[];
  /** Whether a bureau's official list of the year is at hand. */
  readonly official: boolean;
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

/** A 科目 of another classification, with the codes in place of which it was perhaps written. */
export interface ForeignCategory {
  readonly code: string;
  readonly name: string;
  /** The name of its classification. */
  readonly kind: string;
  readonly instead: readonly string[];
}

/** A 科目 that got another name, or whose money moved to other codes. */
export interface Rename {
  readonly code: string;
  readonly old: string;
  /** The name that the same code has since; absent where it has ended. */
  readonly name?: string;
  /** The codes in its place. */
  readonly successors: readonly string[];
  /** The earliest and the latest year whose list can be the first with the change; `first` is absent where it may be any. */
  readonly first?: number;
  readonly last: number;
}

/** Half-width brackets and blanks in a name are a matter of the keyboard. */
export function comparable(name: string): string {
  return name.replaceAll("(", "（").replaceAll(")", "）").replace(/\s/g, "");
}

export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/** The name that a code had before its last change, as far as the year of that change is known. */
export function nameBefore(renames: readonly Rename[], code: string, year: number): string | undefined {
  return renames.find((each) => each.code === code && each.name !== undefined && each.first === each.last && year < each.last)?.old;
}

/**
 * The 科目 of the year at hand in whose place a code of an earlier year stood, where there is but one: the code that took its place,
 * or the one of the same name below the 款 or 类 that took the place of its own. `name` is what the earlier year calls it.
 */
export function successorOf(code: string, classification: Classification, name = classification.elsewhere(code)?.name): Category | undefined {
  const { renames } = classification;
  const inForce = (wanted: string): Category | undefined => classification.functional.get(wanted) ?? classification.economic.get(wanted);
  const [only, ...others] = renames.find((each) => each.code === code && each.name === undefined)?.successors ?? [];
  if (only !== undefined && others.length === 0 && only.length === code.length) return inForce(only);
  const moved = codesAbove(code).flatMap((above) => renames.find((each) => each.code === above && each.name === undefined)?.successors ?? []);
  const below = moved.flatMap((to) => codesBelow(to, code.length, classification)).flatMap((each) => inForce(each) ?? []);
  const found = below.filter((each) => name !== undefined && sameName(each.name, name));
  return found.length === 1 ? found[0] : undefined;
}

/** Codes of some length below another. */
function codesBelow(code: string, length: number, { functional, economic }: Classification): string[] {
  return [...functional.keys(), ...economic.keys()].filter((each) => each.length === length && each.startsWith(code));
}

const LEVEL_BY_LENGTH: Readonly<Record<number, CategoryLevel>> = { 3: "类", 5: "款", 7: "项" };
/** How many digits a code of a level has. */
export const CODE_LENGTHS: Readonly<Record<CategoryLevel, number>> = { 类: 3, 款: 5, 项: 7 };

/** The level of a code, or nothing where its length is none of a 科目's. */
export function levelOf(code: string): CategoryLevel | undefined {
  return /^\d+$/.test(code) ? LEVEL_BY_LENGTH[code.length] : undefined;
}

/** The codes of the 款 and 类 above a code, the nearest first. */
export function codesAbove(code: string): string[] {
  return [5, 3].filter((length) => length < code.length).map((length) => code.slice(0, length));
}

/** 支出功能分类 has the codes that begin with 2, 部门预算支出经济分类 those with 3. */
export const FIRST_DIGITS = { 功能科目: "2", 经济科目: "3" } as const;
export type CodeAxis = keyof typeof FIRST_DIGITS;

export function axisOf(code: string): CodeAxis | undefined {
  return code.startsWith(FIRST_DIGITS.功能科目) ? "功能科目" : code.startsWith(FIRST_DIGITS.经济科目) ? "经济科目" : undefined;
}

/** The code of the 类 or 款 that a code belongs to: 2010350 at 款 is 20103. */
export function codeAt(code: string, level: CategoryLevel): string {
  return code.slice(0, CODE_LENGTHS[level]);
}

/** The name of a code in the year at hand, else as another year's list has it; empty where none does. */
export function nameOf(code: string, axis: "功能科目" | "经济科目", classification: Classification): string {
  const categories = axis === "功能科目" ? classification.functional : classification.economic;
  return categories.get(code)?.name ?? classification.elsewhere(code)?.name ?? "";
}

/** A classification with 科目 that a budget declares itself; those of last year's file are known as of another year. */
export function withOwn(classification: Classification, own: readonly Category[], lastYear: readonly Category[] = []): Classification {
  if (own.length === 0 && lastYear.length === 0) return classification;
  const layered = (axis: "功能科目" | "经济科目", categories: Categories): Categories => {
    const added = new Map(own.flatMap((each) => (axisOf(each.code) === axis ? [[each.code, each] as const] : [])));
    return { get: (code) => added.get(code) ?? categories.get(code), keys: () => new Set([...categories.keys(), ...added.keys()]) };
  };
  const functional = layered("功能科目", classification.functional);
  const economic = layered("经济科目", classification.economic);
  const elsewhere = (code: string): CategoryElsewhere | undefined =>
    functional.get(code) || economic.get(code) ? undefined : (classification.elsewhere(code) ?? lastYear.find((each) => each.code === code));
  return { ...classification, functional, economic, elsewhere, foreign: (code) => classification.foreign(code) };
}
