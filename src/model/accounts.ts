import type { Exact, Money } from "../base/money.ts";
import type { Category } from "./classification.ts";
import type { ExpenditureNature, UnitNature } from "./expenditure.ts";

/**
 * accounts.yaml: what the rules on accounts go by. Which 科目 belong together, what a unit of some nature may use,
 * which stated facts speak of the same thing: all of it is data, so that a place with other customs adds its own.
 */
export interface Accounts {
  readonly unitNatures: readonly UnitNatureRule[];
  readonly natures: readonly NatureRule[];
  readonly pairs: readonly PairRule[];
  readonly companions: readonly CompanionRule[];
  readonly wages?: WagesRule;
  /** Wholes that are the sums of other figures, by the name of the whole; 收入总计 is that of 支出总计 alone. */
  readonly sums: ReadonlyMap<string, readonly string[]>;
  readonly comparisons: readonly ComparisonRule[];
  /** Figures whose 科目 are to be counted whatever money pays them, such as 三公经费. */
  readonly wholes: readonly string[];
  /** Words for the funds that a table may be of alone; the note under it names its own. */
  readonly funds: readonly string[];
  readonly vehicles?: VehiclesRule;
  readonly purchases?: PurchasesRule;
  readonly procurement?: ProcurementRule;
  readonly subordinates?: SubordinatesRule;
  readonly project?: ProjectRule;
}

/** How sure a rule is: a warning says that something is wrong, a note asks. */
export type RuleSeverity = "warning" | "note";

/** 功能科目 by code, matched at its beginning, or by name. */
export interface CategoryWords {
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** A 功能科目 that only units of some nature use. */
export interface UnitNatureRule extends CategoryWords {
  readonly units: readonly UnitNature[];
  /** What the others use, in words. */
  readonly instead: string;
  readonly severity: RuleSeverity;
}

/** A 功能科目 that is not for some 支出性质: 行政运行 is for 基本支出. */
export interface NatureRule extends CategoryWords {
  readonly not: ExpenditureNature;
  readonly instead: string;
  readonly severity: RuleSeverity;
}

/** A 科目 with which only some 科目 of the other classification go. */
export interface PairRule {
  /** Which of the two is bound. */
  readonly of: "功能科目" | "经济科目";
  readonly code: string;
  readonly with: readonly string[];
  readonly severity: RuleSeverity;
}

/** 经济科目 that come with another one: who has 基本工资 has 养老保险. */
export interface CompanionRule {
  readonly code: string;
  /** 元 of a unit in a year below which there is too little to judge. */
  readonly from: Money;
  readonly with: readonly string[];
}

/** 基本工资 beside the number of people who get it. */
export interface WagesRule {
  readonly code: string;
  /** The quantity that counts the people. */
  readonly people: string;
  /** 元 of one of them in a year: what lies outside is hardly a wage. */
  readonly least: Money;
  readonly most: Money;
}

/** A figure that is stated, beside one that is derived and means much the same. */
export interface ComparisonRule {
  readonly figure: string;
  readonly beside: string;
  /** Percent of the derived one by which they may differ. */
  readonly within: Exact;
  /** Units that have such money at all. */
  readonly units: readonly UnitNature[];
}

export interface VehiclesRule {
  /** The quantity of vehicles owned, and of those to be bought. */
  readonly owned: string;
  readonly planned: string;
  /** 经济科目 of running, of buying, and of buying other vehicles. */
  readonly running: readonly string[];
  readonly buying: readonly string[];
  readonly others: readonly string[];
}

/** 拟购置金额 beside the money to buy with. */
export interface PurchasesRule {
  readonly planned: string;
  readonly codes: readonly string[];
  /** 经济科目 that buy fixed assets and nothing else. */
  readonly assets: readonly string[];
}

export interface ProcurementRule {
  readonly total: string;
  readonly planned: string;
  /** 经济科目 that nothing can be procured with. */
  readonly notFrom: readonly string[];
  readonly details: string;
  readonly amount: string;
  readonly project: string;
  readonly class: string;
  /** Amounts stated beside the 明细, by the word of their class. */
  readonly totals: ReadonlyMap<string, string>;
}

/** Phrases of an officer's text that count the 下属单位; N stands for the numeral. */
export interface SubordinatesRule {
  /** The text that lists the units of the budget, and the one that lists those of the department. */
  readonly budget: string;
  readonly department: string;
  readonly counts: readonly string[];
  readonly none: readonly string[];
}

/** What is stated of a project, by key. */
export interface ProjectRule {
  readonly totalBudget: string;
  readonly firstYear: string;
  readonly lastYear: string;
  /** Words of keys that say that a project goes on for years. */
  readonly lasting: ReadonlyMap<string, readonly string[]>;
  /** Words of keys that say that a project is done once: next year's file has it no more. */
  readonly once: ReadonlyMap<string, readonly string[]>;
  /** Keys whose amounts add up to the 一般公共预算 of a project; the first is all of it where it is not stated. */
  readonly sources: readonly string[];
  /** 元 from which a project should have a 绩效目标. */
  readonly goalsFrom: Money;
}

/** Whether a 功能科目 is one of some. */
export function isAmong({ code, name }: Pick<Category, "code" | "name">, { codes, names }: CategoryWords): boolean {
  return names.includes(name) || codes.some((each) => code.startsWith(each));
}
