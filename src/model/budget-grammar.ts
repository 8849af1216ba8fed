import { DOCUMENT_KINDS, EXPENDITURE_NATURES, type ExpenditureNature, UNIT_LEVELS, UNIT_NATURES } from "./expenditure.ts";

/**
 * The grammar of a budget file: which keys there are, what stands under each, which must be there. The readers
 * take their keys from here, and so does the schema by which an editor completes and explains them; what each
 * key means is said in templates/common/budget-keys.yaml, by the section and the key. To add a key: a line here, its
 * words there, its reader in `check/budget/`, and `npm run schema`. What a standard's inputs.yaml declares
 * is added to the file itself and to each 项目.
 */
export interface KeySpec {
  readonly key: string;
  /** The part of the grammar that it belongs to, under which budget-keys.yaml explains it. */
  readonly section: SectionName;
  readonly required: boolean;
  readonly value: ValueSpec;
}

export const SECTION_NAMES = ["预算文件", "单位", "支出性质", "项目", "同口径调整"] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** What stands under a key. */
export type ValueSpec =
  /** The name of a standard. */
  | { readonly kind: "standard" }
  /** Four digits. */
  | { readonly kind: "year" }
  /** Words, on one line or several. */
  | { readonly kind: "text" }
  | { readonly kind: "choice"; readonly words: readonly string[] }
  | { readonly kind: "map"; readonly keys: readonly KeySpec[] }
  /** Items that begin with “- ”, each a map; what is stated of each 项目 has keys of inputs.yaml too. */
  | { readonly kind: "list"; readonly keys: readonly KeySpec[]; readonly inputs?: true }
  /** 功能科目 → 经济科目 → [资金来源 →] 金额. */
  | { readonly kind: "money"; readonly nature: ExpenditureNature }
  /** Amounts by figure name: those that can be approved, or those of another year, which may go by 功能科目 too. */
  | { readonly kind: "amounts"; readonly of: "approved" | "other year" }
  | { readonly kind: "amount" }
  /** Last year's amount and why it is adjusted, by figure name. */
  | { readonly kind: "adjustments"; readonly keys: readonly KeySpec[] }
  /** 科目 of this year, or several by what money goes there, by the 科目 of last year. */
  | { readonly kind: "category mappings" }
  /** Words by figure name or 功能科目. */
  | { readonly kind: "reasons" }
  /** Words by a table's title. */
  | { readonly kind: "table notes" }
  /** Words by a term. */
  | { readonly kind: "definitions" }
  /** What each 科目 of the file's own rests on, by its code and name. */
  | { readonly kind: "own categories" };

export const YES_OR_NO = ["是", "否"] as const;

const TEXT: ValueSpec = { kind: "text" };
const LAST_YEAR: ValueSpec = { kind: "amounts", of: "other year" };

/** 单位: the department itself, and each 下属单位. */
export const UNIT_KEYS = section("单位", { 名称: TEXT, 性质: oneOf(UNIT_NATURES) }, { 简称: TEXT, 编码: TEXT, 级别: oneOf(UNIT_LEVELS) });

/** One item of 项目支出. */
export const PROJECT_KEYS = section(
  "项目",
  { 项目名称: TEXT, 支出: { kind: "money", nature: "项目支出" } },
  { 项目类别: TEXT, 项目编码: TEXT, 上年名称: TEXT, 重点项目: oneOf(YES_OR_NO), 一次性: oneOf(YES_OR_NO), 绩效目标: TEXT },
);

/** Keys under which a unit's money stands, the same for the department itself and for a 下属单位. */
export const MONEY_KEYS = section("支出性质", {}, Object.fromEntries(EXPENDITURE_NATURES.map((nature) => [nature, moneyOf(nature)])));

/** 同口径调整 of one figure. */
export const ADJUSTMENT_KEYS = section("同口径调整", { 上年数: { kind: "amount" }, 原因: TEXT }, {});

/** The file itself. */
export const BUDGET_KEYS = [
  ...section(
    "预算文件",
    { 标准: { kind: "standard" }, 年度: { kind: "year" }, 文种: oneOf(DOCUMENT_KINDS), 单位: { kind: "map", keys: UNIT_KEYS } },
    {
      批复: { kind: "amounts", of: "approved" },
      上年数: LAST_YEAR,
      前年数: LAST_YEAR,
      上年文件: TEXT,
      同口径调整: { kind: "adjustments", keys: ADJUSTMENT_KEYS },
      科目对照: { kind: "category mappings" },
      下属单位: { kind: "list", keys: [...UNIT_KEYS, ...MONEY_KEYS] },
      原因: { kind: "reasons" },
      表注: { kind: "table notes" },
      名词解释: { kind: "definitions" },
      自设科目: { kind: "own categories" },
    },
  ),
  ...MONEY_KEYS,
];

/** The keys of a grammar by name, with those that inputs add. */
export function namesOf(keys: readonly KeySpec[], inputs: Iterable<string> = []): { readonly required: string[]; readonly optional: string[] } {
  const named = (wanted: boolean): string[] => keys.flatMap(({ key, required }) => (required === wanted ? [key] : []));
  return { required: named(true), optional: [...named(false), ...inputs] };
}

function section(name: SectionName, required: Readonly<Record<string, ValueSpec>>, optional: Readonly<Record<string, ValueSpec>>): readonly KeySpec[] {
  const specs = (values: typeof required, must: boolean): KeySpec[] =>
    Object.entries(values).map(([key, value]) => ({ key, section: name, required: must, value }));
  return [...specs(required, true), ...specs(optional, false)];
}

function oneOf(words: readonly string[]): ValueSpec {
  return { kind: "choice", words };
}

function moneyOf(nature: ExpenditureNature): ValueSpec {
  return nature === "项目支出" ? { kind: "list", keys: PROJECT_KEYS, inputs: true } : { kind: "money", nature };
}
